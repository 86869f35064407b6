// Keeps the machine at the projector awake. Only a page on https may ask for that; on plain http
// the machine's own setting has to, as docs/operating.md says.

export function stayAwake() {
  ask()
  document.addEventListener("visibilitychange", ask) // a hidden page loses what it was given
}

async function ask() {
  if (document.visibilityState !== "visible") return
  try {
    await navigator.wakeLock?.request("screen")
  } catch {
    // An empty battery is a reason to refuse: then the wall sleeps as it is set to.
  }
}

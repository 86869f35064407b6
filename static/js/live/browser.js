import { io } from "socket.io-client"

import { storage } from "./storage.js"

// All that the live path wants of a browser: time, chance, a line, a store, other tabs. Tests give
// it others.

export function browser({ code, as, seat, token }) {
  return {
    after,
    here: () => performance.now(),
    wall: () => Date.now(),
    random: Math.random,
    fetch: (...request) => fetch(...request),
    csrf: () => document.querySelector('meta[name="csrf-token"]')?.content ?? "",
    dial: () => dial(code, { as, workshop: code, seat, token }),
    storage: (name) => storage(name, after),
    channel: (name) => ("BroadcastChannel" in globalThis ? new BroadcastChannel(name) : null),
    listen: { woken, leaving },
  }
}

/** Runs it after so many milliseconds; what it gives cancels that. */
function after(ms, run) {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

// Dialling again, and sending again, is ours; `w` is for a proxy that sorts by workshop.
function dial(code, auth) {
  return io({
    auth,
    query: { w: code },
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    timeout: 10_000,
    reconnection: false,
    forceNew: true,
  })
}

// A phone that slept trusts a line that is long dead.
function woken(react) {
  document.addEventListener("visibilitychange", () => document.hidden || react())
  addEventListener("pageshow", ({ persisted }) => persisted && react())
  addEventListener("online", react)
}

function leaving(react) {
  addEventListener("pagehide", react)
}

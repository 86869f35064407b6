import { stayAwake } from "/static/js/screen/awake.js"
import { equal, test } from "./assert.js"

test("the wall asks to stay awake, and again whenever it is seen again", () => {
  const asked = []
  const wakeLock = { request: async (what) => void asked.push(what) }
  Object.defineProperty(navigator, "wakeLock", { value: wakeLock, configurable: true })

  stayAwake()
  document.dispatchEvent(new Event("visibilitychange"))

  equal(asked, ["screen", "screen"])
})

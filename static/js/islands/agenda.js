import { part, say } from "../lib/parts.js"
import { sentence } from "../lib/refusals.js"
import { t } from "../lib/words.js"

// The agenda's editor without reloading. Its links and forms lead where they would lead anyway;
// of the page that comes back only the parts are put in place, so the day stays where it was
// scrolled to and the keyboard where it was.
const PARTS = ["bar", "day", "side"]
const NUMBERS = ["index", "day", "minutes"]

export function mount(element) {
  new Planner(element).listen()
}

class Planner {
  #element
  #busy = false

  constructor(element) {
    this.#element = element
  }

  listen() {
    this.#element.classList.add("planner--live")
    this.#element.addEventListener("submit", (event) => this.#sent(event))
    this.#element.addEventListener("click", (event) => this.#followed(event))
    this.#element.addEventListener("change", ({ target }) => {
      if ("sends" in target.dataset) target.form.requestSubmit()
    })
    addEventListener("popstate", () => this.#go(() => this.#visit(location.href)))
  }

  #followed(event) {
    const link = event.target.closest("a")
    const isPlain = !event.metaKey && !event.ctrlKey && !event.shiftKey
    if (!link || link.target || !isPlain) return
    if (link.pathname !== location.pathname || link.getAttribute("href").startsWith("#")) return

    event.preventDefault()
    this.#go(() => this.#turn(link.href))
  }

  #sent(event) {
    const { target: form, submitter } = event
    event.preventDefault()
    const fields = new FormData(form, submitter)
    if (form.method === "get") {
      this.#go(() => this.#turn(`${form.action}?${new URLSearchParams(fields)}`))
    } else if (form.action.endsWith("/ops")) {
      this.#go(() => this.#perform(form.action, fields))
    } else {
      this.#go(() => this.#post(form.action, fields))
    }
  }

  // One thing at a time: a second press before the answer is the same press.
  async #go(way) {
    if (this.#busy) return

    this.#busy = true
    try {
      this.#tell("")
      await way()
    } catch {
      this.#tell(t("There was no answer. Please check the connection and try again."))
    } finally {
      this.#busy = false
    }
  }

  async #perform(address, fields) {
    const { back, csrf_token, ...op } = Object.fromEntries(fields)
    for (const name of NUMBERS) if (name in op) op[name] = Number(op[name])
    const headers = { "Content-Type": "application/json", "X-CSRF-Token": csrf_token }
    const body = JSON.stringify(op)
    const answer = await (await fetch(address, { method: "POST", headers, body })).json()
    if (!answer.ok) return this.#tell(sentence(answer))

    await this.#visit(new URL(back, location.href).href)
    history.replaceState(null, "", back)
  }

  async #post(address, fields) {
    const { page, url } = await load(address, fields)
    this.#place(page)
    history.replaceState(null, "", url)
  }

  async #turn(address) {
    await this.#visit(address)
    history.pushState(null, "", address)
  }

  async #visit(address) {
    const { page } = await load(address)
    this.#place(page)
    document.getElementById(new URL(address).hash.slice(1))?.scrollIntoView({ block: "nearest" })
  }

  #place(page) {
    const focused = document.activeElement?.id
    const scrolled = part(this.#element, "day").scrollTop
    for (const name of PARTS) part(this.#element, name).replaceWith(part(page, name))
    part(this.#element, "day").scrollTop = scrolled
    const again = focused && document.getElementById(focused)
    if (again && !again.disabled) again.focus({ preventScroll: true })
    else this.#element.querySelector(".slot--chosen a")?.focus({ preventScroll: true })
  }

  #tell(said) {
    say(part(this.#element, "said"), said)
  }
}

// A page as a document. Only this way of asking gives one without turning text into markup.
function load(address, fields) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(fields ? "POST" : "GET", address)
    request.responseType = "document"
    request.onload = () => {
      const page = request.response?.querySelector(".planner")
      page ? resolve({ page, url: request.responseURL }) : reject(new Error(`${request.status}`))
    }
    request.onerror = () => reject(new Error("no answer"))
    request.send(fields)
  })
}

import { make, part, say } from "../lib/parts.js"
import { sentence } from "../lib/refusals.js"
import { t } from "../lib/words.js"
import { typedIn } from "../lib/typed.js"

// The agenda's editor without reloading. Its links and forms lead where they would lead anyway;
// of the page that comes back only the parts are put in place, so the day stays where it was
// scrolled to, the keyboard where it was, and what is being typed in its field.
const PARTS = ["bar", "day", "side"]
const NUMBERS = ["index", "day", "minutes"]
const DOOR = "/sign-in"
const NOT_LET_IN = new Set(["unknown", "not_yours"])
const PATIENCE = 20_000 // ms

export function mount(element) {
  new Planner(element).listen()
}

class Planner {
  #element
  #line = Promise.resolve() // what was pressed, one thing after another
  #trouble = 0

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
    event.preventDefault()
    const press = pressOf(event.target, event.submitter)
    this.#go(() => this.#send(renewed(press)))
  }

  // What is pressed before the answer to another press waits for it; if there was none, it is
  // forgotten, because it was meant for a page that never came.
  #go(way) {
    const before = this.#trouble
    this.#line = this.#line.then(() => before === this.#trouble && this.#attempt(way))
  }

  async #attempt(way) {
    try {
      this.#tell("")
      await way()
    } catch (error) {
      this.#trouble += 1
      if (error.isShut) this.#tellShut()
      else this.#tell(t("There was no answer. Please check the connection and try again."))
    }
  }

  async #send(press) {
    if (!press) return
    const { form, fields } = press
    if (form.method === "get") await this.#turn(`${form.action}?${new URLSearchParams(fields)}`)
    else if (form.action.endsWith("/ops")) await this.#perform(press)
    else await this.#post(press)
  }

  async #perform(press) {
    const { back, csrf_token, ...op } = Object.fromEntries(press.fields)
    for (const name of NUMBERS) if (name in op) op[name] = Number(op[name])
    const answer = await ask(press.form.action, op, csrf_token)
    if (NOT_LET_IN.has(answer.code)) throw shut()
    if (!answer.ok) return this.#tell(sentence(answer))

    await this.#visit(new URL(back, location.href).href, press.form)
    history.replaceState(null, "", back)
  }

  async #post({ form, fields }) {
    const { page, url } = await load(form.action, fields)
    this.#place(page, form)
    history.replaceState(null, "", url)
  }

  async #turn(address) {
    await this.#visit(address)
    history.pushState(null, "", address)
  }

  async #visit(address, sent) {
    const { page } = await load(address)
    this.#place(page, sent)
    document.getElementById(new URL(address).hash.slice(1))?.scrollIntoView({ block: "nearest" })
  }

  // What was `sent` is not being typed any more.
  #place(page, sent) {
    const focused = document.activeElement?.id
    const scrolled = part(this.#element, "day").scrollTop
    const typed = typedIn(this.#element, sent)
    for (const name of PARTS) part(this.#element, name).replaceWith(part(page, name))
    part(this.#element, "day").scrollTop = scrolled
    typed.putBack()
    const again = focused && document.getElementById(focused)
    if (again && !again.disabled) again.focus({ preventScroll: true })
    else this.#element.querySelector(".slot--chosen a")?.focus({ preventScroll: true })
  }

  #tell(said) {
    say(part(this.#element, "said"), said)
  }

  #tellShut() {
    const here = location.pathname + location.search
    const way = make("a", "", t("Sign in again"))
    way.href = `${DOOR}?${new URLSearchParams({ next: here })}`
    const why = t("This is not open to you any more; perhaps you were signed out.")
    part(this.#element, "said").replaceChildren(why, " ", way)
  }
}

const pressOf = (form, button) => ({ form, button, fields: new FormData(form, button) })

// A button whose page was replaced meanwhile stands in the new one, with what it does now: three
// presses of “five minutes more” are fifteen minutes. If it cannot be pressed there, it is not.
function renewed(press) {
  const { form, button } = press
  if (form.isConnected || !button?.id) return press
  const again = document.getElementById(button.id)
  return again?.form && !again.disabled ? pressOf(again.form, again) : null
}

const shut = () => Object.assign(new Error("not let in"), { isShut: true })

async function ask(address, op, token) {
  const headers = { "Content-Type": "application/json", "X-CSRF-Token": token }
  const request = { method: "POST", headers, body: JSON.stringify(op) }
  const response = await fetch(address, { ...request, signal: AbortSignal.timeout(PATIENCE) })
  if (response.status === 403) throw shut()
  return response.json()
}

// A page as a document. Only this way of asking gives one without turning text into markup.
function load(address, fields) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(fields ? "POST" : "GET", address)
    request.responseType = "document"
    request.timeout = PATIENCE
    request.onload = () => {
      const page = request.response?.querySelector(".planner")
      if (page) resolve({ page, url: request.responseURL })
      else if (new URL(request.responseURL).pathname === DOOR) location.assign(request.responseURL)
      else reject(request.status < 500 ? shut() : new Error(`${request.status}`))
    }
    request.onerror = request.ontimeout = () => reject(new Error("no answer"))
    request.send(fields)
  })
}

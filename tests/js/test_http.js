import { Http } from "/static/js/live/http.js"
import { equal, test } from "./assert.js"
import { Time } from "./time.js"

function asking(respond, seat) {
  const time = new Time()
  const asked = []
  const heard = []
  const clock = { here: () => time.now, hear: (...answer) => heard.push(answer) }
  const fetch = async (address, options = {}) => {
    asked.push({ address, ...options })
    return await respond(options)
  }
  return { time, asked, heard, http: new Http({ code: "K7PX4M", as: "screen", seat, fetch, clock, csrf: () => "tok", after: time.after }) }
}

const json = (value, status = 200) => () => new Response(JSON.stringify(value), { status })

test("an op is posted with the page's token", async () => {
  const { http, asked } = asking(json({ ok: true, seq: 3 }))
  equal(await http.submit({ op: "move_note" }), { ok: true, seq: 3 })
  const [{ address, method, headers, body }] = asked
  equal([address, method, body], ["/w/K7PX4M/ops", "POST", '{"op":"move_note"}'])
  equal(headers, { "Content-Type": "application/json", "X-CSRF-Token": "tok" })
})

test("entries, snapshots and names are asked for by the kind of page that asks", async () => {
  const { http, asked } = asking(json({ ok: true }))
  await http.catch_up({ history: "board:b", since: 4, mark: "m4" })
  await http.snapshot("board:b")
  await http.names("board:b")
  equal(asked.map(({ address }) => address), [
    "/w/K7PX4M/entries?history=board%3Ab&since=4&mark=m4&as=screen",
    "/w/K7PX4M/snapshot?history=board%3Ab&as=screen",
    "/w/K7PX4M/names?history=board%3Ab&as=screen",
  ])
})

test("a busy server's answer is an answer", async () => {
  const { http } = asking(json({ ok: false, later: true, code: "storage", after: 500 }, 503))
  equal((await http.submit({})).after, 500)
})

test("no network, no JSON and no patience are no answer", async () => {
  const refuse = () => Promise.reject(new TypeError("Failed to fetch"))
  equal(await asking(refuse).http.submit({}), undefined)
  equal(await asking(() => new Response("<h1>Wi-Fi login</h1>")).http.submit({}), undefined)

  const { http, time } = asking(({ signal }) => {
    return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)))
  })
  const answer = http.submit({})
  await time.pass(10_000)
  equal(await answer, undefined)
})

test("what is not there, or not for us, is unknown where the server itself says so", async () => {
  const unknown = { ok: false, code: "unknown" }
  equal(await asking(json(unknown, 404)).http.snapshot("board:x"), unknown)
  for (const words of ["<h1>Not found</h1>", '"404"', "null", '{"error":"no route"}']) {
    const { http } = asking(() => new Response(words, { status: 404 }))
    equal(await http.snapshot("board:x"), undefined)
  }
})

test("an answer whose end does not come is no answer", async () => {
  const { http, time } = asking(({ signal }) => ({
    ok: true,
    json: () => new Promise((_, reject) => signal.addEventListener("abort", reject)),
  }))
  const answer = http.names("board:b")
  await time.pass(10_000)
  equal(await answer, undefined)
})

// C5
test("a page says whose it is, and hears that this browser is somebody else now", async () => {
  const { http, asked } = asking(json({ ok: false, later: true, code: "another_seat" }, 503), "ben")
  const out = []
  http.addEventListener("out", ({ detail }) => out.push(detail.code))
  equal([(await http.submit({})).later, (await http.names("board:b")).later], [true, true])
  equal(asked.map(({ address }) => address), [
    "/w/K7PX4M/ops?seat=ben",
    "/w/K7PX4M/names?history=board%3Ab&as=screen&seat=ben",
  ])
  equal(out, ["another_seat", "another_seat"])
})

test("the server is there when it says that it is well", async () => {
  equal(await asking(json({})).http.isThere(), true)
  equal(await asking(json({}, 502)).http.isThere(), false)
})

test("an answer that says what time it is sets the clock", async () => {
  const { http, heard, time } = asking(json({ ok: true, now: 7_000 }))
  time.now = 5
  await http.catch_up({ history: "board:b" })
  equal(heard, [[7_000, 5]])
})

// O8
test("an op whose token proves nothing any more is sent once more, with another", async () => {
  const stale = { ok: false, code: "stale" }
  for (const last of [{ ok: true, seq: 1 }, stale]) {
    const answers = [[stale, 403], [{ ok: true, token: "new" }, 200], [last, last.ok ? 200 : 403]]
    const { http, asked } = asking(() => json(...answers.shift())())
    equal(await http.submit({ op_id: "aa" }), last)
    equal(asked.map(({ address, headers }) => [address, headers?.["X-CSRF-Token"]]), [
      ["/w/K7PX4M/ops", "tok"],
      ["/w/K7PX4M/token?as=screen", undefined],
      ["/w/K7PX4M/ops", "new"],
    ])
  }
})

test("an op waits where another token cannot be had just now", async () => {
  const answers = [[{ ok: false, code: "stale" }, 403], ["no", 502]]
  const { http } = asking(() => json(...answers.shift())())
  equal(await http.submit({}), undefined)
})

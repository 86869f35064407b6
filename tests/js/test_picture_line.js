import { Line } from "/static/js/pictures/line.js"
import { equal, test } from "./assert.js"

const bytes = new Uint8Array(200_000).map((_, at) => at % 251).buffer
const picture = { id: "p1", board: "s-t1", during: "s/1", bytes }

/** A line to a server that answers as it is told; `trouble(n)` may answer the n-th request itself. */
function line(trouble = () => undefined) {
  const came = []
  const asked = []
  let isBegun = false
  const server = ({ method, body }, address) => {
    const at = Number(new URL(address, "http://x").searchParams.get("at"))
    if (method === "POST") isBegun = true
    else if (!isBegun) return { ok: false, code: "unknown" }
    else if (at === came.length) came.push(...new Uint8Array(body))
    const size = bytes.byteLength
    return { ok: true, size, came: came.length, ready: came.length === size }
  }
  const fetch = async (address, options) => {
    asked.push(`${options.method} ${address}`)
    const inTheWay = trouble(asked.length, () => server(options, address))
    return Response.json(inTheWay === undefined ? server(options, address) : await inTheWay)
  }
  const http = { base: "/w/K7PX4M", seat: "53ae", csrf: () => http.token, token: "old" }
  http.renew = async () => (http.token = "new")
  return { came, asked, http, line: new Line({ http, fetch, pause: async () => {} }) }
}

const whole = (came) => came.length === bytes.byteLength && came.every((byte, at) => byte === at % 251)

test("a picture goes in pieces, and tells how far it has come", async () => {
  const { came, asked, line: one } = line()
  const shares = []
  equal((await one.send(picture, (share) => shares.push(share))).ready, true)
  equal(whole(came), true)
  equal(shares, [0, 0.32768, 0.65536, 0.98304, 1])
  equal(asked.slice(0, 2), [
    "POST /w/K7PX4M/boards/s-t1/pictures?seat=53ae",
    "PATCH /w/K7PX4M/boards/s-t1/pictures/p1?at=0&seat=53ae",
  ])
})

test("whatever breaks, each byte comes once", async () => {
  const lost = Promise.reject(new TypeError("Failed to fetch"))
  lost.catch(() => {})
  const troubles = {
    1: () => lost, // nothing came
    3: (does) => [does(), lost][1], // it came, and the answer was lost
    4: () => ({ ok: false, later: true, code: "slow_down", after: 500 }),
    5: () => "a page of the Wi-Fi",
    6: () => null,
  }
  const { came, line: one } = line((n, does) => troubles[n]?.(does))
  equal((await one.send(picture, () => {})).ready, true)
  equal(whole(came), true)
})

test("what is refused is not sent any further", async () => {
  const { asked, line: one } = line((n) => (n === 2 ? { ok: false, code: "no_picture" } : undefined))
  equal(await one.send(picture, () => {}), { ok: false, code: "no_picture" })
  equal(asked.length, 2)
})

test("a page that outlived its token has another one, and goes on", async () => {
  const { http, came, line: one } = line(() => {
    return http.token === "old" ? { ok: false, code: "stale" } : undefined
  })
  await one.send(picture, () => {})
  equal([http.token, whole(came)], ["new", true])
})

import { Connection } from "/static/js/live/connection.js"
import { equal, test } from "./assert.js"
import { settled, Time } from "./time.js"

function connecting({ isThere = true } = {}) {
  const time = new Time()
  const socket = new EventTarget()
  const http = { isReachable: isThere, posted: [], isThere: async () => http.isReachable }
  Object.assign(socket, { start() {}, stop() {}, ask: async (name) => ({ by: "socket", name }) })
  http.submit = async (op) => {
    http.posted.push(op)
    return http.isReachable ? { by: "http" } : undefined
  }
  const connection = new Connection({ socket, http, after: time.after })
  const told = []
  for (const name of ["up", "down", "poll", "status"]) {
    connection.addEventListener(name, () => told.push(name === "status" ? connection.isOffline : name))
  }
  const say = (name) => {
    socket.dispatchEvent(new Event(name))
    return settled()
  }
  connection.start()
  return { time, socket, http, connection, told, say }
}

test("by socket 64 may be unanswered", async () => {
  const { connection, told, say } = connecting()
  await say("up")
  equal([connection.by, connection.window, told], ["socket", 64, ["up"]])
  equal(await connection.ask("submit", {}), { by: "socket", name: "submit" })
})

test("without a socket for four seconds HTTP takes over, one op at a time", async () => {
  const { time, connection, told } = connecting()
  await time.pass(3_999)
  equal(connection.by, null)
  await time.pass(1)
  equal([connection.by, connection.window, told], ["http", 1, ["up"]])
  equal(await connection.ask("submit", {}), { by: "http" })
})

test("by HTTP one asks every three seconds", async () => {
  const { time, told } = connecting()
  await time.pass(4_000)
  await time.pass(9_000)
  equal(told, ["up", "poll", "poll", "poll"])
})

test("when a socket gets through, HTTP is left, and what was open is asked again", async () => {
  const { time, connection, told, say } = connecting()
  await time.pass(4_000)
  await say("up")
  await time.pass(60_000)
  equal([connection.by, told], ["socket", ["up", "up"]])
})

test("a socket that is lost for a moment is no reason for alarm", async () => {
  const { time, connection, told, say } = connecting()
  await say("up")
  await say("down")
  await time.pass(3_000)
  await say("up")
  equal([connection.isOffline, told], [false, ["up", "down", "up"]])
})

test("where nothing gets through a person is told after four seconds, and when it is over", async () => {
  const { time, http, connection, told, say } = connecting({ isThere: false })
  await say("up")
  await say("down")
  await time.pass(4_000)
  equal([connection.isOffline, connection.by, told], [true, null, ["up", "down", true]])
  http.isReachable = true
  await time.pass(3_000)
  equal([connection.isOffline, connection.by, told.slice(3)], [false, "http", [false, "up"]])
})

test("HTTP that stops answering is a line that is lost", async () => {
  const { time, http, connection, told } = connecting()
  await time.pass(4_000)
  http.isReachable = false
  equal(await connection.ask("submit", {}), undefined)
  equal([connection.by, told], [null, ["up", "down"]])
  await time.pass(4_000)
  equal(connection.isOffline, true)
})

test("what HTTP does not know has no answer and ends nothing", async () => {
  const { time, connection } = connecting()
  await time.pass(4_000)
  equal([await connection.ask("presence", {}), connection.by], [undefined, "http"])
})

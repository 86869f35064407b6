import { Tabs } from "/static/js/live/tabs.js"
import { equal, test } from "./assert.js"
import { Time } from "./time.js"
import { Channels } from "./world.js"

function browser() {
  const time = new Time()
  const channels = new Channels(time)
  const open = (me) => new Tabs({ channel: channels.open("s"), after: time.after, me })
  return { time, channels, open }
}

async function answerOf(time, question) {
  const answer = question
  await time.pass(300)
  return await answer
}

test("a tab that asks hears who is there", async () => {
  const { time, open } = browser()
  const [ben] = [open("a"), open("b"), open("c")]
  equal([...(await answerOf(time, ben.others()))].sort(), ["b", "c"])
})

test("a tab that is closed is not there", async () => {
  const { time, open } = browser()
  const [ben, other] = [open("a"), open("b")]
  other.close()
  equal([...(await answerOf(time, ben.others()))], [])
})

test("of two that ask at once the first by name does it", async () => {
  const { time, open } = browser()
  const [a, b] = [open("a"), open("b")]
  const both = [a.others(), b.others()]
  await time.pass(300)
  equal((await Promise.all(both)).map((found) => found && [...found]), [["b"], null])
})

test("what one tab says the others hear, and it does not", async () => {
  const { time, open } = browser()
  const [a, b] = [open("a"), open("b")]
  const heard = []
  for (const tab of [a, b]) tab.addEventListener("kept", ({ detail }) => heard.push([tab.me, detail]))
  a.tell("kept", { n: 1 })
  await time.pass(10)
  equal(heard, [["b", { n: 1 }]])
})

test("where tabs cannot talk each is alone", async () => {
  const tabs = new Tabs({ channel: null, after: new Time().after })
  tabs.tell("kept", {})
  equal([...(await tabs.others())], [])
})

import { Card, paper, row } from "/static/js/board/card.js"
import { equal, ok, test } from "./assert.js"

const note = { text: "Loket keliling", late: false, edited: null, removed: null }
const looks = { letter: "G", meaning: "Idea", colour: "yellow", author: "Ben", at: null, marks: [] }

/** What is told of a note to whoever does not see it. */
function told(shape, more, isWaiting = false) {
  const card = new Card("n1", shape)
  card.show({ ...note, ...more }, { ...looks, isWaiting })
  return card.element.getAttribute("aria-label")
}

test("a card tells what state its note is in, on paper and in a row", () => {
  for (const shape of [paper, row]) {
    equal(told(shape, {}), "Idea. Loket keliling. Ben")
    equal(told(shape, {}, true), "Idea. Loket keliling. Ben. waiting to be sent")
    equal(told(shape, { late: true }), "Idea. Loket keliling. Ben. late")
    equal(told(shape, { edited: 5 }), "Idea. Loket keliling. Ben. edited")
  }
})

test("what hangs on a note is told after its writer", () => {
  const card = new Card("n1", row)
  card.show(note, { ...looks, isChosen: true, marks: [{ sign: "heart", n: 2, said: "2 reactions" }] })
  equal(card.element.getAttribute("aria-label"), "chosen. Idea. Loket keliling. Ben. 2 reactions")
  equal(card.parts.marks.textContent, "2")
})

test("a card tells its keys, as long as they do anything", () => {
  const card = new Card("n1", row)
  card.show(note, looks)
  ok(card.element.getAttribute("aria-keyshortcuts").includes("Delete"))
  card.show({ ...note, removed: { by: null, at: 1 } }, looks)
  equal(card.element.getAttribute("aria-keyshortcuts"), null)
})

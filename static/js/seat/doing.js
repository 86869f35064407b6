// Tells the others on the board that we write, or which note we edit, and never the words: again
// while keys are pressed, and when they have rested for a moment, that it is over.

const [AGAIN, OVER] = [2_000, 4_000] // ms

export class Doing {
  #said = null // what the others believe
  #isFresh = false
  #cancel = () => {}

  constructor(here) {
    this.here = here
  }

  /** A key was pressed for a new note, or for this one. */
  press(note_id) {
    const { board, cue, room } = this.here
    if (!board || cue.private) return
    const said = { history: board.history, doing: note_id ? "editing" : "writing", note_id }
    const isSame = JSON.stringify(said) === JSON.stringify(this.#said)
    if (isSame && this.#isFresh) return this.#wait()
    this.#said = said
    this.#isFresh = true
    room.socket.tell("presence", said)
    this.#wait()
    room.world.after(AGAIN, () => (this.#isFresh = false))
  }

  /** Done, or given up. */
  rest() {
    this.#cancel()
    if (!this.#said) return
    this.here.room.socket.tell("presence", { history: this.#said.history, doing: null })
    this.#said = null
  }

  #wait() {
    this.#cancel()
    this.#cancel = this.here.room.world.after(OVER, () => this.rest())
  }
}

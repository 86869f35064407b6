// What the wall says of a step: one headline, one instruction below it, a title aside. The twin of
// words_of in workshop/screen/screen.py.

export function wordsOf({ title, question, type, phases }, phase) {
  const text = phases[phase]?.room
  if (question) return { headline: question, instruction: text, title, isQuestion: true }
  if (type === "activity" && text) return { headline: text, title, isQuestion: false }
  return { headline: title, instruction: text, title: "", isQuestion: false }
}

/** How long a headline is, for the size of its letters: 0 to 3. */
export const lengthOf = (text) => [90, 180, 320].filter((limit) => text.length > limit).length

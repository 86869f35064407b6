import { receipt } from "./receipt.js"
import { sentence } from "./refusals.js"

// What was refused, told in a sentence.

export const tellRefusal = (answer) => receipt(sentence(answer))

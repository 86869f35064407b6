// All that opens over a board, in one module, because it is loaded as one: see openers.js.

export { openCluster, openTitle } from "./cluster.js"
export { openEditor } from "./editor.js"
export { press } from "./keys.js"
export { comeBack, lose } from "./losing.js"
export { openMenu } from "./menu.js"
export { openMoves } from "./moves.js"
export { openTrash } from "./removed.js"

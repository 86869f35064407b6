import { patiently } from "./lib/patience.js"
import { wordsReady } from "./lib/words.js"

// Every page runs this: behaviour lives in islands, and an element names those it wants.
//   <form data-island="composer"> is given to mount(form) of islands/composer.js

await wordsReady
document.querySelectorAll("[data-island]").forEach(mountAll)

function mountAll(element) {
  element.dataset.island.split(" ").forEach((name) => mount(name, element))
}

async function mount(name, element) {
  const island = await patiently(() => import(`./islands/${name}.js`))
  island.mount(element)
}

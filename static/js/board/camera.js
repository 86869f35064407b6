import { firstZoom, fitting, lie, limit, scrollTo, toPage, toWorld, worldWidth } from "./sight.js"
import { READABLE } from "./sight.js"

// Shows a part of the board, larger or smaller. The view scrolls as any other part of a page does,
// so wheel, scrollbars, focus and screen readers need nothing of us; the board in it is scaled.
// Only who looks moves it: when others make the board grow, what one sees stays.
//
//   moved: another part is seen, or as large as before no more · grown: the board has another size

const [STEP, WHEEL, LINE, AIR, CLOSEST] = [1.25, 0.0022, 16, 12, 1.25]

const paper = matchMedia("print")
const DRESS = ["width", "transform", "--high", "--title"]

export class Camera extends EventTarget {
  zoom = 1
  margin = { x: 0, y: 0 }
  scroll = { x: 0, y: 0 }
  corner = { x: 0, y: 0 }
  #isFirst = true // nobody has zoomed yet
  #sizes = new ResizeObserver((entries) => this.#resized(entries))

  /** `view` scrolls `sheet`, in which `board` lies, at least that many rem wide. */
  constructor({ view, sheet, board, least }) {
    super()
    Object.assign(this, { view, sheet, board, least })
    view.addEventListener("scroll", () => this.#scrolled(), { passive: true })
    view.addEventListener("wheel", (event) => this.#wheeled(event), { passive: false })
  }

  open() {
    this.look()
    this.world = { width: this.board.offsetWidth, height: this.board.offsetHeight }
    this.first()
    paper.addEventListener("change", this.#turn)
    this.#sizes.observe(this.view.parentElement)
    this.#sizes.observe(this.board)
  }

  close() {
    paper.removeEventListener("change", this.#turn)
    this.#sizes.disconnect()
  }

  /** The whole width, from the top. */
  first() {
    this.look()
    this.#isFirst = true
    this.#show(this.firstZoom, { x: 0, y: 0 })
  }

  /** All of it. */
  whole() {
    this.look()
    this.#show(fitting(this.size, this.world), { x: 0, y: 0 })
    this.#isFirst = false
  }

  /** That part of the board, as large as it can be read in one go; its top where it is too high. */
  showPart(element) {
    this.look()
    const { left, top, right, bottom } = this.toWorldRect(element.getBoundingClientRect())
    const [width, height] = [right - left + 2 * AIR, bottom - top + 2 * AIR]
    const most = Math.min(CLOSEST, fitting(this.size, { width, height: 1 }))
    this.#isFirst = false
    this.zoom = Math.max(Math.min(READABLE, most), Math.min(most, this.size.height / height))
    const aside = Math.max(0, this.size.width / this.zoom - width) / 2
    this.#show(this.zoom, { x: left - AIR - aside, y: top - AIR })
  }

  larger() {
    this.look()
    this.zoomBy(STEP)
  }

  smaller() {
    this.look()
    this.zoomBy(1 / STEP)
  }

  /** The point of the world under `at` stays where it is: by itself the middle of the view. */
  zoomBy(factor, at = this.#middle) {
    this.move({ x: 0, y: 0 }, factor, at)
  }

  /** By so many pixels, and larger by that factor around the point at which it arrives. */
  move(by, factor = 1, at = this.#middle) {
    if (factor !== 1) this.#isFirst = false
    const held = toWorld({ x: at.x - by.x, y: at.y - by.y }, this)
    const zoom = limit(this.zoom * factor)
    const { margin } = lie(this.size, this.world, zoom)
    this.#lay(zoom)
    this.#scrollTo(scrollTo(held, at, { zoom, margin, corner: this.corner }))
  }

  /** Puts that point of the world in the middle. */
  centre(point) {
    this.#scrollTo(scrollTo(point, this.#middle, this))
  }

  /** Goes so far, if it can; whether it could. */
  pan({ x, y }) {
    const before = this.scroll
    this.#scrollTo({ x: before.x + x, y: before.y + y })
    return this.scroll.x !== before.x || this.scroll.y !== before.y
  }

  /** Reads where the view is; points of the page are good until the page is laid out anew. */
  look() {
    this.#frame()
    this.scroll = { x: this.view.scrollLeft, y: this.view.scrollTop }
  }

  /** The view on the page. */
  get frame() {
    const { corner: { x, y }, size: { width, height } } = this
    return { left: x, top: y, right: x + width, bottom: y + height }
  }

  /** What of the world is seen. */
  get seen() {
    if (paper.matches) return { left: 0, top: 0, right: this.world.width, bottom: this.world.height }
    return this.toWorldRect(this.frame)
  }

  get isAllSeen() {
    return this.extent.width <= this.size.width && this.extent.height <= this.size.height + 1
  }

  toWorld(point) {
    return toWorld(point, this)
  }

  toPage(point) {
    return toPage(point, this)
  }

  toWorldRect({ left, top, right, bottom }) {
    const [from, to] = [this.toWorld({ x: left, y: top }), this.toWorld({ x: right, y: bottom })]
    return { left: from.x, top: from.y, right: to.x, bottom: to.y }
  }

  get #middle() {
    const { left, top, right, bottom } = this.frame
    return { x: (left + right) / 2, y: (top + bottom) / 2 }
  }

  #frame() {
    const { left, top } = this.view.getBoundingClientRect()
    this.corner = { x: left, y: top }
    this.size = { width: this.view.clientWidth, height: this.view.clientHeight }
    this.rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
    this.#furnish()
  }

  // Once for each size of the page: what is laid out anew moves all notes.
  #furnish() {
    const { size, least, rem, board } = this
    if (paper.matches) return
    const about = [size.width, size.height, rem].join()
    if (about === this.furnished) return
    this.furnished = about
    const width = worldWidth(size, least, rem)
    this.firstZoom = firstZoom(size, width, rem)
    board.style.width = `${width}px`
    board.style.setProperty("--high", `${Math.floor(size.height / this.firstZoom)}px`)
    board.style.setProperty("--title", `${Math.max(1, 0.82 / this.firstZoom)}rem`)
  }

  #resized(entries) {
    const world = entries.find(({ target }) => target === this.board)?.borderBoxSize[0]
    if (world) this.world = { width: world.inlineSize, height: world.blockSize }
    this.look()
    this.#lay(this.#isFirst ? this.firstZoom : this.zoom)
    this.dispatchEvent(new Event("grown"))
    this.#tell()
  }

  #show(zoom, corner) {
    this.#lay(zoom)
    const { margin } = this
    this.#scrollTo({ x: corner.x * zoom + margin.x, y: corner.y * zoom + margin.y })
  }

  // On paper all of the board lies as large as it is, whatever was seen of it.
  #turn = () => {
    this.furnished = null
    for (const name of DRESS) this.board.style.removeProperty(name)
    this.sheet.removeAttribute("style")
    if (paper.matches) return this.#tell()
    this.look()
    this.#lay(this.zoom)
    this.#tell()
  }

  #lay(zoom) {
    if (paper.matches) return
    const { width, height, margin } = lie(this.size, this.world, zoom)
    Object.assign(this, { zoom, margin, extent: { width, height } })
    this.sheet.style.width = `${Math.floor(width)}px`
    this.sheet.style.height = `${Math.floor(height)}px`
    this.board.style.transform = `translate(${margin.x}px, ${margin.y}px) scale(${zoom})`
  }

  #scrollTo({ x, y }) {
    this.view.scrollTo({ left: x, top: y, behavior: "instant" })
    const most = ({ width, height }) => [width - this.size.width, height - this.size.height]
    const [right, bottom] = most(this.extent)
    const within = (at, most) => Math.max(0, Math.min(at, most))
    this.scroll = { x: within(x, right), y: within(y, bottom) }
    this.#tell()
  }

  #scrolled() {
    this.scroll = { x: this.view.scrollLeft, y: this.view.scrollTop }
    this.#tell()
  }

  #tell() {
    this.dispatchEvent(new Event("moved"))
  }

  // A pinch on a touchpad comes as a wheel with Ctrl.
  #wheeled(event) {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    this.look()
    const by = event.deltaY * (event.deltaMode ? LINE : 1)
    this.zoomBy(Math.exp(-by * WHEEL), { x: event.clientX, y: event.clientY })
  }
}

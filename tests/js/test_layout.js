import { layOut } from "/static/js/board/layout.js"
import { equal, ok, test } from "./assert.js"

// Where a layout puts its zones: without notes and without a page around them.

const zone = (id, more = {}) => ({ id, title: id, kind: "idea", ...more })
const part = (id, x, y, w, h) => zone(id, { x, y, w, h })
const ring = (id, r0, r1, a0 = 0, a1 = 360) => zone(id, { r0, r1, a0, a1 })

const said = (element, name) => element.style.getPropertyValue(name)
const areas = ({ grounds }) => [...grounds.values()].map(({ element }) => said(element, "--area"))

test("zones share the width of the board, and their parts of its height are the least they have", () => {
  const zones = [part("a", 0, 0, 0.6667, 0.5), part("b", 0.6667, 0, 0.3333, 0.5)]
  const layout = layOut({ type: "columns", zones: [...zones, part("c", 0, 0.5, 1, 0.5)] })

  equal(said(layout.board, "--columns"), "minmax(0, 66.7fr) minmax(0, 33.3fr)")
  const row = "minmax(calc(var(--high) * 0.45), auto)"
  equal(said(layout.board, "--rows"), `${row} ${row}`)
  equal(areas(layout), ["1 / 1 / 2 / 2", "1 / 2 / 2 / 3", "2 / 1 / 3 / 3"])
})

test("a board is so wide that its narrowest zone has room for a note", () => {
  const zones = [part("a", 0, 0, 0.9, 1), part("b", 0.9, 0, 0.1, 1)]
  ok(layOut({ type: "columns", zones }).least >= 100)
})

test("a table leaves its first row and column to the titles", () => {
  const zones = [part("r__a", 0.2, 0.1, 0.4, 0.9), part("r__b", 0.6, 0.1, 0.4, 0.9)]
  const titles = (...names) => names.map((title) => ({ id: title, title }))
  const heads = { row_titles: titles("R"), column_titles: titles("A", "B") }
  const layout = layOut({ type: "table", zones, header: { left: 0.2, top: 0.1 }, ...heads })

  equal(areas(layout), ["2 / 2 / 3 / 3", "2 / 3 / 3 / 4"])
  const strips = [...layout.board.querySelectorAll(".strip")]
  equal(strips.map((strip) => strip.textContent), ["AB", "R"])
  layout.follow({ left: -20, top: 130 })
  equal(strips.map((strip) => strip.style.translate), ["0px 130px", "0px"])
})

test("the parts of a plane lie in it from the top left, in whatever order they are told", () => {
  const [x_axis, y_axis] = [{ low: "little", high: "much" }, { low: "small", high: "large" }]
  const zones = [part("d", 0.5, 0.5, 0.5, 0.5), part("c", 0, 0.5, 0.5, 0.5)]
  zones.push(part("b", 0.5, 0, 0.5, 0.5), part("a", 0, 0, 0.5, 0.5))
  const { board } = layOut({ type: "matrix2x2", x_axis, y_axis, zones })

  const order = [...board.querySelectorAll(".zone")].map(({ dataset }) => dataset.zone)
  equal(order, ["a", "b", "c", "d"])
})

test("whole rings lie in one another, the widest outside", () => {
  const zones = [ring("core", 0, 0.34), ring("near", 0.34, 0.67), ring("far", 0.67, 1)]
  const { board, grounds } = layOut({ type: "radial", zones })

  equal([...board.children].map(({ dataset }) => dataset.zone), ["far", "near", "core"])
  equal([...grounds.keys()], ["core", "near", "far"], "and are read from the core outwards")
  equal(said(grounds.get("core").element, "--depth"), "2")
})

test("sectors stand around their core, clockwise from twelve", () => {
  const petals = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => ring(`p${n}`, 0.25, 1, 45 * n, 45 * n + 45))
  const layout = layOut({ type: "radial", zones: [ring("core", 0, 0.25), ...petals] })

  const clockwise = ["1 / 2", "1 / 3", "2 / 3", "3 / 3", "3 / 2", "3 / 1", "2 / 1", "1 / 1"]
  equal(areas(layout), ["2 / 2", ...clockwise])
})

test("what a zone asks for stands in it until there is a note", () => {
  const zones = [zone("a", { x: 0, y: 0, w: 1, h: 1, prompt: "Figures, complaints" })]
  const { element, show } = layOut({ type: "free", zones }).grounds.get("a")
  const hint = element.querySelector(".zone__hint")

  equal([hint.textContent, hint.hidden], ["Figures, complaints", false])
  show(1)
  ok(hint.hidden)
  show(0)
  ok(!hint.hidden)
})

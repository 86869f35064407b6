"""How fast a full board is in a browser: `python -m bench.board`.

Starts the server as a user does, fills one board, and opens it on a laptop in Chromium. Work is
what the main thread ran between two frames, from Chromium's own trace: script, style, layout and
paint, but not the time that it waited for the next frame.
"""

import argparse
import json
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from math import cos, pi, sin
from pathlib import Path
from posixpath import dirname, join, normpath
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic

from playwright.sync_api import Browser, Page, sync_playwright

from bench.likeness import board as sayings
from bench.live import share
from bench.served import ROOT, serving
from bench.traced import traced
from tests.cast import TOKEN, add_note, edit_note, new_app, note_id
from tests.load.crowds import Crowd
from tests.load.wire import Line
from tests.servers.browser import DEVICES, FLAGS

MANY, SOME, SLOW = 2_000, 500, 4  # notes, notes, times slower
LONG = 34  # ms
CHANGES = 50  # by others, at once
RESTS = 1_500  # ms in which all that was started has ended
LATER = re.compile(r"""import\(\s*["']([^"']+)["']""")
SEAT = ("seat", "board", "composer", "timer", "status", "tray", "undo")  # its islands
WATCH = """new MutationObserver((records) => {
  const grew = records.some(({ target, addedNodes }) => addedNodes.length &&
    target.closest?.(".board"))
  if (grew) performance.mark("grew")
}).observe(document, { childList: true, subtree: true })"""
MINE = """([x, y]) => {
  const away = ({ left, top }) => Math.hypot(left + 30 - x, top + 30 - y)
  const even = ({ dataset: { id } }) => parseInt(id.at(-1), 16) % 2 === 0 // Ben's
  const notes = [...document.querySelectorAll(".board .note")].filter(even)
  const rects = notes.map((one) => one.getBoundingClientRect())
  const { left, top } = rects.sort((a, b) => away(a) - away(b))[0]
  return [left + 30, top + 30]
}"""
HEADING = "\n| what | on the board | measured | promised |\n|---|---|---|---|"


def main() -> None:
    wishes = read_wishes()
    print(f"`python -m bench.board --seconds {wishes.seconds:g} --turns {wishes.turns}`")
    print(f"Load average before: {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    print(HEADING)
    with chromium() as browser:
        for rows in (full(browser, wishes), slow(browser, wishes)):
            for row in rows:
                print("| " + " | ".join(row) + " |", flush=True)
    print(f"\nLoad average after: {os.getloadavg()[0]:.1f}")


def read_wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=4, help="that a note is dragged")
    parser.add_argument("--turns", type=int, default=3, help="of which the median is told")
    return parser.parse_args()


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = subprocess.check_output([ROOT / "bin/chromium"], text=True).strip()
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


# What is measured


def full(browser: Browser, wishes: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    notes = f"{MANY:,} notes"
    with a_board(MANY) as room:
        page, _ = opened(browser, room)
        drags = [drag(page, wishes.seconds) for _ in range(wishes.turns)]
        yield from told_drags(notes, drags, "p95 ≤ 8 ms", "≤ 1 %")
        ticks = [tick(page, room, turn) for turn in range(wishes.turns)]
        applied, worst, took, frames = map(middle, zip(*ticks, strict=True))
        yield f"{CHANGES} changes by others: applied", notes, f"{applied:.1f} ms", "≤ 8 ms"
        says = f"{worst:.1f} ms in the longest frame, {took:.1f} ms in all {frames:.0f}"
        yield "… and laid out, painted, sorted by what is near", notes, says, "–"
        page.context.close()
        yield from scripts(room)


def slow(browser: Browser, wishes: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    notes = f"{SOME} notes, CPU ×{SLOW}"
    with a_board(SOME) as room:
        waits, drags, heaps = [], [], []
        for _ in range(wishes.turns):
            page, wait = opened(browser, room, SLOW)
            waits.append(wait)
            drags.append(drag(page, wishes.seconds))
            heaps.append(heap(page))
            page.context.close()
        yield from told_drags(notes, drags, "p95 ≤ 33 ms", "–")
        yield "heap", notes, f"{middle(heaps):.0f} MB", "≤ 120 MB"
        yield "snapshot to interactive", notes, f"{middle(waits) / 1_000:.2f} s", "≤ 1 s"


def told_drags(notes: str, drags: list, promised: str, promised_long: str) -> Iterator[tuple]:
    p50, p95, worst, longer = map(middle, zip(*drags, strict=True))
    says = f"p50 {p50:.1f}, p95 {p95:.1f}, max {worst:.1f} ms"
    yield "one note dragged: work a frame", notes, says, promised
    yield f"frames over {LONG} ms", notes, f"{longer:.1f} %", promised_long


def middle(figures) -> float:
    return median(list(figures))


def opened(browser: Browser, room: Crowd, slower: int = 1) -> tuple[Page, float]:
    """Ben's laptop before the board; and how many ms after its snapshot it was at rest."""
    context = browser.new_context(**DEVICES["laptop"], locale="id-ID")
    address = f"http://127.0.0.1:{room.port}"
    token = {"name": f"seat_{room.workshop_id}", "value": TOKEN.format("ben"), "url": address}
    context.add_cookies([token])
    context.add_init_script(WATCH)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    with traced(page) as trace:
        page.goto(f"{address}/w/{room.code}")
        page.locator(".board .note").first.wait_for(timeout=60_000)
        page.wait_for_timeout(RESTS * slower)
    came = trace.came("/snapshot")
    return page, trace.settled(trace.marks["grew"]) - came


def drag(page: Page, seconds: float) -> tuple[float, float, float, float]:
    """A note in circles over the board: work a frame at p50, p95 and most, and % that are long."""
    box = page.locator(".space__view").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    note = page.evaluate(MINE, [x, y])
    page.mouse.move(*note)
    page.mouse.down()
    page.mouse.move(note[0] + 12, note[1] + 12, steps=3)
    page.wait_for_selector(".note--ghost")
    with traced(page) as trace:
        ends, step = monotonic() + seconds, 0
        while monotonic() < ends:
            step += 1
            turn = 2 * pi * step / 120
            page.mouse.move(x + cos(turn) * box["width"] * 0.3, y + sin(turn) * box["height"] * 0.3)
    page.keyboard.press("Escape")
    page.mouse.up()
    work = trace.work()
    longer = sum(one > LONG for one in work) / len(work) * 100
    return share(work, 0.5), share(work, 0.95), work[-1], longer


def tick(page: Page, room: Crowd, turn: int) -> tuple[float, float, float, int]:
    """Citra changes many notes at once: what the script of it takes until the page knows and shows
    them all, the most work in a frame, all of it, and how many frames."""
    line = room.line("citra")
    line.send("40" + json.dumps(room.ticket("citra").auth))
    until(line, "joined", 1)
    with traced(page) as trace:
        for number in range(CHANGES):
            line.emit("submit", room.op_on(room.board, **change(number, turn)), number)
        until(line, "answer", CHANGES)
        page.wait_for_timeout(RESTS)
    line.close()
    applied = trace.parts["FunctionCall"] - trace.parts["TimerFire"]
    return applied, max(trace.work(), default=0), trace.worked, len(trace.frames)


def until(line: Line, kind: str, times: int) -> None:
    while times > 0:
        times -= sum(one.kind == kind for one in line.receive(10))


def change(number: int, turn: int) -> dict:
    """Of three one is moved, one edited and one painted; all of them Citra's."""
    which = 2 * number + 1
    if number % 3 == 0:
        place = {"zone": "ideas", "order": order(which) + "abc"[turn % 3], "x": None, "y": None}
        return {"op": "move_note", "note_id": note_id(which), "place": place}
    if number % 3 == 1:
        return edit_note(which, f"Kata yang baru {turn} {number}")
    colour = ("white", "blue", "green")[turn % 3]
    return {"op": "recolour", "note_id": note_id(which), "colour": colour}


def heap(page: Page) -> float:
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    return session.send("Runtime.getHeapUsage")["usedSize"] / 1_000_000


# The board


@contextmanager
def a_board(notes: int) -> Iterator[Crowd]:
    """Ben's and Citra's in turn, in two zones; written before a server has seen the board."""
    with TemporaryDirectory() as folder, serving(Path(folder) / "data") as server:
        app = new_app(server.data)
        room = Crowd(app, server.port)
        with app.app_context():
            fill(room, list(sayings(notes).values()))
        yield room
        app.extensions["database"].close()


def fill(room: Crowd, texts: list[str]) -> None:
    clerk = room.clerks.of(room.board)
    for number, text in enumerate(texts):
        zone = "wild" if number >= len(texts) * 0.7 else "ideas"
        wish = add_note(number, text, zone)
        wish["place"]["order"] = order(number)
        clerk.put(room.op("citra" if number % 2 else "ben", wish, room.board))
        if number % 500 == 499:
            clerk.turn()
    clerk.turn()


def order(number: int) -> str:
    return f"c{number:04}m"


def scripts(room: Crowd) -> Iterator[tuple[str, ...]]:
    """What a seat's page loads, at once and whenever its parts are used, as it travels."""
    shelf = room.app.extensions["assets"]()
    first: dict[str, str] = {}
    for island in SEAT:
        shelf.needed_by(f"js/islands/{island}.js", first)
    shelf.needed_by("js/app.js", first)
    later, waiting = dict(first), list(first)
    while waiting:
        path = waiting.pop()
        for name in LATER.findall(shelf[path].body.decode()):
            more: dict[str, str] = {}
            shelf.needed_by(normpath(join(dirname(path), name)), more)
            waiting += more.keys() - later.keys()
            later |= more
    ours = [path for path in later if not path.startswith("vendor/")]
    for what, paths, promised in (
        ("with the page", first, "–"),
        ("of ours, in all", ours, "≤ 120 KB"),
        ("with Socket.IO, idb-keyval and perfect-freehand", later, "–"),
    ):
        weight = sum(len(shelf[path].pressed or shelf[path].body) for path in paths) / 1_000
        yield f"JavaScript {what}", f"{len(paths)} files", f"{weight:.0f} KB", promised


if __name__ == "__main__":
    main()

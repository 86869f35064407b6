"""Boards with hundreds of notes: what is far is not drawn, and yet is all there."""

from playwright.sync_api import expect

from tests.cast import add_note
from tests.seat.space import go_to, on_board


def test_far_notes_of_a_full_board_keep_their_place_and_can_be_come_to(open_room):
    ben = on_board(open_room, "silent_brainstorm", most=180)
    first, last = ben.locator(".note").first, ben.locator(".note").last
    expect(last.locator(".note__text")).to_be_hidden()
    high = ben.locator(".board").evaluate("(it) => it.offsetHeight")

    first.focus()
    first.press("End")

    expect(last).to_be_focused()
    expect(last).to_be_in_viewport()
    expect(last.locator(".note__text")).to_be_visible()
    expect(last.locator("xpath=preceding-sibling::*[1]/p")).to_be_visible()
    expect(first.locator(".note__text")).to_be_hidden()
    # A height that is guessed may be a fraction of a pixel beside what a line of type is.
    assert abs(ben.locator(".board").evaluate("(it) => it.offsetHeight") - high) <= 2


def test_what_one_looks_at_stays_while_what_lies_above_it_is_drawn(open_room):
    board = go_to(open_room, "silent_brainstorm")
    texts = ("A\nb\nc\nd", "Antrean yang panjang di loket empat", "A")

    def fill(cast) -> None:
        wishes = [
            add_note(n, texts[n % 3], place={"zone": "ideas", "order": f"b{n:03}"})
            for n in range(300)
        ]
        cast.all_ask(board, *(cast.op("ben", wish, board) for wish in wishes))

    open_room.act(fill)
    ben = open_room.seat("ben", "laptop")
    ben.locator(".note").first.focus()
    ben.keyboard.press("End")
    expect(ben.locator(".note").last).to_be_in_viewport()
    ben.locator(".note").last.evaluate("(it) => it.blur()")
    for _ in range(6):
        ben.wait_for_timeout(400)  # until what is near by now has been drawn
        assert abs(ben.evaluate(SCROLLED_BY) - 150) <= 3


# How far the note in the middle has moved, when one has scrolled up by 150 pixels.
SCROLLED_BY = """async () => {
  const view = document.querySelector(".space__view")
  const { left, top, width, height } = view.getBoundingClientRect()
  const rows = [...document.querySelectorAll(".board .note")]
  const near = (one) => Math.abs(one.getBoundingClientRect().top - top - height / 3)
  const seen = rows.reduce((a, b) => (near(b) < near(a) ? b : a))
  const before = seen.getBoundingClientRect().top
  view.scrollBy({ top: -150, behavior: "instant" })
  await new Promise((done) => setTimeout(done, 700))
  return seen.getBoundingClientRect().top - before
}"""


def test_on_paper_a_full_board_says_all_that_it_says(open_room):
    ben = on_board(open_room, "silent_brainstorm", most=180)
    expect(ben.locator(".note").last.locator(".note__text")).to_be_hidden()
    ben.emulate_media(media="print")

    last = ben.locator(".note").last.locator(".note__text")
    expect(last).to_be_visible()
    expect(last).to_contain_text("Catatan")
    assert ben.locator(".note__text").count() == ben.locator(".note").count()

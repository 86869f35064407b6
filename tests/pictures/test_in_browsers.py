"""Photos and drawings in real browsers: given, sent while the line breaks, seen by the others."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.axe import complaints
from tests.cast import add_note
from tests.pictures.corpus import REFUSED, photo
from tests.pictures.having import have_picture, set_picture
from workshop.pictures.cleaning import clean

MENU = "What can be done with this note"
SEEN = "image => image.complete && image.naturalWidth > 0"


@pytest.fixture
def board(open_room) -> str:
    return open_room.act(lambda cast: cast.start_writing())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "foto.jpg"
    path.write_bytes(photo())
    return path


def choose(page: Page, file: Path) -> None:
    """From the dialog of sources that is open."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a picture").click()
    chooser.value.set_files(file)


def give(page: Page, file: Path, alt: str = "") -> None:
    """A picture for the next note."""
    page.get_by_role("button", name="Photo or drawing").click()
    choose(page, file)
    page.get_by_label("What can be seen?").fill(alt)


def write(page: Page, text: str) -> None:
    page.get_by_label("Write a note").fill(text)
    page.get_by_role("button", name="Add", exact=True).click()


def seen(image: Locator) -> None:
    """It has come, and is a picture."""
    expect(image).to_be_visible()
    expect(image).to_have_attribute("src", re.compile("/pictures/p[0-9a-f]{32}"))
    image.page.wait_for_function(SEEN, arg=image.element_handle())


def test_a_chosen_photo_goes_to_the_board_for_which_it_was_chosen(open_room, board, file):
    ben = open_room.seat("ben")
    give(ben, file)
    open_room.act(lambda cast: cast.go_to("pov_statement", 2))
    expect(ben.get_by_text("It still goes to")).to_be_visible()
    ben.get_by_role("button", name="Add", exact=True).click()
    expect(ben.get_by_text("It still goes to")).to_be_hidden()

    assert len(open_room.act(lambda cast: cast.notes(board))) == 1


def test_a_phone_adds_a_photo_while_the_line_breaks_and_the_laptop_sees_it(open_room, board, file):
    ben, citra = open_room.seat("ben"), open_room.seat("citra", "laptop")
    give(ben, file, "Antrean di loket")

    ben.context.set_offline(True)
    write(ben, "Pagi hari")
    expect(ben.locator(".row .picture--coming")).to_be_visible()
    expect(ben.get_by_text("The picture waits.")).to_be_visible()
    write(ben, "Yang ini juga")  # and nothing keeps him from writing
    expect(ben.locator(".row")).to_have_count(2)
    expect(citra.locator(".note")).to_have_count(0)

    ben.context.set_offline(False)
    seen(citra.locator(".note .picture"))
    seen(ben.locator(".row .picture"))
    expect(citra.get_by_alt_text("Antrean di loket")).to_have_count(1)
    expect(ben.locator(".picture__way")).to_be_hidden()
    expect(citra.locator(".note").first).to_have_attribute("aria-label", re.compile("Antrean"))


def test_a_picture_outlives_its_page(open_room, board, file):
    ben = open_room.seat("ben")
    pieces = re.compile(r"/pictures/p[0-9a-f]{32}\?at=")
    ben.route(pieces, lambda request: request.abort())
    give(ben, file)
    with ben.expect_request(pieces):
        write(ben, "Pagi hari")
    expect(ben.locator(".row__state")).to_have_count(1)

    ben.unroute_all()
    ben.reload()

    seen(ben.locator(".row .picture"))
    ben.wait_for_function("alias => !localStorage.getItem(`pictures/${alias}`)", arg=alias(ben))
    ben.reload()
    seen(ben.locator(".row .picture"))
    expect(ben.locator(".row")).to_have_count(1)


def alias(page: Page) -> str:
    return page.locator("[data-seat]").get_attribute("data-seat")


def test_a_picture_without_words_is_a_note_all_the_same(open_room, board, file):
    ben = open_room.seat("ben", language="id")
    ben.get_by_role("button", name="Foto atau gambar tangan").click()
    with ben.expect_file_chooser() as chooser:
        ben.get_by_role("button", name="Pilih gambar").click()
    chooser.value.set_files(file)
    ben.get_by_role("button", name="Tambah", exact=True).click()

    expect(ben.locator(".row__text")).to_have_text("Gambar")
    seen(ben.locator(".row .picture"))


def test_a_drawing_by_mouse_is_seen_by_the_others(open_room, board):
    ben, citra = open_room.seat("ben", "laptop"), open_room.seat("citra")
    ben.get_by_role("button", name="Photo or drawing").click()
    ben.get_by_role("button", name="Draw", exact=True).click()
    sheet = ben.get_by_role("dialog", name="Draw")
    assert complaints(ben) == []

    stroke(ben, (100, 100), (300, 200))
    stroke(ben, (100, 250), (300, 250))
    sheet.get_by_role("button", name="Undo").click()
    sheet.get_by_role("button", name="Red pen").click()
    stroke(ben, (150, 120), (200, 300))
    sheet.get_by_role("button", name="Done").click()
    write(ben, "Denah loket")

    seen(citra.locator(".row .picture"))
    colours = citra.locator(".row .picture").evaluate(COLOURS)
    assert colours["red"] > 20 and colours["black"] > 20 and colours["white"] > 1_000


def stroke(page: Page, begin: tuple[int, int], end: tuple[int, int]) -> None:
    paper = page.get_by_role("img", name="A sheet to draw on").bounding_box()
    at = [(paper["x"] + x, paper["y"] + y) for x, y in (begin, end)]
    page.mouse.move(*at[0])
    page.mouse.down()
    page.mouse.move(*at[1], steps=8)
    page.mouse.up()


COLOURS = """image => {
  const paper = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext("2d")
  paper.drawImage(image, 0, 0)
  const { data } = paper.getImageData(0, 0, image.naturalWidth, image.naturalHeight)
  const found = { red: 0, black: 0, white: 0 }
  for (let at = 0; at < data.length; at += 4) {
    const [r, g, b] = data.slice(at, at + 3)
    if (r > 150 && g < 90) found.red += 1
    else if (r < 90 && g < 90) found.black += 1
    else if (r > 240 && g > 240) found.white += 1
  }
  return found
}"""


def test_a_file_that_is_no_picture_stays_with_its_sender_and_says_what_to_do(
    open_room, board, tmp_path
):
    ben = open_room.seat("ben")
    (tmp_path / "foto.jpg").write_bytes(REFUSED["words"][0])
    give(ben, tmp_path / "foto.jpg")
    write(ben, "Pagi hari")

    card = ben.locator(".left-over")
    expect(card).to_contain_text("cannot be read as a picture. Please choose another one")
    expect(ben.locator(".row__text")).to_have_text("Pagi hari")
    ben.reload()
    expect(card).to_contain_text("cannot be read as a picture")
    with ben.expect_download() as kept:
        card.get_by_role("link", name="Keep it on this device").click()
    assert Path(kept.value.path()).read_bytes() == REFUSED["words"][0]

    card.get_by_role("button", name="Throw away").click()
    expect(card).to_have_count(0)
    ben.reload()
    expect(ben.locator(".row")).to_have_count(1)
    expect(card).to_have_count(0)


def test_a_note_that_is_there_gets_a_picture_words_and_loses_it_again_by_keyboard(
    open_room, board, file
):
    open_room.act(lambda cast: cast.asks("ben", add_note(), board))
    ben = open_room.seat("ben", "laptop")
    note = ben.locator(".note")
    expect(note).to_contain_text("You")

    open_menu(ben)
    with ben.expect_file_chooser() as chooser:
        press(ben, "Choose a picture")
    chooser.value.set_files(file)
    ben.get_by_label("What can be seen?").fill("Antrean")
    ben.keyboard.press("Enter")
    seen(note.locator(".picture"))

    open_menu(ben)
    press(ben, "Describe the picture")
    ben.get_by_label("What can be seen?").fill("Antrean panjang")
    assert complaints(ben) == []
    ben.keyboard.press("Enter")
    expect(ben.get_by_alt_text("Antrean panjang")).to_be_visible()

    open_menu(ben)
    press(ben, "Remove the picture")
    expect(note.locator(".picture")).to_be_hidden()
    ben.locator(".receipt").get_by_role("button", name="Undo").click()
    seen(note.locator(".picture"))


def open_menu(page: Page) -> None:
    page.locator(".note").focus()
    page.keyboard.press("Space")
    press(page, "Picture …")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def test_a_picture_opens_large_on_tap(open_room, board):
    lay(open_room, board)
    citra = open_room.seat("citra")

    seen(citra.locator(".row .picture"))
    citra.locator(".row__picture").tap()

    large = citra.get_by_role("dialog", name="Picture").get_by_role("img")
    seen(large)
    expect(large).to_have_attribute("src", re.compile("[0-9a-f]{32}$"))
    expect(citra.get_by_text("Antrean di loket")).to_be_visible()
    assert complaints(citra) == []


def lay(open_room, board) -> None:
    """A note of Ben's with a real picture."""

    def do(cast) -> None:
        cast.asks("ben", add_note(), board)
        have_picture(cast, "ben", board, made=clean(photo()))
        cast.asks("ben", set_picture(alt="Antrean di loket"), board)

    open_room.act(do)


def test_the_wall_shows_it_with_the_note(open_room, board):
    lay(open_room, board)
    shown = board.removeprefix("board:")
    open_room.act(lambda cast: cast.asks("ada", {"op": "show_board", "board": shown}))

    wall = open_room.seat("ada", "wall", path="/screen")
    image = wall.locator(".wall__lane .picture")
    seen(image)
    expect(image).to_have_attribute("alt", "Antrean di loket")
    assert image.bounding_box()["height"] > 150


def test_who_pastes_or_drops_a_picture_gives_it(open_room, board):
    open_room.act(lambda cast: cast.asks("ben", add_note(), board))
    ben = open_room.seat("ben", "laptop")
    expect(ben.locator(".note")).to_contain_text("You")

    ben.get_by_label("Write a note").evaluate(HANDS, ["paste", list(photo())])
    expect(ben.locator(".chosen .picture")).to_be_visible()
    write(ben, "Dari papan klip")
    seen(ben.locator(".note .picture"))

    mine = ben.locator(".note", has_text="Loket keliling")
    mine.evaluate(HANDS, ["drop", list(photo())])
    ben.get_by_role("button", name="Send the picture").click()
    seen(mine.locator(".picture"))

    ben.locator("#work").evaluate(HANDS, ["drop", list(photo())])
    expect(ben.locator(".chosen .picture")).to_be_visible()


HANDS = """(element, [kind, bytes]) => {
  const given = new DataTransfer()
  given.items.add(new File([new Uint8Array(bytes)], "foto.jpg", { type: "image/jpeg" }))
  const more = { bubbles: true, cancelable: true }
  element.dispatchEvent(
    kind === "paste"
      ? new ClipboardEvent("paste", { ...more, clipboardData: given })
      : new DragEvent("drop", { ...more, dataTransfer: given }),
  )
}"""


def test_a_page_without_pictures_loads_nothing_for_them(open_room, board):
    asked = []
    ben = open_room.device("phone", language="en")
    ben.on("request", lambda request: asked.append(request.url))
    open_room.sit_down(ben, "ben", "en")
    ben.goto(open_room.address + open_room.path)
    write(ben, "Loket keliling")
    expect(ben.locator(".row")).to_have_count(1)
    expect(ben.get_by_role("button", name="Photo or drawing")).to_be_visible()

    assert [url for url in asked if "/js/pictures/" in url] == []
    ben.get_by_role("button", name="Photo or drawing").click()
    expect(ben.get_by_role("button", name="Take a photo")).to_be_visible()
    assert [url for url in asked if "/js/pictures/" in url]

"""All that opens over a board, or beside it, can be used by everybody: on a phone in the dark in
Indonesian, on a laptop in the light in English."""

import pytest
from playwright.sync_api import Page, expect

from tests.axe import complaints
from tests.cast import (
    add_comment,
    add_note,
    edit_note,
    group_notes,
    link_notes,
    merge_notes,
    note_id,
    remove_note,
)
from tests.pictures.having import have_picture, set_picture

# Every item of the menu of a note on which all of it hangs; the words of their buttons begin so.
OF_A_NOTE = {
    "en": ["Change the words", "Move to …", "Kind and colour …", "One comment", "Arrow to another",
           "2 notes in one", "Picture …", "Earlier words"],
    "id": ["Ubah tulisan", "Pindahkan ke …", "Jenis dan warna …", "1 komentar",
           "Panah ke catatan", "2 catatan", "Gambar …", "Tulisan sebelumnya"],
}  # fmt: skip
OF_A_CLUSTER = {
    "en": ["Change the title", "Move to …"],
    "id": ["Ubah judul", "Pindahkan ke …"],
}


@pytest.fixture
def board(open_room) -> str:
    """Ben's note 1 with everything on it, two others in a cluster, one in the trash."""

    def lay_out(cast) -> str:
        board = f"board:{cast.go_to('pov_statement', 2)}-t1"
        zone = cast.first_zone(board)
        for number, text in enumerate(("Antre", "Antri", "Loket", "Berkas", "Sampah"), start=1):
            place = {"zone": zone, "order": f"a{number}"}
            cast.asks("ben", add_note(number, f"{text} sejak subuh", place=place), board)
        have_picture(cast, "ben", board)
        place = {"zone": zone, "order": "b"}
        for wish in (
            set_picture(),
            edit_note(1, "Antre sejak subuh, pulang sore"),
            merge_notes(1, 2),
            add_comment(1, on=1),
            link_notes(1, 3),
            group_notes(3, 4, title="Loket", place=place),
            remove_note(5),
        ):
            cast.asks("ben", wish, board)
        return board

    return open_room.act(lay_out)


def without_fault(page: Page, where: str) -> None:
    assert complaints(page) == [], where
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def open_menu(page: Page, id: str) -> None:
    """Of that note or cluster, by keyboard."""
    page.locator(f"[data-id='{id}']").focus()
    page.keyboard.press("Shift+F10")
    expect(page.locator("dialog.pop")).to_be_visible()


@pytest.mark.parametrize(
    ("kind", "scheme", "language"), [("phone", "dark", "id"), ("laptop", "light", "en")]
)
def test_everybody_can_use_what_opens_over_a_board(open_room, board, kind, scheme, language):
    ben = open_room.seat("ben", kind, language=language, color_scheme=scheme, bypass_csp=True)
    cluster = ben.locator(".cluster[data-id]").get_attribute("data-id")
    for id, items in ((note_id(1), OF_A_NOTE[language]), (cluster, OF_A_CLUSTER[language])):
        open_menu(ben, id)
        without_fault(ben, "the menu")
        ben.keyboard.press("Escape")
        for item in items:
            open_menu(ben, id)
            ben.locator("dialog.pop").get_by_role("button", name=item).click()
            ben.wait_for_load_state("networkidle")
            without_fault(ben, item)
            ben.keyboard.press("Escape")
            ben.keyboard.press("Escape")
            expect(ben.locator("dialog[open]")).to_have_count(0)


def test_everybody_can_use_the_trash_and_what_chooses_several(open_room, board):
    ben = open_room.seat("ben", "laptop", bypass_csp=True)
    ben.locator("[data-part=trash]").click()
    expect(ben.get_by_role("dialog")).to_contain_text("Sampah")
    without_fault(ben, "the trash")
    ben.keyboard.press("Escape")

    open_menu(ben, note_id(1))
    ben.get_by_role("button", name="Choose several").click()
    expect(ben.get_by_role("toolbar", name="Chosen notes")).to_be_visible()
    without_fault(ben, "what chooses several")

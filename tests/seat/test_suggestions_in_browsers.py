"""Proposals of what belongs together: one looks at them, takes some, and can take them back."""

import pytest
from playwright.sync_api import Page, expect

from tests.axe import complaints
from tests.cast import add_note, note_id

TEXTS = (
    "Ruang tunggu panas dan sempit",
    "Ruang tunggu sempit, panas",
    "Formulir kertas diisi dua kali",
    "Formulir online sering hilang",
    "Formulir terlalu rumit",
    "Calo di tempat parkir",
)


@pytest.fixture
def board(open_room) -> str:
    """Of the first team, where all may group; with six notes."""
    board = f"board:{open_room.act(lambda cast: cast.go_to('pov_statement', 2))}-t1"
    zone = open_room.act(lambda cast: cast.clerks.of(board).look(lambda root: min(root.zones))[1])
    for number, text in enumerate(TEXTS, 1):
        note = add_note(number, text, zone)
        open_room.act(lambda cast, note=note: cast.asks("ben", note, board))
    return board


def state(open_room, board: str) -> dict:
    return open_room.act(lambda cast: cast.clerks.of(board).look(lambda root: root.state()))[1]


def open_proposals(page: Page):
    page.get_by_role("button", name="Suggest groups …").click()
    return page.get_by_role("dialog", name="Suggested groups")


def test_where_nobody_may_group_nothing_is_offered(open_room, board):
    open_room.act(lambda cast: cast.go_to("pov_statement", 1))
    ben = open_room.seat("ben", "laptop")
    expect(ben.locator(".note")).to_have_count(len(TEXTS))
    expect(ben.get_by_role("button", name="Suggest groups …")).to_have_count(0)


@pytest.mark.parametrize("kind", ["laptop", "phone"])
def test_a_proposal_names_its_words_and_is_taken_and_taken_back(open_room, board, kind):
    ben = open_room.seat("ben", kind, bypass_csp=True)
    dialog = open_proposals(ben)
    forms = dialog.get_by_role("listitem").filter(has_text="Words: Formulir")
    expect(forms).to_contain_text("Formulir terlalu rumit")
    take = dialog.get_by_role("button", name="Take the chosen")
    expect(take).to_be_disabled()
    assert complaints(ben) == []

    forms.get_by_role("checkbox").check()
    dialog.get_by_role("button", name="Take 1 proposal").click()
    expect(dialog).to_be_hidden()
    expect(ben.get_by_text("1 proposal taken.")).to_be_visible()
    (cluster,) = wait_for(ben, open_room, board, clusters=1)["clusters"].values()
    assert cluster["title"] == "Formulir"

    ben.locator(".receipt").get_by_role("button", name="Undo").click()
    wait_for(ben, open_room, board, clusters=0)


def test_all_are_taken_at_once_and_each_can_be_taken_back(open_room, board):
    ben = open_room.seat("ben", "laptop")
    dialog = open_proposals(ben)
    dialog.get_by_role("button", name="Choose all").click()
    dialog.get_by_role("button", name="Take 2 proposals").click()
    notes = wait_for(ben, open_room, board, clusters=1)["notes"]
    assert notes[note_id(2)]["merged"] == note_id(1)

    ben.keyboard.press("Control+z")
    notes = wait_for(ben, open_room, board, clusters=0)["notes"]
    assert notes[note_id(2)]["merged"] == note_id(1)  # an act of its own


def test_where_nothing_is_alike_one_is_told_so(open_room):
    open_room.act(lambda cast: cast.go_to("pov_statement", 2))
    dialog = open_proposals(open_room.seat("ben", "laptop"))
    expect(dialog).to_contain_text("No loose notes are alike")


def wait_for(page: Page, open_room, board: str, clusters: int) -> dict:
    """The board as the server has it, once it has so many clusters that somebody made."""
    for _ in range(100):
        now = state(open_room, board)
        lying = {note["place"].get("cluster") for note in now["notes"].values()} - {None}
        if len(lying) == clusters:
            return now
        page.wait_for_timeout(100)
    raise AssertionError(now)

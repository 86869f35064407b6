"""Words that one writes: none is lost, none goes out twice, none lies where it was not meant."""

import json

from playwright.sync_api import Page, expect

from tests.cast import add_note, edit_note
from tests.seat.test_in_browsers import notes_of, write


def field(page: Page):
    return page.get_by_label("Write a note")


def open_editor(page: Page) -> None:
    expect(page.locator(".note__author")).to_have_text("You")  # so it is known whose it is
    page.locator(".note").click()
    page.get_by_role("button", name="Change the words").click()


def with_note(open_room) -> tuple[str, Page]:
    """A board with one note of Ben's, and Ben before it on his laptop."""
    board = open_room.act(lambda cast: cast.start_writing())
    open_room.act(lambda cast: cast.asks("ben", add_note(1, "Loket"), board))
    ben = open_room.seat("ben", "laptop")
    expect(ben.locator(".note__author")).to_have_text("You")
    return board, ben


def with_draft(open_room, meanwhile: str) -> Page:
    """Ben has begun “Loket keliling”, and somebody else has changed the note since then."""
    board, ben = with_note(open_room)
    open_editor(ben)
    ben.keyboard.type(" keliling")
    ben.keyboard.press("Escape")
    open_room.act(lambda cast: cast.asks("ada", edit_note(1, meanwhile), board))
    expect(ben.locator(".note__text")).to_have_text(meanwhile)
    return ben


def test_a_draft_that_stands_in_two_tabs_is_sent_by_one(open_room):
    board = open_room.act(lambda cast: cast.start_writing())
    first = open_room.seat("ben")
    expect(first.locator(".list")).to_be_attached()
    field(first).fill("Satu gagasan")
    second = first.context.new_page()
    second.goto(open_room.address + open_room.path)
    expect(field(second)).to_have_value("Satu gagasan")

    for one, other, words in ((first, second, "Satu gagasan"), (second, first, "Dua gagasan")):
        field(one).fill(words)
        field(other).fill(words)
        one.keyboard.press("Enter")
        expect(field(other)).to_have_value("")
        expect(other.locator(".row__text").get_by_text(words)).to_be_visible()
    assert len(notes_of(open_room, board)) == 2


def test_what_the_other_tab_writes_stays_when_one_sends(open_room):
    open_room.act(lambda cast: cast.start_writing())
    first = open_room.seat("ben")
    expect(first.locator(".list")).to_be_attached()
    second = first.context.new_page()
    second.goto(open_room.address + open_room.path)
    expect(second.locator(".list")).to_be_attached()
    field(first).fill("Satu")
    field(second).fill("Yang lain")

    field(first).press("Enter")
    expect(second.locator(".row__text")).to_have_text("Satu")
    expect(field(second)).to_have_value("Yang lain")
    second.reload()
    expect(field(second)).to_have_value("Yang lain")


def test_an_old_draft_does_not_go_over_newer_words_unasked(open_room):
    ben = with_draft(open_room, meanwhile="Loket tetap")

    open_editor(ben)
    expect(ben.locator(".pop__words")).to_have_value("Loket keliling")
    expect(ben.locator(".pop__meanwhile")).to_contain_text("These words have changed since")
    expect(ben.locator(".pop__meanwhile")).to_contain_text("Loket tetap")
    ben.get_by_role("button", name="Take these words").click()
    expect(ben.locator(".pop__words")).to_have_value("Loket tetap")
    ben.get_by_role("button", name="Save").click()
    open_editor(ben)
    expect(ben.locator(".pop__words")).to_have_value("Loket tetap")
    expect(ben.locator(".pop__meanwhile")).to_be_hidden()


def test_a_draft_that_the_note_says_by_now_is_forgotten(open_room):
    ben = with_draft(open_room, meanwhile="Loket keliling")

    open_editor(ben)
    expect(ben.locator(".pop__meanwhile")).to_be_hidden()
    assert ben.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('draft'))") == []


def test_drafts_as_an_earlier_version_kept_them_are_brought_back(open_room):
    board, ben = with_note(open_room)
    field(ben).fill("x")
    open_editor(ben)
    ben.keyboard.type("x")
    for shape in ('"Kata lama"', '{"text":"Kata lama"}', '{"text":"Kata lama","zones":7}'):
        ben.evaluate(
            "shape => Object.keys(localStorage).map(key => localStorage[key] = shape)", shape
        )
        ben.reload()
        expect(field(ben)).to_have_value("Kata lama")
        open_editor(ben)
        expect(ben.locator(".pop__words")).to_have_value("Kata lama")
        expect(ben.locator(".pop__meanwhile")).to_contain_text("Loket")
    for shape in ("[]", "7", "null", '{"text":7}', "not JSON", json.dumps({"zones": []})):
        ben.evaluate(
            "shape => Object.keys(localStorage).map(key => localStorage[key] = shape)", shape
        )
        ben.reload()
        open_editor(ben)
        expect(ben.locator(".pop__words")).to_have_value("Loket")
    ben.keyboard.press("Escape")
    write(ben, "Sesudahnya")
    expect(ben.locator(".note__text")).to_have_text(["Loket", "Sesudahnya"])


def test_words_may_be_chosen_beyond_the_edge_of_their_field(open_room):
    _, ben = with_note(open_room)
    open_editor(ben)
    box = ben.locator(".pop__words").bounding_box()
    middle = box["y"] + 20

    ben.mouse.move(box["x"] + box["width"] - 20, middle)
    ben.mouse.down()
    ben.mouse.move(60, middle, steps=5)
    ben.mouse.up()
    expect(ben.get_by_role("dialog")).to_be_visible()
    ben.mouse.click(60, middle)
    expect(ben.get_by_role("dialog")).to_have_count(0)


def test_what_is_said_of_a_late_sentence_is_true(open_room):
    open_room.act(lambda cast: cast.start_writing())
    ben = open_room.seat("ben")
    expect(ben.locator(".list")).to_be_attached()
    field(ben).fill("Kalimat untuk Melati")
    seat = open_room.act(lambda cast: cast.look(lambda w: w.people.alias(cast.seat("ben"))))

    def move(team):
        ask = {"op": "move_seat", "seat": seat, "team": team}
        open_room.act(lambda cast: cast.asks("ada", ask))

    move("t2")
    expect(ben.get_by_text("Your words will be kept here.")).to_be_visible()
    move("t1")
    expect(ben.locator("[data-part=late]")).to_be_hidden()
    open_room.act(lambda cast: cast.go_to("storyboard", phase=2))
    expect(ben.get_by_text("It still goes to “Silent Brainstorm”")).to_be_visible()
    open_room.act(lambda cast: cast.asks("ada", {"op": "finish_workshop"}))
    expect(ben.get_by_text("Your words will be kept here.")).to_be_visible()


def test_who_leaves_is_asked_where_refused_words_are_kept_nowhere(open_room):
    """T3"""
    open_room.act(lambda cast: cast.start_writing())
    ben, asked = open_room.device("phone", language="en"), []
    ben.add_init_script("indexedDB.open = () => { throw new Error('no store') }")
    ben.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    open_room.sit_down(ben, "ben", "en")
    ben.goto(open_room.address + open_room.path)
    expect(ben.locator(".list")).to_be_attached()
    ben.context.set_offline(True)
    write(ben, "Jangan hilang")
    open_room.act(lambda cast: cast.asks("ada", {"op": "finish_workshop"}))
    ben.context.set_offline(False)
    expect(ben.locator(".tray")).to_contain_text("Jangan hilang")

    ben.reload()

    assert asked == ["beforeunload"]


def test_an_open_menu_stays_while_the_agenda_changes_elsewhere(open_room):
    board, ben = with_note(open_room)
    ben.locator(".note").click()
    menu = ben.get_by_role("dialog", name="A note")
    expect(menu).to_be_visible()

    def retitle(cast):
        last = cast.steps()[-1].id
        cast.asks("ada", {"op": "retitle_step", "step": last, "title": "Penutupan lain"})

    open_room.act(retitle)
    open_room.act(lambda cast: cast.asks("citra", add_note(2, "Sesudahnya"), board))
    expect(ben.locator(".note__text", has_text="Sesudahnya")).to_be_attached()

    expect(menu).to_be_visible()


def test_earlier_words_are_looked_up_and_brought_back(open_room):
    board, ben = with_note(open_room)
    open_room.act(lambda cast: cast.asks("ada", edit_note(1, "Loket keliling"), board))
    expect(ben.locator(".note__text")).to_have_text("Loket keliling")

    ben.locator(".note").click()
    ben.get_by_role("button", name="Earlier words").click()
    earlier = ben.get_by_role("dialog").locator(".wordings__one")
    expect(earlier).to_have_count(1)
    expect(earlier.locator("q")).to_have_text("Loket")
    earlier.get_by_role("button", name="Bring these back").click()

    expect(ben.get_by_role("dialog")).to_have_count(0)
    expect(ben.locator(".note__text")).to_have_text("Loket")


def test_without_a_connection_earlier_words_are_not_to_be_had_and_one_is_told(open_room):
    board, ben = with_note(open_room)
    open_room.act(lambda cast: cast.asks("ben", edit_note(1, "Loket keliling"), board))
    expect(ben.locator(".note__text")).to_have_text("Loket keliling")
    ben.route("**/wordings", lambda route: route.abort())

    ben.locator(".note").click()
    ben.get_by_role("button", name="Earlier words").click()

    expect(ben.get_by_text("Without a connection this cannot be looked up.")).to_be_visible()


def test_a_page_knows_its_own_notes_before_any_line_is_there(open_room):
    """What the socket and the names would say comes later, and the menu must not wait for it."""
    board = open_room.act(lambda cast: cast.start_writing())
    open_room.act(lambda cast: cast.asks("ben", add_note(1, "Loket"), board))
    ben = open_room.device("laptop", language="en")
    open_room.sit_down(ben, "ben", "en")
    held = []
    for page in ("**/names?**", "**/entries?**", "**/socket.io/**"):
        ben.route(page, lambda route: held.append(route))
    ben.route_web_socket("**/socket.io/**", lambda socket: held.append(socket))
    ben.goto(open_room.address + open_room.path)

    open_editor(ben)

    expect(ben.locator(".pop__words")).to_have_value("Loket")
    assert held

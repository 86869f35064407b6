"""Seats in real browsers: they follow the room, and each works by finger, mouse and keyboard."""

import pytest
from playwright.sync_api import Page, Request, expect

from tests.axe import complaints
from tests.cast import Cast, add_note, note_id


def write(page: Page, text: str) -> None:
    page.get_by_label("Write a note").fill(text)
    page.keyboard.press("Enter")


def with_notes(open_room, kind: str, count: int) -> tuple[str, Page]:
    """A board with so many notes of Ben's, and Ben before it."""
    board = open_room.act(lambda cast: cast.start_writing())
    for number in range(count):
        place = {"zone": "ideas", "order": f"b{number:02}"}
        note = add_note(number, f"Catatan {number}", place=place)
        open_room.act(lambda cast, note=note: cast.asks("ben", note, board))
    return board, open_room.seat("ben", kind)


def zone(page: Page, name: str):
    return page.get_by_role("region", name=name, exact=True)


def test_everybody_follows_the_room_and_sees_what_the_others_write(open_room):
    ben, olga = open_room.seat("ben"), open_room.seat("olga")
    citra = open_room.seat("citra", "laptop")
    expect(ben.get_by_text("Please look to the screen")).to_be_visible()

    open_room.act(lambda cast: cast.start_writing())
    for seat in (ben, citra, olga):
        expect(seat.locator(".step__do")).to_contain_text("Write at least six ideas")
    write(ben, "Loket keliling")
    expect(citra.locator(".note")).to_have_text("GLoket kelilingBen")
    write(citra, "Cek berkas lewat foto")
    expect(ben.locator(".row__text")).to_have_text(["Loket keliling", "Cek berkas lewat foto"])
    expect(olga.locator(".row")).to_have_count(0)

    expect(ben.get_by_label("Write a note")).to_be_focused()
    open_room.act(lambda cast: cast.go_to("silent_brainstorm", phase=2))
    expect(ben.locator(".composer")).to_be_hidden()
    expect(ben.locator(".row__text")).to_have_count(2)


def test_a_note_moves_by_drag_and_by_menu(open_room):
    board = open_room.act(lambda cast: cast.start_writing())
    open_room.act(lambda cast: cast.asks("ben", add_note(1, "Loket keliling"), board))
    citra, ben = open_room.seat("citra", "laptop"), open_room.seat("ben", "laptop")

    expect(ben.locator(".note__author")).to_have_text("You")
    ben.locator(".note").drag_to(zone(ben, "Wild ideas"))
    expect(zone(ben, "Wild ideas").locator(".note")).to_have_count(1)
    expect(zone(citra, "Wild ideas").locator(".note")).to_have_count(1)

    ben.locator(".note").click()
    ben.get_by_role("button", name="Ideas 0").click()
    expect(zone(ben, "Ideas").locator(".note")).to_have_count(1)
    citra.locator(".note").click()
    expect(citra.get_by_role("dialog")).to_contain_text("Loket keliling")
    expect(citra.get_by_role("button", name="Change the words")).to_have_count(0)


def test_the_lines_of_a_note_are_the_same_wherever_it_is_read(open_room):
    board = open_room.act(lambda cast: cast.start_writing())
    note = add_note(1, "Satu\nDua\nTiga")
    open_room.act(lambda cast: cast.asks("ben", note, board))
    laptop, phone = open_room.seat("ben", "laptop"), open_room.seat("ben")

    for text in (laptop.locator(".note__text"), phone.locator(".row__text")):
        assert text.inner_text() == "Satu\nDua\nTiga"
    laptop.locator(".note").click()
    menu = laptop.get_by_role("dialog").locator(".note__text")
    assert menu.inner_text() == "Satu\nDua\nTiga"


def test_keyboard_alone_writes_moves_edits_and_removes_a_note(open_room):
    open_room.act(lambda cast: cast.start_writing())
    ben = open_room.seat("ben", "laptop")
    keys = ben.keyboard
    expect(zone(ben, "Ideas")).to_be_visible()
    ben.get_by_label("Write a note").focus()
    keys.type("Loket keliling")
    keys.press("Enter")
    expect(ben.locator(".note")).to_have_count(1)

    while not ben.locator(".note:focus").count():
        keys.press("Shift+Tab")
    for key in ("m", "ArrowDown", "Enter"):
        keys.press(key)
    expect(zone(ben, "Wild ideas").locator(".note:focus")).to_have_count(1)
    keys.press("Enter")
    keys.type(" tiap Senin")
    keys.press("Enter")
    expect(ben.locator(".note__text")).to_have_text("Loket keliling tiap Senin")
    expect(ben.get_by_role("dialog")).to_have_count(0)
    keys.press("Delete")
    expect(ben.locator(".note")).to_have_count(0)
    ben.locator(".receipt").get_by_role("button", name="Undo").click()
    expect(ben.locator(".note")).to_have_count(1)


def test_who_joins_the_team_is_seen_at_once(open_room):
    ben = open_room.seat("ben")
    members = ben.locator(".wait__people .pill")
    expect(members).to_have_text(["You", "Citra"])

    open_room.act(lambda cast: cast.sit_down("dewi", team="t1"))

    expect(members).to_have_text(["You", "Citra", "Dewi"])


@pytest.mark.parametrize(("kind", "card"), [("phone", ".row"), ("laptop", ".note")])
def test_by_keyboard_one_stays_beside_what_was_removed_and_comes_back_to_it(open_room, kind, card):
    _, ben = with_notes(open_room, kind, 3)
    removed, beside = (ben.locator(f"{card}[data-id={note_id(number)}]") for number in (1, 2))
    removed.focus()

    ben.keyboard.press("Delete")
    expect(beside).to_be_focused()
    receipts = ben.locator(".receipts[role=status]")
    expect(receipts).to_contain_text("The note is removed.It can be brought back.")
    assert ben.locator("[data-part=news]").text_content() == ""

    receipts.get_by_role("button", name="Undo").focus()
    ben.keyboard.press("Enter")
    expect(removed).to_be_focused()


def test_on_the_laptop_all_that_was_removed_can_be_brought_back_by_keyboard(open_room):
    _, ben = with_notes(open_room, "laptop", 3)
    ben.locator(".note").first.focus()
    ben.keyboard.press("Delete")
    ben.keyboard.press("Delete")
    expect(ben.locator(".receipt")).to_have_count(2)

    ben.get_by_role("button", name="Removed (2)").press("Enter")
    trash = ben.get_by_role("dialog", name="Removed notes")
    expect(trash.locator(".row__text")).to_have_text(["Catatan 1", "Catatan 0"])
    back = trash.get_by_role("button", name="Bring back")
    back.first.press("Enter")
    expect(back).to_be_focused()
    back.press("Enter")

    expect(trash).to_have_count(0)
    expect(ben.locator(f".note[data-id={note_id(0)}]")).to_be_focused()
    expect(ben.locator(".note")).to_have_count(3)
    expect(ben.get_by_text("Removed (")).to_be_hidden()


@pytest.mark.parametrize(("kind", "card"), [("phone", ".row"), ("laptop", ".note")])
def test_who_is_on_a_note_that_somebody_removes_is_told_and_stays_beside_it(open_room, kind, card):
    board, ben = with_notes(open_room, kind, 2)
    ben.locator(f"{card}[data-id={note_id(0)}]").focus()

    remove = {"op": "remove_note", "note_id": note_id(0)}
    open_room.act(lambda cast: cast.asks("ada", remove, board))

    expect(ben.locator(f"{card}[data-id={note_id(1)}]")).to_be_focused()
    told = ben.locator("[data-part=news]")
    expect(told).to_have_text("The note you were on has been removed.")


def test_another_step_is_told_and_takes_whoever_lost_their_place_to_its_instruction(open_room):
    board = open_room.act(lambda cast: cast.start_writing())
    open_room.act(lambda cast: cast.asks("ben", add_note(1), board))
    ben = open_room.seat("ben")
    told, instruction = ben.locator("[data-part=told]"), ben.locator(".step__do")
    ben.locator(f".row[data-id={note_id(1)}]").focus()
    assert told.text_content() == ""

    open_room.act(lambda cast: cast.go_to("storyboard", phase=1))
    expect(ben.locator(".seat__title")).to_have_text("Storyboard")
    expect(told).to_have_text(f"Storyboard. {instruction.text_content()}")
    expect(instruction).to_be_focused()

    ben.get_by_label("Write a note").focus()
    pause = next(step.id for step in open_room.act(Cast.steps) if step.type == "break")
    open_room.act(lambda cast: cast.asks("ada", {"op": "jump", "step": pause}))
    expect(ben.locator(".composer")).to_be_hidden()
    expect(instruction).to_be_focused()


def test_at_the_moment_in_which_a_note_is_sent_nothing_is_said_of_waiting(open_room):
    open_room.act(lambda cast: cast.start_writing())
    ben = open_room.seat("ben")
    expect(ben.locator("[data-part=goal]")).to_be_visible()
    ben.get_by_label("Write a note").fill("Loket keliling")

    said = ben.evaluate(
        """document.querySelector(".composer").requestSubmit();
        [...document.querySelectorAll(".saved")].map((place) => place.textContent)"""
    )

    assert said == ["", ""]


def test_a_sentence_can_be_finished_after_the_room_went_on(open_room):
    board = open_room.act(lambda cast: cast.start_writing())
    ben = open_room.seat("ben")
    expect(ben.locator(".list")).to_be_attached()
    ben.get_by_label("Write a note").fill("Loket kel")

    open_room.act(lambda cast: cast.go_to("storyboard", phase=2))
    expect(ben.get_by_text("It still goes to “Silent Brainstorm”")).to_be_visible()
    ben.get_by_label("Write a note").press_sequentially("iling")
    ben.keyboard.press("Enter")

    expect(ben.get_by_text("It still goes to")).to_be_hidden()
    open_room.act(lambda cast: cast.go_to("silent_brainstorm", phase=2))
    expect(ben.locator(".row__text")).to_have_text("Loket keliling")
    expect(ben.locator(".row__state")).to_have_text("late")
    (note,) = open_room.act(lambda cast: cast.notes(board)).values()
    assert note["late"]


def test_a_draft_survives_a_reload(open_room):
    open_room.act(lambda cast: cast.start_writing())
    ben = open_room.seat("ben")
    expect(ben.locator(".list")).to_be_attached()
    ben.get_by_label("Write a note").fill("Loket kel")

    ben.reload()

    expect(ben.get_by_label("Write a note")).to_have_value("Loket kel")


def test_what_was_chosen_before_the_script_came_stays_chosen(open_room):
    open_room.act(lambda cast: cast.start_writing())
    ben, held = open_room.device("phone", language="en"), []
    open_room.sit_down(ben, "ben", "en")
    ben.route("**/islands/composer.js*", lambda request: held.append(request))
    ben.goto(open_room.address + open_room.path, wait_until="domcontentloaded")
    ben.get_by_label("Where the note goes").select_option(label="Wild ideas")

    assert held
    ben.unroute_all()  # which lets go what was held
    expect(ben.locator("[data-part=goal]")).to_be_visible()

    write(ben, "Loket terbang")
    wild = ben.locator(".list__group", has=ben.get_by_role("heading", name="Wild ideas"))
    expect(wild.locator(".row__text")).to_have_text("Loket terbang")


def test_one_writes_where_the_phase_begins_or_where_one_has_chosen(open_room):
    open_room.act(lambda cast: cast.go_to("challenge_brief"))
    ben = open_room.seat("ben")
    chosen = ben.get_by_label("Where the note goes").locator("option:checked")
    expect(ben.locator(".step__do")).to_contain_text("Listen to the sponsor")
    open_room.act(lambda cast: cast.go_to("challenge_brief", phase=1))
    expect(chosen).to_have_text("Service and unit")

    open_room.act(lambda cast: cast.go_to("challenge_brief", phase=3))
    expect(chosen).to_have_text("Our challenge in one sentence")
    expect(ben.locator(".composer__kind [data-part=letter]")).to_have_text("?")
    write(ben, "Antrean yang jelas bagi pemohon")
    challenge = ben.locator(".list__group", has=ben.get_by_role("heading", name="Our challenge"))
    expect(challenge.locator(".row__text")).to_have_text("Antrean yang jelas bagi pemohon")

    ben.get_by_label("Where the note goes").select_option(label="Who uses it")
    open_room.act(lambda cast: cast.go_to("challenge_brief", phase=2))
    expect(ben.locator(".step__do")).to_contain_text("Merge duplicates")
    expect(chosen).to_have_text("Who uses it")
    open_room.act(lambda cast: cast.go_to("hmw_questions", phase=1))
    expect(chosen).to_have_text("Just right")


def test_a_questionnaire_is_handed_out_while_the_page_follows_the_room(open_room):
    ben = open_room.seat("ben")
    open_room.act(lambda cast: cast.go_to("self_assessment", phase=1))

    expect(ben.get_by_text("Please fill in the questionnaire")).to_be_visible()
    expect(ben.get_by_text("This step needs no board")).to_be_hidden()


@pytest.mark.parametrize("part", ["islands/board.js", "islands/seat.js", "board/view.js"])
def test_a_part_of_the_page_that_is_lost_on_the_way_comes_later(open_room, part):
    board = open_room.act(lambda cast: cast.start_writing())
    ben, lost = open_room.device("laptop", language="en"), []

    def lose(request):
        lost.append(request)
        request.abort() if len(lost) < 4 else request.continue_()

    ben.route(f"**/{part}*", lose)
    open_room.sit_down(ben, "ben", "en")
    ben.goto(open_room.address + open_room.path)

    open_room.act(lambda cast: cast.asks("citra", add_note(1, "Cek berkas"), board))
    expect(ben.locator(".note__text")).to_have_text("Cek berkas")
    open_room.act(lambda cast: cast.go_to("silent_brainstorm", phase=3))
    expect(ben.locator(".step__do")).to_contain_text("Second round")
    assert len(lost) >= 4


def test_who_edits_the_same_note_is_told_and_may_choose(open_room):
    board = open_room.act(lambda cast: cast.start_writing())
    open_room.act(lambda cast: cast.asks("ben", add_note(1, "Loket"), board))
    ben = open_room.seat("ben")
    ben.locator("button.row__menu").click()
    ben.get_by_role("button", name="Change the words").click()
    ben.keyboard.type(" keliling")

    edit = {"op": "edit_note", "note_id": note_id(1), "text": "Loket tetap"}
    open_room.act(lambda cast: cast.asks("ada", edit, board))

    expect(ben.get_by_role("dialog")).to_contain_text("Loket tetap")
    ben.get_by_role("button", name="Keep mine").click()
    ben.get_by_role("button", name="Save").click()
    expect(ben.locator(".row__text")).to_have_text("Loket keliling")


def test_what_others_do_waits_while_one_types(open_room):
    board = open_room.act(lambda cast: cast.start_writing())
    ben = open_room.seat("ben")
    expect(ben.locator(".list")).to_be_attached()
    ben.get_by_label("Write a note").press_sequentially("L")
    open_room.act(lambda cast: cast.asks("citra", add_note(1, "Cek berkas"), board))

    for _ in range(8):
        ben.keyboard.type("o")
        ben.wait_for_timeout(150)
    assert ben.locator(".list .row").count() == 0
    expect(ben.locator(".list .row__text")).to_have_text("Cek berkas")


def test_refused_words_lie_in_the_tray_and_are_put_on_the_present_board(open_room):
    board = open_room.act(lambda cast: cast.start_writing())
    for number in range(12):
        note = add_note(number, f"Catatan nomor {number}")
        open_room.act(lambda cast, note=note: cast.asks("citra", note, board))
    ben = open_room.seat("ben")
    expect(ben.locator(".list .row")).to_have_count(12)
    ben.context.set_offline(True)
    write(ben, "Loket keliling")
    expect(ben.get_by_text("waiting to be sent")).to_be_visible()
    open_room.act(lambda cast: cast.asks("ada", {"op": "finish_workshop"}))
    ben.context.set_offline(False)

    tray = zone(ben, "Not on a board yet")
    expect(tray).to_contain_text("Loket keliling", timeout=20_000)
    expect(tray).to_contain_text("This workshop is finished.")
    expect(tray).to_be_in_viewport()
    open_room.act(lambda cast: cast.asks("ada", {"op": "reopen_workshop"}))
    tray.get_by_role("button", name="Put on this board").click()

    expect(tray).to_be_hidden()
    expect(ben.locator(".list .row__text").last).to_have_text("Loket keliling")


def test_what_ben_wrote_waits_for_ben_when_another_sits_down_at_his_browser(open_room):
    """C5"""
    board = open_room.act(lambda cast: cast.start_writing())
    ben = open_room.seat("ben")
    expect(ben.locator(".list")).to_be_attached()
    ben.context.set_offline(True)
    write(ben, "Kata-kata Ben")
    expect(ben.get_by_text("waiting to be sent")).to_be_visible()

    open_room.sit_down(ben, "citra", "en")
    citras = open_room.act(lambda cast: cast.look(lambda w: w.people.alias(cast.seat("citra"))))
    ben.context.set_offline(False)
    expect(ben.locator(f"[data-seat='{citras}']")).to_be_attached()
    expect(ben.locator(".list")).to_be_attached()  # the page that follows the room
    expect(ben.locator(".row")).to_have_count(0)
    write(ben, "Kata-kata Citra")
    expect(ben.locator(".row__text")).to_have_text("Kata-kata Citra")
    expect(ben.get_by_text("waiting to be sent")).to_be_hidden()

    open_room.sit_down(ben, "ben", "en")
    ben.reload()
    expect(ben.locator(".row")).to_have_count(2)
    expect(ben.get_by_text("waiting to be sent")).to_be_hidden()
    authors = {note["text"]: note["by"] for note in notes_of(open_room, board)}
    assert authors["Kata-kata Ben"] == alias_of(open_room, "ben", board)
    assert authors["Kata-kata Citra"] == alias_of(open_room, "citra", board)


def notes_of(open_room, board: str) -> list[dict]:
    return list(open_room.act(lambda cast: cast.notes(board)).values())


def alias_of(open_room, name: str, board: str) -> str:
    def alias(cast):
        return cast.look(lambda workshop: workshop.author(cast.seat(name), board).alias)

    return open_room.act(alias)


@pytest.fixture
def furnished(open_room):
    """In the middle of writing, with notes of two people and one in the trash."""
    board = open_room.act(lambda cast: cast.start_writing())
    for number, name in enumerate(("ben", "citra", "ben")):
        note = add_note(number, f"Catatan nomor {number} dari {name}")
        open_room.act(lambda cast, name=name, note=note: cast.asks(name, note, board))
    remove = {"op": "remove_note", "note_id": note_id(2)}
    open_room.act(lambda cast: cast.asks("ben", remove, board))
    open_room.board = f"/boards/{board.removeprefix('board:')}"
    return open_room


@pytest.mark.parametrize(
    ("kind", "scheme", "language"), [("phone", "dark", "id"), ("laptop", "light", "en")]
)
def test_everybody_can_use_boards_and_menus(furnished, kind, scheme, language):
    ben = furnished.seat("ben", kind, language=language, color_scheme=scheme, bypass_csp=True)
    for path in (furnished.board, ""):
        ben.goto(furnished.address + furnished.path + path, wait_until="networkidle")
        check(ben, path or "the seat's page")
    ben.locator("button.row__menu" if kind == "phone" else ".note").first.click()
    check(ben, "a note's menu")


def check(page: Page, where: str) -> None:
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width, where
    assert complaints(page) == [], where


@pytest.mark.parametrize(("kind", "most"), [("phone", 120), ("laptop", 220)])
def test_a_first_visit_weighs_little(furnished, kind, most):
    ben = furnished.device(kind)
    sizes = {}
    ben.on("requestfinished", lambda request: sizes.update({request.url: weight(request)}))
    furnished.sit_down(ben, "ben", "id")
    ben.goto(furnished.address + furnished.path, wait_until="networkidle")

    assert sum(sizes.values()) <= most * 1024, sizes
    scripts = sum(size for url, size in sizes.items() if ".js?" in url)
    assert scripts <= (66 if kind == "phone" else 84) * 1024


def weight(request: Request) -> int:
    return request.sizes()["responseBodySize"]

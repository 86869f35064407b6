"""Desks in real browsers: several stay alike, one hand leads, and nothing needs a mouse."""

import pytest
from playwright.sync_api import Page, expect

from tests.axe import complaints
from tests.cast import Cast, add_note
from workshop.clock import now
from workshop.live.heartbeat import Heartbeat


def desk(room, kind: str = "laptop", language: str = "en", **options) -> Page:
    page = room.seat("ada", kind, "/desk", language, **options)
    if options.get("java_script_enabled", True):
        page.wait_for_selector(".keys:not([hidden])", state="attached")
    return page


def title(page: Page):
    return page.locator("[data-part=title]")


def beat(room) -> None:
    """What the serving process does every second."""
    Heartbeat(room.app).beat(now())


def test_two_desks_stay_alike(open_room):
    laptop, phone = desk(open_room), desk(open_room, "phone")

    phone.get_by_role("button", name="Start", exact=True).click()
    for one in (laptop, phone):
        expect(title(one)).to_have_text("Registration and joining")
        expect(one.locator(".desk__lobby")).to_be_hidden()

    laptop.get_by_role("button", name="Next").click()
    expect(title(phone)).to_have_text("One-Word Check-in")
    laptop.get_by_role("button", name="Start the timer").click()
    expect(phone.get_by_role("button", name="Pause the timer")).to_be_visible()
    phone.get_by_role("button", name="Close the door").click()
    expect(laptop.get_by_text("Door closed")).to_be_visible()


def test_two_presses_of_next_on_two_desks_go_one_phase(open_room):
    open_room.act(lambda cast: cast.go_to("silent_brainstorm", phase=0))
    one, other = desk(open_room), desk(open_room)
    other.context.set_offline(True)
    other.get_by_role("button", name="Next").click()

    one.get_by_role("button", name="Next").click()
    expect(one.locator(".cue__step--now")).to_contain_text("Write at least six ideas")
    other.context.set_offline(False)

    expect(other.locator(".cue__step--now")).to_contain_text("Write at least six ideas")
    expect(other.locator("[data-part=saved]")).to_have_text("")
    expect(one.locator(".cue__step--now")).to_contain_text("Write at least six ideas")


def test_without_a_line_next_waits_and_is_pressed_once(open_room):
    open_room.act(lambda cast: cast.go_to("silent_brainstorm", phase=0))
    page = desk(open_room)
    step = page.get_by_role("button", name="Next", exact=True)
    page.context.set_offline(True)

    step.press("Enter")

    expect(page.locator("[data-part=saved]")).to_have_text("Offline. Next waits")
    expect(step).to_have_attribute("aria-disabled", "true")
    expect(step).to_be_focused()
    step.press("Enter")
    expect(page.locator("[data-part=saved]")).to_have_text("Offline. Next waits")


def test_by_keyboard_one_stays_where_one_pressed(open_room):
    page = desk(open_room)
    heading = page.get_by_role("heading", level=1)
    for name, then in (
        ("Close the door", page.get_by_role("button", name="Open the door")),
        ("Open the door", page.get_by_role("button", name="Close the door")),
        ("Start", heading),
        ("Next", page.get_by_role("button", name="Next", exact=True)),
        ("Start the timer", page.get_by_role("button", name="Pause the timer")),
        ("Pause the timer", page.get_by_role("button", name="Start the timer")),
        ("Stop the timer", heading),
    ):
        page.get_by_role("button", name=name, exact=True).press("Enter")
        expect(then).to_be_focused()


def test_single_keys_lead_until_they_are_switched_off(open_room):
    page = desk(open_room)

    page.keyboard.press("n")
    expect(title(page)).to_have_text("Registration and joining")
    page.keyboard.press("n")
    expect(title(page)).to_have_text("One-Word Check-in")
    page.keyboard.press(" ")
    expect(page.get_by_role("button", name="Pause the timer")).to_be_visible()
    page.keyboard.press("b")
    expect(title(page)).to_have_text("Registration and joining")

    page.get_by_label("Keys on").uncheck()
    page.keyboard.press("n")
    page.reload()
    page.wait_for_selector(".keys:not([hidden])")
    page.keyboard.press("n")
    expect(page.get_by_label("Keys on")).not_to_be_checked()
    page.wait_for_timeout(500)
    expect(title(page)).to_have_text("Registration and joining")


def test_a_browser_that_keeps_nothing_leads_by_keys_too(open_room):
    page = open_room.device("laptop", language="en")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden') } })"
    )
    open_room.sit_down(page, "ada", "en")
    page.goto(f"{open_room.address}{open_room.path}/desk")
    page.wait_for_selector(".keys:not([hidden])")

    page.get_by_label("Keys on").uncheck()
    page.get_by_label("Keys on").check()
    page.get_by_label("Keys on").blur()
    page.keyboard.press("n")
    expect(title(page)).to_have_text("Registration and joining")


def test_a_number_opens_the_board_of_that_team(open_room):
    board = open_room.act(lambda cast: cast.start_writing()).partition(":")[2]
    page = desk(open_room)

    page.keyboard.press("1")

    page.wait_for_url(f"**/boards/{board}")
    page.wait_for_load_state("networkidle")


def test_a_step_of_the_agenda_asks_before_the_room_goes_there(open_room):
    open_room.act(lambda cast: cast.go_to("silent_brainstorm"))
    page = desk(open_room)
    dialog = page.get_by_role("dialog")

    page.get_by_role("link", name="Storyboard 25").click()
    expect(dialog).to_contain_text("One step is skipped.")
    page.keyboard.press("Escape")
    expect(title(page)).to_have_text("Silent Brainstorm")

    page.get_by_role("link", name="How-Might-We Questions 15").click()
    expect(dialog).to_contain_text("The room goes back. What was written stays.")
    dialog.get_by_role("button", name="Go here").nth(1).click()

    expect(title(page)).to_have_text("How-Might-We Questions")
    expect(page.locator(".cue__step").nth(1)).to_have_attribute("aria-current", "step")
    expect(page.locator(".leg[aria-current=step]")).to_contain_text("How-Might-We Questions")


def test_the_tiles_count_people_and_notes_while_they_come(open_room):
    board = open_room.act(lambda cast: cast.start_writing())
    page = desk(open_room)
    melati = page.locator(".tile[data-team=t1]")
    expect(melati.locator(".tile__people")).to_contain_text("0/2")

    open_room.seat("ben").wait_for_selector(".composer")
    open_room.act(lambda cast: cast.asks("ben", add_note(1), board))
    beat(open_room)

    expect(melati.locator(".tile__people")).to_contain_text("1/2")
    expect(melati.locator(".tile__notes")).to_have_text("1 note")
    expect(page.locator(".room")).to_contain_text("1 of 3 here")


def test_a_team_that_comes_late_gets_its_tile_and_a_new_step_its_place(open_room):
    step = open_room.act(lambda cast: cast.start_writing()).partition(":")[2].removesuffix("-t1")
    page = desk(open_room)

    open_room.act(lambda cast: cast.asks("ada", {"op": "add_team", "name": "Flamboyan"}))
    expect(page.locator(".tile[data-team=t3] .tile__name")).to_have_text("Flamboyan")
    expect(page.locator(".tile[data-team=t3]")).to_have_attribute("data-board", f"{step}-t3")

    end = len(open_room.act(Cast.steps))
    late = {"op": "add_step", "index": end, "method": "appreciation_round"}
    open_room.act(lambda cast: cast.asks("ada", late))
    expect(page.locator(".leg").last).to_contain_text("Appreciation Round")


def test_a_step_with_another_title_has_it_on_an_open_desk_too(open_room):
    page = desk(open_room)
    step = open_room.act(lambda cast: cast.steps()[3].id)

    retitle = {"op": "retitle_step", "step": step, "title": "Judul yang baru"}
    open_room.act(lambda cast: cast.asks("ada", retitle))

    expect(page.locator(f".leg[data-step='{step}'] .leg__title")).to_have_text("Judul yang baru")


def test_a_step_that_is_pressed_before_the_room_is_known_is_asked_about_by_the_link(open_room):
    page = open_room.device("laptop", language="en")
    open_room.sit_down(page, "ada", "en")
    faults = []
    page.on("pageerror", lambda fault: faults.append(fault))
    page.route("**/snapshot*", lambda request: None)  # so the room is never known
    page.goto(f"{open_room.address}{open_room.path}/desk")
    page.wait_for_selector(".keys:not([hidden])", state="attached")

    page.get_by_role("link", name="Storyboard 25").click()

    expect(page.get_by_role("dialog")).to_contain_text("Storyboard")
    assert faults == []


def test_after_the_last_phase_one_question_finishes_the_workshop(open_room):
    open_room.act(lambda cast: cast.go_to("exit_ticket", phase=2))
    page = desk(open_room)

    page.get_by_role("link", name="Finish", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Finish the workshop").click()

    expect(page.get_by_role("heading", name="The workshop is finished")).to_be_visible()
    expect(page.get_by_role("button", name="Next")).to_have_count(0)
    page.get_by_role("button", name="Open it again").click()
    expect(page.get_by_role("heading", name="The workshop is finished")).to_be_hidden()


def test_without_script_the_room_is_led_all_the_same(open_room):
    page = desk(open_room, java_script_enabled=False)

    page.locator(".desk__lobby").get_by_role("button", name="Start").click()
    expect(title(page)).to_have_text("Registration and joining")
    page.get_by_role("link", name="Silent Brainstorm").click()
    page.get_by_role("button", name="Go here").nth(1).click()
    expect(title(page)).to_have_text("Silent Brainstorm")
    page.get_by_role("button", name="Start the timer").click()
    expect(page.locator("[data-part=until]")).to_contain_text("until")


@pytest.mark.parametrize(("kind", "language"), [("phone", "en"), ("laptop", "id")])
def test_everybody_can_use_the_desk(open_room, kind, language):
    page = desk(open_room, kind, language)
    check(page, "before the start")

    open_room.act(lambda cast: cast.start_writing())
    expect(page.locator(".tile[data-team=t1] [data-part=show]")).to_be_visible()
    check(page, "while they write")

    open_room.act(lambda cast: cast.asks("ada", {"op": "finish_workshop"}))
    expect(page.locator(".desk__ended")).to_be_visible()
    check(page, "after the end")


def check(page: Page, where: str) -> None:
    width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0, where
    assert complaints(page) == [], where


def test_under_a_thumb_everything_is_large_enough(open_room):
    open_room.act(lambda cast: cast.start_writing())
    page = desk(open_room, "phone")

    small = page.evaluate(
        """[...document.querySelectorAll(".desk__bar button, .desk__bar a, .tile button")]
          .filter((one) => one.offsetParent && !one.closest("[hidden]"))
          .map((one) => [one.textContent.trim(), one.getBoundingClientRect()])
          .filter(([, { width, height }]) => width < 44 || height < 44)
          .map(([text, { width, height }]) => `${text} ${width}×${height}`)"""
    )

    assert small == []

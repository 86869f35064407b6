"""The facilitator's pages in real browsers: the editor works by keyboard, without reloading and
without scripts.
"""

import re
from threading import Thread

import pytest
from playwright.sync_api import expect
from werkzeug.serving import make_server

from tests.axe import complaints


@pytest.fixture
def address(house):
    server = make_server("127.0.0.1", 0, house.app, threaded=True)
    Thread(target=server.serve_forever).start()
    yield f"http://sanggar.test:{server.port}"
    server.shutdown()


@pytest.fixture
def draft(house, ada):
    """Ada's half day, not open yet."""
    return house.workshop(is_open=False, agenda="half_day")


@pytest.fixture
def signed_in(ada, device, address):
    """Ada's own device, signed in: `signed_in("phone", language="en")`."""

    def signed_in(kind: str, **options):
        page = device(kind, **options)
        for name in ("account", "browser"):
            cookie = ada.get_cookie(name)
            page.context.add_cookies([{"name": name, "value": cookie.value, "url": address}])
        return page

    return signed_in


def test_everybody_can_use_the_list_of_a_full_room(signed_in, address, house, ada):
    workshop = house.workshop(agenda="half_day")
    for number in range(4):
        house.join(workshop, "Budi", f"t{number % 2 + 1}")
    page = signed_in("laptop", language="id", bypass_csp=True)

    page.goto(f"{address}/w/{workshop.code}/manage", wait_until="networkidle")

    assert complaints(page) == []


def test_without_scripts_a_half_day_is_made_and_opened(signed_in, address):
    ada = signed_in("phone", language="en", java_script_enabled=False)
    ada.goto(f"{address}/workshops")
    ada.get_by_role("link", name="Make a workshop").click()
    ada.get_by_label("Title").fill("Antrean AK-1")
    ada.get_by_label("Number of teams").fill("3")
    ada.get_by_role("button", name="Make the workshop").click()

    expect(ada.get_by_role("heading", name="Antrean AK-1")).to_be_visible()
    ada.get_by_role("button", name="Open the workshop").click()

    expect(ada.get_by_text("The door is open.")).to_be_visible()
    expect(ada.get_by_role("link", name="Open the desk")).to_be_visible()


def test_the_browsers_own_time_zone_is_offered_until_one_is_chosen(signed_in, address):
    ada = signed_in("laptop", language="en", timezone_id="Asia/Jayapura")
    ada.goto(f"{address}/workshops/new", wait_until="networkidle")
    zone = ada.locator("select[name=timezone]")
    assert zone.input_value() == "Asia/Jayapura"

    ada.get_by_text("More: names of the teams").click()
    zone.select_option("Asia/Makassar")
    ada.get_by_role("button", name="Make the workshop").click()

    expect(ada.get_by_text("Please give the workshop a title.")).to_be_visible()
    ada.wait_for_load_state("networkidle")
    assert zone.input_value() == "Asia/Makassar"


def test_the_day_is_planned_by_keyboard_and_nothing_reloads(signed_in, address, draft):
    ada = signed_in("laptop", language="en")
    ada.goto(f"{address}/w/{draft.code}/agenda", wait_until="networkidle")
    ada.evaluate("window.was = 'never reloaded'")

    ada.locator(".slot").get_by_role("link", name="Point-of-View Statement").focus()
    ada.keyboard.press("Enter")
    more = ada.get_by_role("button", name="Five minutes more")
    more.focus()
    for minutes in ("25 min", "30 min"):
        ada.keyboard.press("Enter")
        expect(ada.locator(".slot--chosen .stepper b")).to_have_text(minutes)
    expect(more).to_be_focused()

    before = titles(ada).index("Point-of-View Statement")
    ada.get_by_role("button", name="Move up").focus()
    ada.keyboard.press("Enter")
    expect(ada.locator(".slot__name a").nth(before - 1)).to_have_text("Point-of-View Statement")

    assert ada.evaluate("window.was") == "never reloaded"


def test_a_refusal_is_said_where_one_works_and_nothing_moves(signed_in, address, draft):
    ada = signed_in("laptop", language="en")
    ada.goto(f"{address}/w/{draft.code}/agenda", wait_until="networkidle")
    ada.get_by_role("link", name="Silent Brainstorm").first.click()

    ada.get_by_text("Take it out …").click()
    ada.get_by_role("button", name="Take it out").click()

    expect(ada.get_by_role("alert")).to_contain_text("A later step works on this step’s boards.")
    assert "Silent Brainstorm" in titles(ada)


def edit(signed_in, address, draft):
    """The editor, with a step chosen."""
    ada = signed_in("laptop", language="en")
    ada.goto(f"{address}/w/{draft.code}/agenda", wait_until="networkidle")
    ada.get_by_role("link", name="Challenge Brief").first.click()
    expect(ada.get_by_label("Title for the room")).to_have_value("Challenge Brief")
    return ada


def test_what_is_being_typed_stays_while_other_things_change(signed_in, address, draft):
    ada = edit(signed_in, address, draft)
    title, length = ada.get_by_label("Title for the room"), ada.locator(".slot--chosen .stepper b")
    title.fill("Tantangan kita")

    ada.get_by_role("button", name="Five minutes more").click()
    expect(length).to_have_text("25 min")
    expect(title).to_have_value("Tantangan kita")

    ada.locator(".slot").get_by_role("link", name="Point-of-View Statement").click()
    expect(title).to_have_value("Point-of-View Statement")


def test_three_presses_before_the_first_answer_are_three(signed_in, address, draft):
    ada = edit(signed_in, address, draft)
    held = []
    ada.route("**/ops", lambda route: held.append(route))
    more = ada.get_by_role("button", name="Five minutes more")
    with ada.expect_request("**/ops"):
        more.click()
    more.click()
    more.click()

    ada.unroute_all()  # which lets go what was held

    expect(ada.locator(".slot--chosen .stepper b")).to_have_text("35 min")


def test_whose_session_has_ended_is_led_to_sign_in(signed_in, address, draft):
    ada = edit(signed_in, address, draft)
    ada.context.clear_cookies(name="account")

    ada.get_by_role("button", name="Five minutes more").click()
    alert = ada.get_by_role("alert")
    expect(alert).to_contain_text("This is not open to you any more")
    way = alert.get_by_role("link", name="Sign in again")
    assert "next=%2Fw%2F" in way.get_attribute("href")

    ada.locator(".slot").get_by_role("link", name="Point-of-View Statement").click()
    ada.wait_for_url(re.compile(r"/sign-in\?next="))


def test_methods_are_added_one_after_another_and_back_leads_back(signed_in, address, draft):
    ada = signed_in("laptop", language="en")
    ada.goto(f"{address}/w/{draft.code}/agenda?at=2", wait_until="networkidle")

    for number, name in enumerate(("Thirty Circles", "One-Sheet Paper Tower"), start=16):
        ada.get_by_role("button", name=f"Add {name}").click()
        expect(ada.locator(".slot")).to_have_count(number)
    assert titles(ada)[2:4] == ["Thirty Circles", "One-Sheet Paper Tower"]

    ada.locator(".slot").get_by_role("link", name="Thirty Circles").click()
    expect(ada.get_by_role("heading", name="Thirty Circles")).to_be_visible()
    ada.go_back()
    expect(ada.get_by_role("heading", name="Add a step")).to_be_visible()


def test_without_scripts_the_same_forms_plan_the_day(signed_in, address, draft):
    ada = signed_in("phone", language="en", java_script_enabled=False)
    ada.goto(f"{address}/w/{draft.code}/agenda")

    ada.get_by_label("Begins").fill("09:00")
    ada.get_by_role("button", name="Set").click()
    ada.get_by_role("link", name="Challenge Brief").first.click()
    ada.get_by_role("button", name="Move down").click()

    assert titles(ada)[5] == "Challenge Brief"
    expect(ada.locator(".slot__time").first).to_have_text("09:00")


def titles(page) -> list[str]:
    return page.locator(".slot__name a").all_inner_texts()

"""Every page there is, in a real browser, full and with names as long as they may be: it fits the
narrowest phone, and everybody can use it in both languages. A page that is new must come to the
table: the first test knows all addresses.
"""

from typing import NamedTuple

import pytest

from tests.axe import complaints
from tests.building import Building
from tests.seat.conftest import new_room  # noqa: F401
from workshop.accounts import setup
from workshop.clock import now

LAPTOP = {"width": 1366, "height": 768}
OUTSIDE = """[...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((one) => one.outerHTML.slice(0, 90)).slice(0, 3)"""
OVER = "document.documentElement.scroll{0} - document.documentElement.client{0}"


class Look(NamedTuple):
    """Somebody opens an address; the workshop is the one in that state."""

    who: str | None
    address: str
    state: str = "running"
    status: int = 200


# Who opens what, by the name of the view. A page that shows something else to somebody else, or
# in another state of the workshop, stands here more than once, what is seen most first.
PAGES = {
    "front.front": [Look(None, "/"), Look(None, "/nowhere", status=404)],
    "choosing.ask_for_account": [
        Look(None, "/invite/{invitation}"),
        Look(None, "/invite/over", status=404),
    ],
    "choosing.ask_for_password": [Look(None, "/reset/{reset}")],
    "entering.ask": [Look(None, "/sign-in")],
    "entering.show_link": [Look(None, "/sign-in/{entry}")],
    "account.show": [Look("ada", "/account")],
    "people.ask_for_code": [Look(None, "/j"), Look(None, "/j?code=AAAAAA", status=404)],
    "people.show_door": [
        Look(None, "/j/{code}"),
        Look(None, "/j/{code}", "finished", 404),
    ],
    "people.ask_for_reentry": [Look(None, "/j/{code}/again")],
    "people.privacy": [Look(None, "/privacy")],
    "methods.shelves": [Look(None, "/methods"), Look(None, "/methods?q=blockchain")],
    "methods.method": [Look(None, "/methods/journey_map")],
    "seat.show": [
        Look("ben", "/w/{code}"),
        Look("ben", "/w/{code}", "open"),
        Look("ben", "/w/{code}", "finished"),
        Look("ada", "/w/{code}"),
        Look(None, "/w/{code}"),
    ],
    "seat.show_board": [
        Look("ben", "/w/{code}/boards/{board}"),
        Look("ada", "/w/{code}/boards/{board}"),
    ],
    "seat.show_note": [Look("ben", "/w/{code}/boards/{board}/notes/{note}")],
    "seat.show_mine": [Look("ben", "/w/{code}/mine")],
    "screen.show": [Look("wall", "/w/{code}/screen")],  # its faces: tests/screen
    "desk.show": [
        Look("ada", "/w/{code}/desk"),
        Look("ada", "/w/{code}/desk", "draft"),
        Look("ada", "/w/{code}/desk", "finished"),
        Look("ben", "/w/{code}/desk", status=404),
    ],
    "workshops.show": [Look("ada", "/workshops")],
    "workshops.begin": [Look("ada", "/workshops/new")],
    "manage.show": [
        Look("ada", "/w/{code}/manage"),
        Look("ada", "/w/{code}/manage", "draft"),
        Look("ada", "/w/{code}/manage", "finished"),
    ],
    "manage.ask_to_erase": [Look("ada", "/w/{code}/erase")],
    "manage.poster": [Look("ada", "/w/{code}/poster")],
    "planner.show": [
        Look("ada", "/w/{code}/agenda?at=3&q=peta", "draft"),
        Look("ada", "/w/{code}/agenda?step={step}"),
    ],
}
# Addresses that give something else than a page, or send on to one.
NO_PAGES = {
    "account.show_whole": "/account/password",
    "static": "/static/css/base.css",
    "health.healthz": "/healthz",
    "health.readyz": "/readyz",
    "languages.script_words": "/words/id.0.json",
    "live.entries": "/w/{code}/entries?history=board:{board}&since=0&mark=",
    "live.names": "/w/{code}/names",
    "live.snapshot": "/w/{code}/snapshot?history=board:{board}",
    "live.token": "/w/{code}/token",
    "outputs.export": "/w/{code}/export/md",
    "pictures.how_far": "/w/{code}/boards/{board}/pictures/{picture}",
    "pictures.show": "/w/{code}/pictures/{picture}",
    "pictures.show_small": "/w/{code}/pictures/{picture}/small",
    "screen.qr": "/w/{code}/qr.svg",
    "screen.show_step": "/w/{code}/screen/steps/{step}",
    "seat.show_step": "/w/{code}/steps/{step}",
    "seat.show_suggestions": "/w/{code}/boards/{board}/suggestions",
    "seat.show_wordings": "/w/{code}/boards/{board}/notes/{note}/wordings",
}


@pytest.fixture
def building(new_room, device):  # noqa: F811
    building = new_room(Building, device)
    building.furnish()
    yield building
    building.server.shutdown()


def test_no_page_is_left_out(app):
    views = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in rule.methods}

    assert views - PAGES.keys() == NO_PAGES.keys()
    assert PAGES.keys() <= views


def test_what_is_no_page_gives_none(building):
    ada = building.client("ada")

    for view, address in NO_PAGES.items():
        answer = ada.get(building.path_of(address))
        assert answer.status_code < 400, view
        assert answer.mimetype != "text/html" or answer.location, view


COMBINATIONS = [
    pytest.param("id", "light"),
    pytest.param("en", "dark"),
    pytest.param("id", "dark", marks=pytest.mark.long),
    pytest.param("en", "light", marks=pytest.mark.long),
]


@pytest.mark.parametrize(("language", "scheme"), COMBINATIONS)
def test_everybody_can_use_every_page_and_it_fits_a_phone(building, language, scheme, long):
    wrong = []
    most = None if long or language == "id" else 1  # further looks at a page: in one language
    for look in (look for looks in PAGES.values() for look in looks[:most]):
        page = building.phone_of(look.who, language, scheme)
        seen = page.goto(building.address + building.path_of(look.address, look.state))
        page.wait_for_load_state("networkidle" if is_live(page) else "load")
        assert (look, seen.status) == (look, look.status)
        wrong += [(look, said) for said in complaints(page) + leaving_the_phone(page, language)]

    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize(("language", "scheme"), COMBINATIONS)
def test_everybody_can_use_the_pages_before_anybody_is_in_charge(
    new_room,  # noqa: F811
    device,
    language,
    scheme,
):
    building = new_room(Building, device)
    building.app.extensions["is_set_up"] = False
    secret = building.act(lambda cast: setup.new_link(cast.database, now()))
    page = building.phone_of(None, language, scheme)
    for address in ("/", f"/setup/{secret}"):
        page.goto(building.address + address)
        assert complaints(page) + leaving_the_phone(page, language) == [], address
    building.server.shutdown()


def is_live(page) -> bool:
    """Whether scripts draw it."""
    return page.locator("[data-island~=seat], [data-island~=desk], [data-island~=screen]").count()


def leaving_the_phone(page, language: str) -> list[str]:
    """What is not as high and wide as it should be, here and on a laptop, and a wrong language."""
    said = []
    is_frame = page.locator(".seat:visible, .desk:visible, .screen:visible").count()
    phone = page.viewport_size
    for size in (LAPTOP, phone) if language == "id" else (phone,):  # its words are longer
        page.set_viewport_size(size)
        if (over := page.evaluate(OVER.format("Width"))) > 0:
            said.append(f"{over} px too wide at {size['width']}: {page.evaluate(OUTSIDE)}")
        if is_frame and (over := page.evaluate(OVER.format("Height"))) > 0:
            said.append(f"{over} px too high at {size['width']}")
    spoken = page.locator("html").get_attribute("lang")
    if spoken != language and not page.locator(".screen, .poster").count():  # the room's own
        said.append(f"in {spoken}")
    return said

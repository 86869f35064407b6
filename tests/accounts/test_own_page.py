"""What an account sees and changes of itself: name, password, browsers, colleagues."""

import re

import pytest

from tests.visitors import PASSWORD, fill_in
from workshop.accounts import entry_links, sessions
from workshop.clock import DAY, now

NEW = "dua belas gajah putih"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"


@pytest.fixture
def phone(house, ada):
    """Ada's other browser, signed in."""
    phone = house.browser()
    sign_in(phone, headers={"User-Agent": FIREFOX})
    return phone


def sign_in(browser, password=PASSWORD, **more):
    form = {"email": "ada@example.go.id", "password": password}
    return browser.post("/sign-in", data=form, **more)


def is_in(browser) -> bool:
    return browser.get("/account").status_code == 200


# Name and language


def test_a_name_must_be_one(ada):
    answer = ada.post("/account", data={"name": " ", "language": "en"})

    assert answer.status_code == 400
    assert "Please write your name." in answer.text


def test_a_language_must_be_known(ada):
    assert ada.post("/account", data={"name": "Ada", "language": "xx"}).status_code == 400


def test_name_and_language_can_be_changed(ada):
    ada.post("/account", data={"name": "Ada <i>Wijaya</i>", "language": "id"})
    page = ada.get("/account").text

    assert "Ada &lt;i&gt;Wijaya&lt;/i&gt;" in page
    assert 'lang="id"' in page


@pytest.mark.parametrize("part", ["password", "invitation"])
def test_a_reload_after_a_form_shows_the_page(ada, part):
    assert ada.get(f"/account/{part}").location == "/account"


# Password


def change(browser, present=PASSWORD, password=NEW):
    return browser.post("/account/password", data={"present": present, "password": password})


def test_the_present_password_must_be_right(house, ada):
    answer = change(ada, present="guess guess guess")

    assert answer.status_code == 400
    assert "This is not your present password." in answer.text
    assert sign_in(house.browser()).status_code == 303


def test_the_new_one_must_be_good(house, ada):
    assert "Please use at least 10 characters" in change(ada, password="short").text
    assert sign_in(house.browser()).status_code == 303


def test_changing_it_signs_out_all_other_browsers(house, ada, phone):
    assert change(ada).status_code == 303

    assert is_in(ada)
    assert not is_in(phone)
    assert sign_in(house.browser()).status_code == 403
    assert sign_in(house.browser(), NEW).status_code == 303


def test_changing_it_ends_the_links_that_were_made_to_get_in(house, ada):
    make = (entry_links.sign_in_link, entry_links.reset_link)
    enter, reset = (link(house.database, "ada@example.go.id", now()) for link in make)
    change(ada)

    assert house.browser().post(f"/sign-in/{enter}").status_code == 404
    assert house.browser().get(f"/reset/{reset}").status_code == 404


# Browsers


def test_the_browsers_are_listed_as_people_call_them(ada, phone):
    page = ada.get("/account").text

    assert "Firefox, Linux" in page
    assert page.count("This browser") == 1


def test_one_browser_can_be_signed_out(ada, phone):
    [address] = re.findall(r'action="(/account/browsers/[^"]+)"', ada.get("/account").text)
    ada.post(address)

    assert is_in(ada)
    assert not is_in(phone)


def test_nobody_signs_out_somebody_elses_browser(house, ada, phone):
    [address] = re.findall(r'action="(/account/browsers/[^"]+)"', ada.get("/account").text)
    house.account("Eka", "eka@example.go.id")
    eka = house.browser()
    eka.post("/sign-in", data={"email": "eka@example.go.id", "password": PASSWORD})
    eka.post(address)

    assert is_in(phone)


def test_all_browsers_can_be_signed_out_at_once(ada, phone):
    assert ada.post("/account/sign-out-everywhere").location == "/"

    assert not is_in(ada)
    assert not is_in(phone)


@pytest.mark.parametrize("days", [31, 91])
def test_a_browser_that_was_long_away_is_signed_out(house, ada, days):
    secret = ada.get_cookie("account").value
    soon, late = now() + DAY, now() + days * DAY

    assert house.database.read(lambda tx: sessions.find(tx, secret, soon))
    assert not house.database.read(lambda tx: sessions.find(tx, secret, late))


def test_a_session_ends_even_if_it_is_used_every_day(house, ada):
    secret = ada.get_cookie("account").value
    _, session = house.database.read(lambda tx: sessions.find(tx, secret, now()))
    house.database.write(lambda tx: sessions.seen(tx, session.id, now() + 89 * DAY))

    assert house.database.read(lambda tx: sessions.find(tx, secret, now() + 89 * DAY))
    assert not house.database.read(lambda tx: sessions.find(tx, secret, now() + 90 * DAY))


# Colleagues


@pytest.fixture
def invitation(ada) -> str:
    """Its address, as Ada's page shows it this once."""
    page = ada.post("/account/invitation").text
    return re.search(r'value="http://localhost(/invite/[0-9a-f]{32})"', page)[1]


def test_an_invitation_makes_one_account(house, invitation):
    eka, late = house.browser(), house.browser()

    assert fill_in(eka, invitation, name="Eka", email="eka@example.go.id").status_code == 303
    assert "eka@example.go.id" in eka.get("/account").text
    assert fill_in(late, invitation, name="Fajar", email="f@example.go.id").status_code == 404


def test_an_address_that_has_an_account_is_told_and_the_link_stays_good(house, invitation):
    eka = house.browser()
    answer = fill_in(eka, invitation, name="Eka", email="ADA@example.go.id")

    assert answer.status_code == 409
    assert "There is an account with this address already." in answer.text
    assert fill_in(eka, invitation, name="Eka", email="eka@example.go.id").status_code == 303


def test_only_facilitators_invite(house, ada):
    assert house.browser().post("/account/invitation").status_code == 403


@pytest.mark.parametrize(
    "address",
    [
        "/account",
        "/account/password",
        "/account/sign-out-everywhere",
        "/account/browsers/b1/sign-out",
        "/account/invitation",
    ],
)
def test_every_form_needs_its_token_and_somebody_signed_in(house, ada, address):
    assert ada.post(address, headers={"X-CSRF-Token": ""}).status_code == 403
    assert house.browser().post(address).status_code == 403

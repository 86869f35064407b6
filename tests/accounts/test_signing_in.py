"""Signing in: one answer to everybody who is wrong, and nobody is locked out."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import BoundedSemaphore, Event

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from tests.visitors import PASSWORD
from workshop import wrong_tries
from workshop.accounts import entry_links, passwords
from workshop.accounts.tables import accounts, browser_sessions
from workshop.clock import DAY, now

ADA = {"email": "ada@example.go.id", "password": PASSWORD}


@pytest.fixture
def slept(monkeypatch) -> list[float]:
    naps: list[float] = []
    monkeypatch.setattr(wrong_tries.time, "sleep", naps.append)
    return naps


@pytest.fixture
def stranger(house, ada):
    return house.browser()


def sign_in(browser, **fields):
    return browser.post("/sign-in", data=ADA | fields)


def is_in(browser) -> bool:
    return browser.get("/account").status_code == 200


# What is refused


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": "something else"},
        {"email": "nobody@example.go.id"},
        {"email": ""},
        {"password": ""},
        {"password": "x" * 100_000},
        {"email": "' or 1=1 --"},
        {"email": "\x00"},
    ],
)
def test_whatever_is_wrong_gets_one_answer(stranger, wrong):
    answer = sign_in(stranger, **wrong)

    assert answer.status_code == 403
    assert "Please check the e-mail address and the password." in answer.text
    assert not is_in(stranger)


def test_the_address_is_still_in_the_field_but_never_the_password(stranger):
    page = sign_in(stranger, password="hush hush hush").text

    assert 'value="ada@example.go.id"' in page
    assert "hush hush hush" not in page


def test_an_unknown_address_costs_one_check_too(stranger, monkeypatch):
    checked = []
    verify = passwords.verify
    monkeypatch.setattr(
        passwords, "verify", lambda *given: checked.append(given[1][:9]) or verify(*given)
    )
    sign_in(stranger, password="wrong")
    sign_in(stranger, email="nobody@example.go.id")

    assert checked == ["$argon2id", "$argon2id"]


def test_passwords_are_kept_as_argon2_with_64_mb(house, ada):
    hashed = PasswordHasher().hash("whatever")

    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    [kept] = house.rows(select(accounts.c.password))
    assert PASSWORD not in kept[0]


def test_a_form_without_its_token_is_refused(stranger):
    answer = stranger.post("/sign-in", data=ADA, headers={"X-CSRF-Token": "salt.guessed"})

    assert answer.status_code == 403
    assert not is_in(stranger)


# Limits


def test_an_account_that_is_tried_often_answers_slowly_and_still_lets_its_owner_in(stranger, slept):
    for _ in range(5):
        sign_in(stranger, password="wrong")
    assert slept == []

    assert sign_in(stranger).status_code == 303
    assert slept == [wrong_tries.SLOW]


def test_after_twenty_wrong_ones_an_address_waits_a_minute(house, stranger, slept):
    for number in range(20):
        sign_in(stranger, email=f"guess{number}@example.go.id")

    answer = sign_in(house.browser())

    assert answer.status_code == 429
    assert "Please wait a minute, then try again." in answer.text


def test_many_at_once_are_no_way_around_the_limit(house, ada, slept, monkeypatch):
    answer = Event()
    monkeypatch.setattr(passwords, "strangers", BoundedSemaphore(100))
    monkeypatch.setattr(passwords, "elsewhere", lambda check: answer.wait(60) and check())
    with ThreadPoolExecutor(30) as pool:
        guesses = [
            pool.submit(sign_in, house.browser(), email=f"guess{number}@example.go.id")
            for number in range(30)
        ]
        try:
            done = as_completed(guesses, timeout=30)
            assert [next(done).result().status_code for _ in range(10)] == [429] * 10
        finally:
            answer.set()

    assert Counter(guess.result().status_code for guess in guesses) == {403: 20, 429: 10}


def test_a_flood_from_many_addresses_makes_strangers_wait_and_no_browser_that_is_known(
    house, ada, stranger, monkeypatch
):
    monkeypatch.setattr(passwords, "strangers", line := BoundedSemaphore(1))
    ada.post("/sign-out")
    with line:
        assert sign_in(stranger).status_code == 429
        assert sign_in(ada).status_code == 303

    assert sign_in(stranger).status_code == 303


def test_but_not_in_a_browser_that_the_account_knows(stranger, ada, slept):
    """One prankster in the room must not keep the facilitator out."""
    for number in range(20):
        sign_in(stranger, email=f"guess{number}@example.go.id")
    ada.post("/sign-out")

    assert sign_in(ada).status_code == 303


def test_being_right_costs_a_shared_address_nothing(house, ada, slept):
    for _ in range(30):
        assert sign_in(house.browser()).status_code == 303
    assert slept == []


# Signing in


def test_whoever_is_right_is_in(stranger):
    answer = sign_in(stranger)

    assert (answer.status_code, answer.location) == (303, "/workshops")
    assert is_in(stranger)


@pytest.mark.parametrize("typed", ["ADA@EXAMPLE.GO.ID", "  ada@example.go.id "])
def test_an_address_may_be_typed_large_and_with_spaces(stranger, typed):
    assert sign_in(stranger, email=typed).status_code == 303


def test_a_person_comes_back_to_the_page_they_wanted(stranger):
    wanted = stranger.get("/account")
    assert wanted.location == "/sign-in?next=/account"
    assert 'name="next" value="/account"' in stranger.get(wanted.location).text

    assert sign_in(stranger, next="/account").location == "/account"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example", "//evil.example", "/\\evil.example", "/a\nb"]
)
def test_but_never_to_another_site(stranger, elsewhere):
    assert sign_in(stranger, next=elsewhere).location == "/workshops"


def test_the_cookie_is_hidden_from_scripts_and_kept_as_a_fingerprint(house, stranger):
    answer = sign_in(stranger)
    [cookie] = [one for one in answer.headers.getlist("Set-Cookie") if one.startswith("account=")]
    secret = cookie.split("=")[1].split(";")[0]

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert len(secret) == 64
    assert secret not in str(house.rows(select(browser_sessions)))


def test_signing_in_again_gives_a_new_secret(stranger):
    sign_in(stranger)
    first = stranger.get_cookie("account").value
    sign_in(stranger)

    assert stranger.get_cookie("account").value != first


def test_signing_in_again_ends_what_the_browser_was_signed_in_with(house, stranger):
    sign_in(stranger)
    earlier = stranger.get_cookie("account").value
    house.account("Eka", "eka@example.go.id")
    sign_in(stranger, email="eka@example.go.id")
    other = house.browser()
    other.set_cookie("account", earlier)

    assert not is_in(other)
    assert is_in(stranger)


def test_somebody_signed_in_needs_no_door(ada):
    assert ada.get("/sign-in").location == "/workshops"


# Signing out


def test_signing_out_ends_the_session_on_the_server(ada):
    secret = ada.get_cookie("account").value
    ada.post("/sign-out")
    ada.set_cookie("account", secret)

    assert not is_in(ada)


def test_signing_out_needs_a_form_of_ours(ada):
    ada.get("/sign-out")
    ada.post("/sign-out", headers={"X-CSRF-Token": ""})

    assert is_in(ada)


# The link that works once


@pytest.fixture
def link(house, ada) -> str:
    return f"/sign-in/{entry_links.sign_in_link(house.database, 'ada@example.go.id', now())}"


def test_a_preview_does_not_use_the_link_up(house, link):
    house.browser().get(link)
    browser = house.browser()

    assert "Sign in here" in browser.get(link).text
    assert not is_in(browser)
    assert browser.post(link).location == "/workshops"
    assert is_in(browser)


def test_the_link_works_once(house, link):
    house.browser().post(link)
    late = house.browser()

    assert late.post(link).status_code == 404
    assert late.get(link).status_code == 404
    assert not is_in(late)


def test_the_link_leads_where_it_says(house, link):
    browser = house.browser()
    page = browser.get(f"{link}?next=/account").text

    assert 'name="next" value="/account"' in page
    assert browser.post(link, data={"next": "/account"}).location == "/account"


def test_a_link_of_yesterday_and_a_guessed_one_open_nothing(house, ada):
    old = entry_links.sign_in_link(house.database, "ada@example.go.id", now() - DAY)

    for secret in (old, "0" * 32):
        assert "This link does not work any more" in house.browser().get(f"/sign-in/{secret}").text

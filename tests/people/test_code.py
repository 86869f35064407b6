"""The field for the code, and doors that do not open: all of them look alike."""

import pytest

from workshop import wrong_tries
from workshop.workshops.commands import CloseDoor, FinishWorkshop


@pytest.fixture
def slept(monkeypatch) -> list[float]:
    """The seconds that somebody had to wait."""
    naps: list[float] = []
    monkeypatch.setattr(wrong_tries.time, "sleep", naps.append)
    return naps


@pytest.fixture
def shut(house, ada) -> dict[str, str]:
    """Codes behind which nobody may come in."""
    draft = house.workshop(key="1", is_open=False)
    closed = house.workshop(key="2")
    house.ask(closed.id, CloseDoor())
    finished = house.workshop(key="3")
    house.ask(finished.id, FinishWorkshop())
    return {
        "wrong": "AAAAAA",
        "draft": draft.code,
        "closed": closed.code,
        "finished": finished.code,
    }


def test_wrong_draft_closed_and_finished_doors_answer_alike(house, shut):
    answers = {why: house.browser().get(f"/j/{code}") for why, code in shut.items()}
    pages = {without_tokens(answer.text, shut[why]) for why, answer in answers.items()}

    assert {answer.status_code for answer in answers.values()} == {404}
    assert {tuple(names_of_cookies(answer)) for answer in answers.values()} == {("browser",)}
    assert len(pages) == 1
    assert "No workshop opens with this code." in pages.pop()


def test_so_they_do_when_somebody_sends_a_form(house, shut):
    answers = {
        why: house.browser().post(f"/j/{code}", data={"name": "Ben", "team": "t1"})
        for why, code in shut.items()
    }
    assert {answer.status_code for answer in answers.values()} == {404}
    assert len({without_tokens(answer.text, shut[why]) for why, answer in answers.items()}) == 1


def test_and_at_the_workshops_own_address(house, shut):
    for code in shut.values():
        assert house.browser().get(f"/w/{code}").location in (f"/j/{code}", None)


def test_what_was_typed_is_still_in_the_field(house, ada):
    page = house.browser().get("/j/krt7nw").text

    assert 'value="krt7nw"' in page
    assert 'aria-invalid="true" aria-describedby="code-about"' in page


@pytest.mark.parametrize("typed", ["", "   ", "!!!", "🌸", "%00", "../../etc"])
def test_what_cannot_be_a_code_is_answered_like_a_wrong_one(house, ada, typed):
    answer = house.browser().get("/j", query_string={"code": typed}, follow_redirects=True)

    assert answer.status_code == 404
    assert "No workshop opens with this code." in answer.text


@pytest.mark.parametrize("manner", ["{}", " {} ", "{0[0]}{0[1]} {0[2]}-{0[3]}{0[4]}{0[5]}"])
def test_a_code_may_be_typed_small_and_in_groups(house, workshop, manner):
    typed = manner.format(workshop.code.lower())
    phone = house.browser()

    answer = phone.get("/j", query_string={"code": typed}, follow_redirects=True)

    assert answer.status_code == 200
    assert workshop.title in answer.text


def test_many_wrong_codes_from_one_address_become_slow(house, ada, slept):
    phone = house.browser()
    for _ in range(30):
        phone.get("/j/AAAAAA")
    assert len(slept) <= 1

    phone.get("/j/AAAAAA")
    assert slept[-1] == wrong_tries.SLOW


def test_a_right_code_is_never_slow(house, workshop, slept):
    phone = house.browser()
    for _ in range(40):
        phone.get("/j/AAAAAA")
    slept.clear()

    assert phone.get(f"/j/{workshop.code}").status_code == 200
    assert slept == []


def without_tokens(page: str, code: str) -> str:
    """The page without what is new each time, and without the code that was typed."""
    import re

    return re.sub(r'(content|value|nonce)="[^"]*"', "", page).replace(code, "CODE")


def names_of_cookies(answer) -> list[str]:
    return sorted(cookie.partition("=")[0] for cookie in answer.headers.getlist("Set-Cookie"))

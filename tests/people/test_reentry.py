"""Coming back: eight letters bring a person to the same seat on another device, once."""

import pytest
from sqlalchemy import select

from tests.visitors import House
from workshop import wrong_tries
from workshop.ids import CLEAR
from workshop.people import reentry
from workshop.people.commands import RemoveSeat
from workshop.people.seats import seats_of
from workshop.people.tables import seats
from workshop.refusals import Refused
from workshop.workshops.commands import CloseDoor, FinishWorkshop

WRONG = "This code does not fit, or it was used already."


def seat_of(house: House, workshop, name: str):
    everybody = house.database.read(lambda tx: seats_of(tx, workshop.id))
    return next(seat for seat in everybody if seat.name == name)


def code_of(house: House, workshop, name: str) -> str:
    with house.app.app_context():
        return reentry.code_of(seat_of(house, workshop, name))


def come_back(house: House, workshop, code: str):
    phone = house.browser()
    return phone, phone.post(f"/j/{workshop.code}/again", data={"code": code})


@pytest.fixture
def ben(house, workshop) -> str:
    """Ben has joined; his code."""
    house.join(workshop, "Ben")
    return code_of(house, workshop, "Ben")


@pytest.mark.parametrize("code", ["", "AAAAAAAA", "🌸", "A" * 300, "\x00"])
def test_a_code_that_nobody_has_is_refused_and_stays_in_the_field(house, workshop, ben, code):
    phone, answer = come_back(house, workshop, code)

    assert answer.status_code == 400
    assert WRONG in answer.text
    assert 'aria-describedby="code-about"' in answer.text
    assert phone.get_cookie(f"seat_{workshop.id}") is None


def test_the_code_of_one_workshop_opens_no_other(house, workshop, ben):
    other = house.workshop(key="other")

    assert WRONG in come_back(house, other, ben)[1].text


def test_a_workshop_that_does_not_exist_answers_the_same(house, workshop, ben):
    there = come_back(house, workshop, "AAAAAAAA")[1]
    nowhere = house.browser().post("/j/NQWXYZ/again", data={"code": "AAAAAAAA"})

    assert there.status_code == nowhere.status_code
    assert WRONG in nowhere.text


def test_the_page_says_nothing_of_the_workshop(house, workshop):
    page = house.browser().get(f"/j/{workshop.code}/again").text

    assert workshop.title not in page
    assert house.browser().get("/j/NQWXYZ/again").status_code == 200


def test_whoever_was_sent_out_cannot_come_back(house, workshop, ben):
    house.ask(workshop.id, RemoveSeat(seat=seat_of(house, workshop, "Ben").alias))

    assert WRONG in come_back(house, workshop, ben)[1].text


def test_nobody_becomes_a_facilitator_by_a_code(house, workshop):
    assert WRONG in come_back(house, workshop, code_of(house, workshop, "Ada"))[1].text


def test_the_code_brings_the_same_seat_to_another_device(house, workshop, ben):
    phone, answer = come_back(house, workshop, ben)

    assert (answer.status_code, answer.location) == (303, f"/w/{workshop.code}")
    assert phone.get(f"/j/{workshop.code}").location == f"/w/{workshop.code}"
    assert len(house.rows(select(seats).where(seats.c.name == "Ben"))) == 1


def test_the_first_device_keeps_its_seat(house, workshop):
    first = house.join(workshop, "Ben")
    come_back(house, workshop, code_of(house, workshop, "Ben"))

    assert first.get(f"/j/{workshop.code}").location == f"/w/{workshop.code}"


def test_it_works_once_and_then_there_is_a_new_one(house, workshop, ben):
    come_back(house, workshop, ben)

    assert WRONG in come_back(house, workshop, ben)[1].text
    assert code_of(house, workshop, "Ben") != ben
    assert come_back(house, workshop, code_of(house, workshop, "Ben"))[1].status_code == 303


def test_it_may_be_typed_small_and_in_groups(house, workshop, ben):
    assert come_back(house, workshop, f" {ben[:4].lower()}-{ben[4:]} ")[1].status_code == 303


@pytest.mark.parametrize("command", [CloseDoor, FinishWorkshop])
def test_it_works_when_the_door_is_closed(house, workshop, ben, command):
    house.ask(workshop.id, command())

    assert come_back(house, workshop, ben)[1].status_code == 303


def test_the_language_comes_along(house, workshop, ben):
    phone = house.app.test_client()
    phone.post(f"/j/{workshop.code}/again", data={"code": ben})

    assert phone.get_cookie("language").value == "en"


def test_a_facilitator_can_renew_a_code_that_was_overheard(house, workshop, ben):
    house.database.write(lambda tx: reentry.renew(tx, seat_of(house, workshop, "Ben")))

    assert WRONG in come_back(house, workshop, ben)[1].text
    assert code_of(house, workshop, "Ben") != ben


def test_ten_wrong_ones_in_a_minute_make_the_next_slow(house, workshop, ben, monkeypatch):
    naps = []
    monkeypatch.setattr(wrong_tries.time, "sleep", naps.append)
    for _ in range(10):
        come_back(house, workshop, "AAAAAAAA")
    assert naps == []

    come_back(house, workshop, "AAAAAAAA")
    assert naps == [wrong_tries.SLOW]


def test_then_the_brake_comes_before_the_look_and_whoever_is_right_is_still_let_in(
    house, workshop, ben, monkeypatch
):
    for _ in range(10):
        come_back(house, workshop, "AAAAAAAA")
    done, look = [], reentry.seat_with
    monkeypatch.setattr(wrong_tries.time, "sleep", lambda _: done.append("slept"))
    monkeypatch.setattr(reentry, "seat_with", lambda *given: done.append("looked") or look(*given))

    assert come_back(house, workshop, ben)[1].status_code == 303
    assert done == ["slept", "looked"]


def test_whoever_guesses_takes_no_writer(house, workshop, ben, monkeypatch):
    monkeypatch.setattr(house.database, "write", lambda turn: pytest.fail("this would hold notes"))

    assert WRONG in come_back(house, workshop, "AAAAAAAA")[1].text


def test_of_two_who_come_with_one_code_at_once_one_gets_the_seat(house, workshop, ben):
    with house.app.app_context():
        seat = house.database.read(lambda tx: reentry.seat_with(tx, workshop.id, ben))
    house.database.write(lambda tx: reentry.come_back(tx, seat, "first", 0))

    with pytest.raises(Refused, match="wrong"):
        house.database.write(lambda tx: reentry.come_back(tx, seat, "second", 0))


def test_everybodys_code_is_different_and_has_clear_letters_only(house, workshop):
    for name in ("Ben", "Citra", "Olga"):
        house.join(workshop, name)
    codes = {code_of(house, workshop, name) for name in ("Ben", "Citra", "Olga")}

    assert len(codes) == 3
    assert {len(code) for code in codes} == {reentry.LENGTH}
    assert set("".join(codes)) <= set(CLEAR)

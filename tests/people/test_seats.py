"""Whose seat is it, who may open which page, and what people are called."""

import pytest
from msgspec import structs

from tests.visitors import House
from workshop import ids
from workshop.people import seats
from workshop.people.commands import MoveSeat, RemoveSeat
from workshop.people.rosters import rosters
from workshop.people.seats import seat_by_id, seats_of, shown_names
from workshop.refusals import Refused
from workshop.workshops.commands import CloseDoor


def who(house: House, browser, workshop):
    """Whose seat the server finds behind that browser's cookies."""
    cookies = {
        name: cookie.value
        for name in ("account", f"seat_{workshop.id}")
        if (cookie := browser.get_cookie(name))
    }
    jar = "; ".join(f"{name}={value}" for name, value in cookies.items())
    with house.app.test_request_context(headers={"Cookie": jar}):
        return seats.current_seat(workshop.id)


def everybody(house: House, workshop):
    return house.database.read(lambda tx: seats_of(tx, workshop.id))


def names(house: House, workshop) -> list[str]:
    shown = house.database.read(lambda tx: shown_names(tx, workshop.id))
    return list(shown.values())


# Whose seat


def test_a_stranger_has_none(house, workshop):
    assert who(house, house.browser(), workshop) is None


def test_a_forged_token_opens_none(house, workshop):
    ben = house.join(workshop, "Ben")
    ben.set_cookie(f"seat_{workshop.id}", "0" * 64)

    assert who(house, ben, workshop) is None


def test_the_token_of_one_workshop_opens_none_in_another(house, workshop):
    ben = house.join(workshop, "Ben")
    other = house.workshop(key="other")
    ben.set_cookie(f"seat_{other.id}", ben.get_cookie(f"seat_{workshop.id}").value)

    assert who(house, ben, other) is None


def test_a_browsers_token_leads_to_its_seat(house, workshop):
    ben = who(house, house.join(workshop, "Ben"), workshop)

    assert (ben.name, ben.role, ben.team, ben.leads) == ("Ben", "participant", "t1", False)
    assert house.database.read(lambda tx: seat_by_id(tx, ben.id)) == ben


def test_a_signed_in_facilitator_has_the_seat_of_the_account(house, workshop, ada):
    seat = who(house, ada, workshop)

    assert (seat.name, seat.role, seat.leads) == ("Ada", "facilitator", True)


def test_a_facilitator_elsewhere_is_nobody_here(house, workshop, ada):
    house.account("Eka", "eka@example.go.id")
    eka = house.browser()
    eka.post("/sign-in", data={"email": "eka@example.go.id", "password": "sebelas kucing hitam"})

    assert who(house, eka, workshop) is None


def test_whoever_was_sent_out_has_a_seat_that_is_gone(house, workshop):
    phone = house.join(workshop, "Ben")
    ben = who(house, phone, workshop)
    house.ask(workshop.id, RemoveSeat(seat=ben.alias))

    assert who(house, phone, workshop).gone


def test_whoever_leads_is_moved_into_no_team(house, workshop):
    (ada,) = everybody(house, workshop)

    with pytest.raises(Refused, match="not_yours"):
        house.ask(workshop.id, MoveSeat(seat=ada.alias, team="t1"))
    assert everybody(house, workshop) == [ada]


# Which page


@pytest.mark.parametrize("page", ["", "/boards/s0123456789-t1"])
def test_a_stranger_is_led_to_the_door_of_any_code(house, workshop, page):
    stranger = house.browser()

    assert stranger.get(f"/w/{workshop.code}{page}").location == f"/j/{workshop.code}"
    assert stranger.get(f"/w/NQWXYZ{page}").location == "/j/NQWXYZ"


def test_whoever_is_not_signed_in_is_asked_to_and_comes_back(house, workshop):
    answer = house.browser().get(f"/w/{workshop.code}/manage")

    assert answer.location == f"/sign-in?next=/w/{workshop.code}/manage"


def test_a_form_of_nobody_is_refused(house, workshop):
    assert house.browser().post(f"/w/{workshop.code}/manage").status_code in (403, 405)


def test_to_another_facilitator_the_workshop_does_not_exist(house, workshop, ada):
    house.account("Eka", "eka@example.go.id")
    eka = house.browser()
    eka.post("/sign-in", data={"email": "eka@example.go.id", "password": "sebelas kucing hitam"})

    there, nowhere = eka.get(f"/w/{workshop.code}/manage"), eka.get("/w/NQWXYZ/manage")

    assert there.status_code == nowhere.status_code == 404


# What people are called


def test_the_second_of_one_name_is_told_apart(house, workshop):
    for _ in range(3):
        house.join(workshop, "Budi", "t1")
    house.join(workshop, "budi", "t1")
    house.join(workshop, "Budi", "t2")

    assert names(house, workshop) == ["Ada", "Budi", "Budi (2)", "Budi (3)", "budi (4)", "Budi (5)"]


def test_a_name_that_looks_like_a_second_one_is_told_apart_too(house, workshop):
    house.join(workshop, "Budi (2)", "t1")
    house.join(workshop, "Budi", "t1")
    house.join(workshop, "Budi", "t1")

    assert names(house, workshop) == ["Ada", "Budi (2)", "Budi", "Budi (3)"]


def test_a_name_stays_when_the_first_of_it_leaves(house, workshop):
    house.join(workshop, "Budi", "t1")
    house.join(workshop, "Budi", "t1")
    first = everybody(house, workshop)[1]
    house.ask(workshop.id, RemoveSeat(seat=first.alias))

    assert names(house, workshop) == ["Ada", "Budi", "Budi (2)"]


@pytest.mark.parametrize("who", [1, 2])
def test_a_name_stays_whoever_of_that_name_moves(house, workshop, who):
    """On the boards of their first team both are there for good."""
    house.join(workshop, "Budi", "t1")
    house.join(workshop, "Budi", "t1")
    house.ask(workshop.id, MoveSeat(seat=everybody(house, workshop)[who].alias, team="t2"))

    assert names(house, workshop) == ["Ada", "Budi", "Budi (2)"]


def test_a_whole_hall_of_one_name_is_told_apart_without_trying_every_number(
    house, workshop, monkeypatch
):
    house.join(workshop, "Budi")
    *_, budi = everybody(house, workshop)
    hall = [structs.replace(budi, id=f"p{number}") for number in range(500)]
    tried, key = [], seats.key
    monkeypatch.setattr(seats, "key", lambda name: tried.append(name) or key(name))

    assert list(seats.name_apart(hall).values())[-1] == "Budi (500)"
    assert len(tried) < 5 * len(hall)


def test_names_stand_behind_the_aliases_of_one_history_only(house, workshop):
    ben = who(house, house.join(workshop, "Ben"), workshop)
    here, there = "board:s0123456789-t1", "board:s0123456789-t2"

    with house.app.app_context():
        told = rosters.of(workshop.id, here, ben.id)

    me = ids.alias(workshop.alias_key, here, ben.id)
    assert told["me"] == me
    assert told["names"][me] == "Ben"
    assert ids.alias(workshop.alias_key, there, ben.id) not in told["names"]


def test_closing_the_door_takes_no_seat_away(house, workshop):
    ben = house.join(workshop, "Ben")
    house.ask(workshop.id, CloseDoor())

    assert who(house, ben, workshop).name == "Ben"

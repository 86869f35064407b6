"""The list of people: one act for all who are ticked."""

import re

import pytest
from sqlalchemy import select

from tests.forms import form_to
from workshop.history import histories
from workshop.people.reentry import code_of
from workshop.people.seats import seats_of


@pytest.fixture
def room(house, workshop):
    """Budi twice and Citra in Melati, Dewi in Kenanga."""
    for name, team in (("Budi", "t1"), ("Budi", "t1"), ("Citra", "t1"), ("Dewi", "t2")):
        house.join(workshop, name, team)
    return workshop


def seats(house, workshop) -> dict:
    found = house.database.read(lambda tx: seats_of(tx, workshop.id))
    return {seat.alias: seat for seat in found if not seat.leads}


def act(browser, workshop, name: str, *chosen: str, **fields):
    return press(browser, workshop, form_of(browser, workshop), name, *chosen, **fields)


def form_of(browser, workshop) -> dict[str, str]:
    page = browser.get(f"/w/{workshop.code}/manage").text
    return form_to(page, f"/w/{workshop.code}/people")


def press(browser, workshop, form: dict, name: str, *chosen: str, **fields):
    data = form | {"act": name, "seat": list(chosen)} | fields
    return browser.post(f"/w/{workshop.code}/people", data=data)


def test_nobody_chosen_is_said_and_changes_nothing(ada, house, room):
    before = seats(house, room)

    answer = act(ada, room, "move", team="t2")

    assert answer.location == f"/w/{room.code}/manage#people"
    assert "Please choose somebody in the list first." in ada.get(answer.location).text
    assert seats(house, room) == before


def test_an_act_that_there_is_not_is_refused(ada, room):
    assert act(ada, room, "promote", "0123456789").status_code == 400


def test_people_are_not_moved_to_a_team_that_is_not_there(ada, house, room):
    one = next(iter(seats(house, room)))

    answer = act(ada, room, "move", one, team="t99")

    assert "This does not exist" in ada.get(answer.location).text
    assert seats(house, room)[one].team == "t1"


def test_the_facilitator_is_never_among_those_removed(ada, house, room):
    (leader,) = [
        seat.alias for seat in house.database.read(lambda tx: seats_of(tx, room.id)) if seat.leads
    ]

    answer = act(ada, room, "remove", leader, sure="yes")

    assert answer.status_code == 303
    assert ada.get(f"/w/{room.code}/manage").status_code == 200


def test_two_of_one_name_are_told_apart(ada, room):
    page = ada.get(f"/w/{room.code}/manage").text

    shown = re.findall(r'name="seat" value="\w+"><span>([^<]+)<', page)
    assert shown == ["Budi", "Budi (2)", "Citra", "Dewi"]


def test_several_are_moved_at_once(ada, house, room):
    first, second, *_ = seats(house, room)

    answer = act(ada, room, "move", first, second, team="t2")

    assert "2 people are moved." in ada.get(answer.location).text
    assert [seat.team for seat in seats(house, room).values()] == ["t2", "t2", "t1", "t2"]


def test_removing_is_asked_once_more(ada, house, room):
    one = list(seats(house, room))[2]

    asked = act(ada, room, "remove", one)
    assert "Remove 1 person?" in asked.text and "Citra" in asked.text
    assert not seats(house, room)[one].gone

    act(ada, room, "remove", one, sure="yes")
    assert seats(house, room)[one].gone
    assert "Citra" not in ada.get(f"/w/{room.code}/manage").text


def test_a_press_that_comes_twice_is_one_and_says_the_same(ada, house, room):
    first, _, citra, _ = seats(house, room)
    form = form_of(ada, room)
    before = head(house, room)

    moved = [press(ada, room, form, "move", first, team="t2") for _ in range(2)]
    removed = [press(ada, room, form, "remove", citra, sure="yes") for _ in range(2)]

    assert head(house, room) == before + 2
    said = ada.get(f"/w/{room.code}/manage").text
    assert {answer.status_code for answer in moved + removed} == {303}
    assert said.count("1 person is moved.") == said.count("1 person is removed.") == 2


def test_the_same_page_with_another_wish_is_another_press(ada, house, room):
    first, *_ = seats(house, room)
    form = form_of(ada, room)

    press(ada, room, form, "move", first, team="t2")
    press(ada, room, form, "move", first, team="t1")

    assert seats(house, room)[first].team == "t1"


def head(house, workshop) -> int:
    question = select(histories.c.seq).where(histories.c.id == workshop.history)
    return house.database.read(lambda tx: tx.scalar(question))


def test_a_reentry_code_is_read_out_and_brings_its_person_back(ada, house, room):
    alias, dewi = list(seats(house, room).items())[3]

    page = act(ada, room, "reentry", alias).text

    with house.app.app_context():
        code = code_of(dewi)
    assert f"<dd>{code[:4]} {code[4:]}</dd>" in page
    assert code not in ada.get(f"/w/{room.code}/manage").text


def test_a_code_that_was_overheard_is_replaced_and_the_new_one_read_out(ada, house, room):
    alias, dewi = list(seats(house, room).items())[3]
    page = act(ada, room, "renew", alias).text
    with house.app.app_context():
        overheard, new = code_of(dewi), code_of(seats(house, room)[alias])

    assert "The earlier code opens nothing any more." in page
    assert f"<dd>{new[:4]} {new[4:]}</dd>" in page
    assert come_back(house, room, overheard).status_code == 400
    assert come_back(house, room, new).location == f"/w/{room.code}"


def come_back(house, room, code):
    return house.browser().post(f"/j/{room.code}/again", data={"code": code})


def test_the_act_stands_on_the_page(ada, room):
    page = ada.get(f"/w/{room.code}/manage").text

    assert re.search(r'name="act" value="renew"[^>]*>.*?Replace the re-entry code', page, re.S)


def test_those_without_a_team_wait_on_top(ada, house):
    workshop = house.workshop("assign")
    for name in ("Eko", "Fitri"):
        house.join(workshop, name)

    page = ada.get(f"/w/{workshop.code}/manage").text

    assert "Waiting for a team" in page

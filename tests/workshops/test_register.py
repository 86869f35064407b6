"""The register: a workshop is found by its code, as long as it is there."""

import pytest

from tests.workshops.wishes import DETAILS
from workshop.refusals import Refused
from workshop.workshops import register
from workshop.workshops.tables import workshops


def test_a_code_that_nobody_has_finds_nothing(app):
    assert register.find("K7PX4M") is None
    assert register.find("") is None


def test_a_workshop_is_found_however_its_code_is_typed(cast):
    typed = f" {cast.code[:3].lower()}-{cast.code[3:].lower()} "

    assert register.find(typed).id == cast.workshop_id


def test_an_erased_workshop_is_not_found_by_its_code(cast):
    erase(cast)

    assert register.find(cast.code) is None
    assert register.by_id(cast.workshop_id).state == "erased"


def test_the_code_of_an_erased_workshop_is_not_given_again(cast):
    erase(cast)

    with pytest.raises(Refused) as refused:
        enter(cast, "w-another", code=cast.code)
    assert refused.value == Refused("taken", name=cast.code)


def test_a_code_cannot_change_once_people_may_have_it(cast):
    with pytest.raises(Refused) as refused:
        change_code(cast, cast.workshop_id, "BALAI26")

    assert refused.value.code == "not_now"
    assert register.by_id(cast.workshop_id).code == cast.code


def test_a_draft_takes_a_code_of_its_own_but_not_anothers(cast):
    workshop_id = f"w-draft-{cast.workshop_id}"
    enter(cast, workshop_id)
    own = f"OWN{cast.code[-6:]}"

    change_code(cast, workshop_id, own)
    with pytest.raises(Refused):
        change_code(cast, workshop_id, cast.code)

    assert register.find(own).id == workshop_id


def test_entering_twice_keeps_the_first(cast):
    workshop_id = f"w-twice-{cast.workshop_id}"
    enter(cast, workshop_id, title="Pertama")
    enter(cast, workshop_id, title="Kedua")

    row = register.by_id(workshop_id)
    assert (row.title, row.state, row.door) == ("Pertama", "draft", "closed")
    assert len(row.code) == 6


def test_workshops_come_by_their_first_day(cast):
    later, sooner = f"w-later-{cast.workshop_id}", f"w-sooner-{cast.workshop_id}"
    enter(cast, later, days=["2026-12-01"])
    enter(cast, sooner, days=["2026-11-30", "2026-12-24"])

    assert [row.id for row in register.of_ids([later, sooner])] == [sooner, later]


def enter(cast, workshop_id: str, **facts) -> None:
    given = DETAILS | {
        "id": workshop_id,
        "code": None,
        "alias_key": "0" * 64,
        "erase_on": "2027-05-23",
        "made_at": cast.tick(),
    }
    cast.database.write(lambda tx: register.enter(tx, given | facts))


def change_code(cast, workshop_id: str, code: str) -> None:
    cast.database.write(lambda tx: register.change_code(tx, workshop_id, code))


def erase(cast) -> None:
    cast.database.write(
        lambda tx: tx.execute(
            workshops.update().where(workshops.c.id == cast.workshop_id).values(state="erased")
        )
    )

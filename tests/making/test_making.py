"""Making a workshop: once, whole, and by nobody else's leave."""

import pytest
from sqlalchemy import func, select

from workshop.agenda.days import read_starts
from workshop.clerk import clerks
from workshop.database import StoreUnavailable, database
from workshop.making import making
from workshop.making.making import Maker, Wish, make, team_names
from workshop.refusals import Refused
from workshop.workshops import register
from workshop.workshops.commands import ChangeDetails
from workshop.workshops.tables import workshops

RATNA = Maker("a0123456789abcdef", "Ratna Dewi", "id")
AT = 1_790_000_000_000


def wish(**changes) -> Wish:
    details = ChangeDetails(
        title="Antrean AK-1",
        challenge="",
        language="id",
        timezone="Asia/Jakarta",
        days=["2026-10-02", "2026-10-01"],
        joining="mix",
    )
    given = {"key": "k" * 32, "details": details, "erase_on": "2027-03-31", "agenda": "half_day"}
    return Wish(**given | {"teams": ["Melati", "Kenanga"]} | changes)


def how_many() -> int:
    return database.read(lambda tx: tx.scalar(select(func.count()).select_from(workshops)))


def state_of(workshop_id: str) -> dict:
    return clerks.of(f"workshop:{workshop_id}").look(lambda workshop: workshop.state())[1]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"agenda": "no_such_agenda"}, "unknown"),
        ({"teams": ["Melati", " "]}, "empty"),
        ({"teams": ["M" * 41]}, "too_long"),
    ],
)
def test_what_cannot_be_made_leaves_nothing_behind(app, changes, code):
    with pytest.raises(Refused) as refused:
        make(wish(**changes), RATNA, AT)

    assert refused.value.code == code
    assert how_many() == 0


def test_a_code_that_is_taken_is_refused_and_nothing_is_made(app):
    make(wish(code="BALAI26"), RATNA, AT)

    with pytest.raises(Refused) as refused:
        make(wish(code="BALAI26", key="another form"), RATNA, AT)

    assert refused.value == Refused("taken", name="BALAI26")
    assert how_many() == 1


def test_the_same_form_makes_one_workshop_however_often_it_comes(app):
    first = make(wish(), RATNA, AT)
    before = clerks.of(f"workshop:{first}").look(lambda workshop: None)[0]

    again = make(wish(), RATNA, AT + 60_000)

    assert again == first
    assert how_many() == 1
    assert clerks.of(f"workshop:{first}").look(lambda workshop: None)[0] == before


def test_a_form_that_was_changed_and_one_of_somebody_else_make_others(app):
    made = {
        make(wish(), RATNA, AT),
        make(wish(teams=["Melati"]), RATNA, AT),
        make(wish(), Maker("a0000000000000000", "Yohanes"), AT),
    }

    assert len(made) == 3


def test_it_is_a_draft_with_its_teams_and_steps_led_by_its_maker(app):
    state = state_of(make(wish(), RATNA, AT))

    assert (state["state"], state["door"], state["joining"]) == ("draft", "closed", "mix")
    assert state["days"] == ["2026-10-01", "2026-10-02"]
    assert [team["name"] for team in state["teams"].values()] == ["Melati", "Kenanga"]
    assert [seat["role"] for seat in state["seats"].values()] == ["facilitator"]
    assert state["steps"][0]["title"]["en"] == "Registration and joining"


def test_its_secrets_are_its_own_and_no_name_is_in_its_history(app):
    one, two = (make(wish(key=key), RATNA, AT) for key in ("one", "two"))

    keys = {register.by_id(made).alias_key for made in (one, two)}
    assert all(len(key) == 64 for key in keys) and len(keys) == 2
    assert "Ratna" not in str(state_of(one))


def test_the_days_of_an_agenda_begin_as_it_says(app):
    made = make(wish(agenda="two_day"), RATNA, AT)

    assert database.read(lambda tx: read_starts(tx, made)) == {1: "08:00", 2: "08:00"}
    assert {step["day"] for step in state_of(made)["steps"]} == {1, 2}


def test_an_empty_agenda_stays_empty(app):
    assert state_of(make(wish(agenda=None), RATNA, AT))["steps"] == []


def test_what_broke_off_half_way_is_completed_by_sending_the_form_again(app, monkeypatch):
    def break_off(ops):
        raise StoreUnavailable("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(making, "perform_together", break_off)
        with pytest.raises(StoreUnavailable):
            make(wish(), RATNA, AT)
    assert how_many() == 1

    made = make(wish(), RATNA, AT + 1_000)

    assert how_many() == 1
    assert len(state_of(made)["teams"]) == 2


def test_a_name_that_is_too_long_for_a_seat_is_cut(app):
    long = Maker("a1", "Prof. Dr. Ratna Kusumawardhani Dewi Lestari, S.Sos., M.Si.")

    assert make(wish(), long, AT)


@pytest.mark.parametrize(
    ("language", "names"),
    [("id", ["Melati", "Kelompok 2", "Kelompok 3"]), ("en", ["Melati", "Team 2", "Team 3"])],
)
def test_teams_without_a_name_are_numbered_in_the_workshops_language(app, language, names):
    assert team_names(["Melati"], 3, language) == names
    assert team_names(["Melati", "Kenanga"], 1, language) == ["Melati", "Kenanga"]

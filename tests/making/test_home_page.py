"""Home: what is today first, each only for those who lead it, and a first step for the new."""

import pytest

from workshop.clock import DAY
from workshop.making import home, pages
from workshop.workshops import register
from workshop.workshops.commands import ChangeDetails, FinishWorkshop

NOVEMBER_24 = 1_795_489_200_000  # 2026, 10.00 WIB


@pytest.fixture
def on(monkeypatch):
    """Home as it is so many days after 24 November."""

    def on(days: int) -> None:
        monkeypatch.setattr(pages, "now", lambda: NOVEMBER_24 + days * DAY)

    return on


def test_home_is_only_for_those_who_are_signed_in(house, ada):
    assert house.browser().get("/workshops").location == "/sign-in?next=/workshops"


def test_nobody_finds_anothers_workshops_there(house, workshop):
    house.account("Yohanes", "yohanes@example.go.id")
    yohanes = house.browser()
    yohanes.post(
        "/sign-in", data={"email": "yohanes@example.go.id", "password": "sebelas kucing hitam"}
    )

    page = yohanes.get("/workshops")

    assert page.status_code == 200
    assert "Layanan yang Memudahkan" not in page.text
    assert "Your first workshop will be here." in page.text


def test_somebody_new_is_offered_the_six_agendas(ada):
    page = ada.get("/workshops").text

    assert page.count('class="start"') == 6
    assert 'href="/workshops/new?agenda=half_day"' in page


def test_on_its_day_a_workshop_stands_first_with_its_desk_and_code(ada, workshop, on):
    on(0)
    page = ada.get("/workshops").text

    assert f'href="/w/{workshop.code}/desk"' in page
    assert "Open: people can join" in page
    assert f"{workshop.code[:3]} {workshop.code[3:]}" in page


def test_before_its_day_it_is_coming_and_afterwards_past(ada, workshop, on):
    on(-1)
    assert "Coming" in ada.get("/workshops").text

    on(1)
    page = ada.get("/workshops").text
    assert "Past" in page and "Coming" not in page
    assert "Erased by itself on 23 May 2027" in page


def test_a_finished_one_is_past_even_on_its_day(ada, house, workshop, on):
    on(0)
    house.ask(workshop.id, FinishWorkshop())

    page = ada.get("/workshops").text

    assert "Past" in page and f"/w/{workshop.code}/desk" not in page


def test_people_and_teams_are_counted(house, ada, workshop, on):
    on(0)
    for name in ("Budi", "Citra"):
        house.join(workshop, name)

    assert "2 people, 2 teams" in ada.get("/workshops").text


def test_the_second_day_is_called_so(house, ada, workshop, on):
    details = ChangeDetails(
        title="Dua hari",
        challenge="",
        language="id",
        timezone="Asia/Jakarta",
        days=["2026-11-24", "2026-11-25"],
        joining="choose",
    )
    house.ask(workshop.id, details)

    on(1)

    assert "Open: people can join, day 2" in ada.get("/workshops").text


def test_a_running_workshop_shows_how_far_it_is(cast):
    legs = rows(cast, cast.at)[0].way.legs
    assert [leg.stage for leg in legs] == ["empathise", "define", "ideate", "prototype", "test"]
    assert not any(leg.done or leg.is_here for leg in legs)

    while not legs[1].is_here:
        go_on(cast)
        legs = rows(cast, cast.at)[0].way.legs

    assert (legs[0].done, legs[1].done) == (1, 0)


def test_what_nobody_moved_for_a_day_is_not_on_any_more(cast):
    go_on(cast)

    (on_the_move,), (left_alone,) = rows(cast, cast.at), rows(cast, cast.at + DAY)
    (long_after,) = rows(cast, cast.at + 400 * DAY)

    assert on_the_move.is_now
    assert not left_alone.is_now and not left_alone.is_past  # its day is still to come
    assert long_after.is_past


def go_on(cast) -> None:
    here = cast.clerks.of(cast.history).look(lambda workshop: workshop.agenda.at)[1]
    cast.asks("ada", {"op": "next", "from": here and here.phase_id})


def rows(cast, at: int) -> list[home.Listed]:
    return cast.database.read(
        lambda tx: home.list_all(tx, [register.by_id(cast.workshop_id, tx)], at)
    )

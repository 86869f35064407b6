"""The main job: half a day with three teams, from the set-up link to the papers in hand."""

import pytest

from tests.journeys.papers import (
    born_in_json,
    in_csv,
    in_json,
    in_markdown,
    people_in_json,
    without_zones_of_trash,
)
from tests.journeys.people import OnPhone, Participant
from tests.journeys.room import Room, Stage

EMPATHISE = Stage("challenge_brief", "Challenge Brief", 2, "Why now", "Who uses it")
DEFINE = Stage(
    "pov_statement", "Point-of-View Statement", 1, "User (who exactly?)", "Full sentence"
)
IDEATE = Stage("silent_brainstorm", "Silent Brainstorm", 1, "Ideas", "Wild ideas")
PROTOTYPE = Stage("storyboard", "Storyboard", 2, "1 Need arises", "5 Result")
TEST = Stage("like_wish_whatif", "I Like, I Wish, What If", 1, "I like …", "I wish …", True)
TITLES = {stage.method: stage.title for stage in (EMPATHISE, DEFINE, IDEATE, PROTOTYPE, TEST)}


@pytest.mark.timeout(400)
def test_half_a_day_from_the_set_up_link_to_the_papers_in_hand(room: Room):
    ada = room.ada
    ada.sets_up_her_account(room.address + room.server.said(r"http://\S+(/setup/\S+)").group(1))
    ada.makes_a_half_day("Antrean AK-1", teams=["Melati", "Kenanga", "Flamboyan"])
    room.code = ada.opens_it()
    room.hangs_the_screen(ada.makes_a_screen_link())
    ada.sits_down_at_the_desk()

    ben = room.on_phone("Ben", "Melati")
    citra = room.on_laptop("Citra", "Melati")
    olga = room.on_phone("Olga", "Kenanga")
    eko = room.without_script("Eko", "Kenanga")
    dewi = room.on_laptop("Dewi", "Flamboyan")

    ada.starts()
    for stage in (EMPATHISE, DEFINE):
        room.goes_to(stage)
        everybody_works(room)
        room.everybody_sees_the_same()

    room.goes_to(IDEATE)
    everybody_works(room)
    ada.starts_the_timer()
    room.looks_at_board_of("Melati")
    the_power_fails(room, ben, citra, olga, dewi)
    room.all_see_board_of("Melati")
    eko.writes(IDEATE.there)
    room.everybody_sees_the_same()

    for stage in (PROTOTYPE, TEST):
        room.goes_to(stage)
        everybody_works(room)
        room.everybody_sees_the_same()

    for person in room.people:
        person.has_never_reloaded()
    ben.reloads()
    ben.is_writer_of(ben.writes(TEST.there))
    room.everybody_sees_the_same()

    ada.finishes()
    rows = room.ledger.rows
    whole = ada.downloads("JSON, complete")
    assert in_json(whole, TITLES) == rows
    assert born_in_json(whole) == [row.text for row in rows]
    assert people_in_json(whole) == ["Ben", "Citra", "Olga", "Eko", "Dewi"]
    assert in_csv(ada.downloads("CSV, for tables")) == rows
    assert in_markdown(ada.downloads("Markdown, to read")) == without_zones_of_trash(rows)


def everybody_works(room: Room) -> None:
    """Each writes three notes: one stays where it is, one moves, one is taken back."""
    for person in room.people:
        _stays, moves, goes = [person.writes(room.stage.here) for _ in range(3)]
        person.moves(moves, to=room.stage.there)
        person.removes(goes)


def the_power_fails(room: Room, ben: OnPhone, *others: Participant) -> None:
    """Nobody waits for an answer and nobody stops writing; Ben has lost the network besides."""
    ben.loses_the_network()
    early = ben.writes(IDEATE.here)
    for person in others:
        person.writes(IDEATE.here)
    room.server.kill()
    for person in others:
        person.writes(IDEATE.there)
    late = ben.writes(IDEATE.here)

    room.server.start()
    for person in others:
        person.waits_with(0)
        person.does_not_see(early)
        person.does_not_see(late)
    ben.moves(late, to=IDEATE.there)
    ben.waits_with(2)
    ben.has_the_network_again()

"""The demo: what its data promises is on the boards, and it came there as from live people."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.demo.conftest import LOADED_AT
from workshop.boards.commands import AddNote
from workshop.boards.place import Place
from workshop.boards.tables import boards, notes
from workshop.demo import loading
from workshop.demo.script import Script, instant, read
from workshop.demo.script import Written as Note
from workshop.history import entries
from workshop.methods import library
from workshop.people.seats import seats_of, shown_names
from workshop.people.tables import seat_tokens, seats
from workshop.refusals import Refused
from workshop.workshops.retention import due

EXPECTED = yaml.safe_load(Path(__file__).with_name("expected.yaml").read_text())
EDGE = {note.id: note for note in read("edge_cases", list[Note])}
SPECIAL = [
    "field_observation",
    "complaint_data_wall",
    "be_the_applicant",
    "role_play",
    "paper_prototype",
    "feedback_grid",
    "learning_card",
]


@pytest.fixture
def lying(loaded):
    """Every note of the demo that is no edge case, as it lies, with its board."""
    edge = {note.note_id for note in EDGE.values()}
    on = {board.id: board for board in loaded.rows(boards)}
    return [(note, on[note.board_id]) for note in loaded.rows(notes) if note.id not in edge]


@pytest.fixture
def edge(loaded):
    rows = {row.id: row for row in loaded.rows(notes)}
    return lambda name: rows.get(EDGE[name].note_id)


# What lies there


def test_every_team_and_every_kind_has_its_notes(lying):
    assert len(lying) == EXPECTED["notes_total"]
    assert Counter(board.team for _, board in lying) == EXPECTED["notes_by_team"]
    assert Counter(note.kind for note, _ in lying) == EXPECTED["notes_by_kind"]


def test_every_stage_has_its_notes(loaded, lying):
    stages = loaded.look(lambda root: {step.id: step.stage for step in root.agenda.steps})

    found = Counter(stages[board.step] for _, board in lying)

    found["test"] += found.pop("closer")  # whoever counted took the plan of action for testing
    assert found == EXPECTED["notes_by_stage"]


def test_seven_methods_that_the_ready_agenda_lacks_have_boards_too(lying):
    found = Counter(board.method for _, board in lying if board.method in SPECIAL)

    assert sorted(found) == sorted(SPECIAL)
    assert found.total() == 27


def test_a_note_has_the_words_the_place_and_the_time_of_the_script(loaded, lying):
    script = {note.note_id: note for note in Script().notes}
    for note, board in lying:
        wanted = script[note.id]
        assert (board.method, board.team, note.zone) == (wanted.board, wanted.team, wanted.zone)
        assert (note.text, note.at, note.late) == (wanted.text, instant(wanted.created_at), False)


def test_every_note_has_the_colour_of_the_script(lying):
    script = {note.note_id: note for note in Script().notes}
    for note, board in lying:
        shown = note.colour or library.get(board.method).colour_of(note.kind)
        assert shown == script[note.id].colour


def test_every_note_has_its_writer(loaded, lying):
    people = {person.id: person.display_name for person in Script().cohort.people}
    script = {note.note_id: note for note in Script().notes}
    names = loaded.database.read(lambda tx: shown_names(tx, loaded.workshop.id))
    alias = loaded.look(
        lambda root: {
            (board, root.people.alias(seat, f"board:{board}")): name
            for board in {board.id for _, board in lying}
            for seat, name in names.items()
        }
    )
    for note, board in lying:
        assert alias[board.id, note.by] == people[script[note.id].author]


# Notes that a careless program would stumble over


def test_words_come_through_as_they_were_written(edge):
    for name in ("x1", "x2", "x3", "x4", "x6", "x7", "x8", "x9"):
        assert edge(name).text == EDGE[name].text
    assert edge("x5").text == "Semangat 💪🏽 keluarga besar — é à ñ"


def test_what_was_written_without_a_connection_came_late(edge):
    assert edge("x10").late
    assert edge("x10").at == instant(EDGE["x10"].created_at)


def test_what_its_writer_took_back_lies_in_the_trash(edge):
    assert edge("x11").removed_at == instant(EDGE["x11"].removed_at)
    assert edge("x11").removed_by == edge("x11").by


def test_blanks_are_refused(edge):
    assert edge("x12") is None
    with pytest.raises(Refused) as refusal:
        AddNote(note_id=EDGE["x12"].note_id, text="   ", kind="idea", place=Place("ideas", "a0"))
    assert refusal.value.code == EDGE["x12"].refused


# How it stands


def test_the_room_stands_at_the_last_step_but_one_where_everybody_can_write(loaded):
    steps, here, opens = loaded.look(
        lambda root: (
            [step.id for step in root.agenda.steps],
            root.agenda.here.id,
            root.agenda.phase.opens,
        )
    )
    assert steps[-2] == here
    assert "write" in opens
    assert (loaded.workshop.state, loaded.workshop.door) == ("running", "open")


def test_the_room_went_through_every_phase_in_order_and_never_back_in_time(loaded):
    log, until = loaded.look(
        lambda root: (
            root.agenda.progress.log,
            [f"{s.id}/{n}" for s in root.agenda.steps[:-1] for n in range(len(s.phases))],
        )
    )
    assert [phase for phase, _ in log] == until[: len(log)]
    assert len(until) - len(log) == 2  # the rest of the last step but one
    assert [at for _, at in log] == sorted(at for _, at in log)


def test_four_teams_of_six_came_at_their_hours_and_one_was_late(loaded):
    people = [seat for seat in loaded.rows(seats) if seat.role == "participant"]

    assert Counter(seat.team for seat in people) == dict.fromkeys(("t1", "t2", "t3", "t4"), 6)
    assert [seat.name for seat in sorted(people, key=lambda seat: seat.joined_at)][-1] == "Ilham"
    assert all(seat.notice for seat in people)


def test_the_demo_is_kept_from_the_day_it_was_loaded(loaded):
    kept = date.fromisoformat(loaded.workshop.erase_on) - date(2026, 11, 24)

    assert kept.days == 180
    assert loaded.database.read(lambda tx: due(tx, LOADED_AT)) == []


def test_everything_came_by_entries_with_the_times_of_the_script(loaded):
    rows = loaded.rows(entries)

    assert max(row.at for row in rows) < LOADED_AT
    for history in {row.history for row in rows}:
        numbers = sorted(row.seq for row in rows if row.history == history)
        assert numbers == list(range(1, len(numbers) + 1))


# Who gets in


def test_nobody_of_the_demo_has_a_browser_or_a_password_yet(loaded):
    assert loaded.rows(seat_tokens) == []
    leaders = [
        seat.name
        for seat in loaded.database.read(lambda tx: seats_of(tx, loaded.workshop.id))
        if seat.leads
    ]
    assert leaders == ["Ratna Wulandari Basuki", "Yohanes Lamanepa"]


def test_the_demo_is_loaded_into_nothing_but_an_empty_database(loaded):
    assert loading.found() == loaded.workshop
    with pytest.raises(Refused) as refusal:
        loading.load(LOADED_AT)
    assert refusal.value.code == "already"


def test_boards_of_the_demo_can_be_changed_at_once(loaded):
    """Nothing of the loading stays in memory that the serving process would not turn."""
    clerks = loaded.app.extensions["clerks"].by_name
    assert all(clerk.name == loaded.workshop.history for clerk in clerks.values())

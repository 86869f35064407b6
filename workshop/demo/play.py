"""One performance of the script: people come, the room goes on, and notes are written."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from workshop.accounts.account import Account
from workshop.agenda import days
from workshop.agenda.cue import method_for
from workshop.agenda.running import Next
from workshop.agenda.steps import Step
from workshop.aggregate import Command
from workshop.boards.commands import AddNote, RemoveNote
from workshop.boards.order import key_after
from workshop.boards.place import Place
from workshop.clerk import Op, caused, clerks
from workshop.database import database
from workshop.demo.course import Course
from workshop.demo.planning import change_all
from workshop.demo.script import Person, Script, Written, instant
from workshop.ids import derived
from workshop.people.commands import TakeSeat
from workshop.people.privacy import notice
from workshop.people.seats import seat_of_account
from workshop.refusals import Refused
from workshop.workshops.commands import OpenWorkshop
from workshop.workshops.together import perform_together, refusals_in

APART = 2_000  # milliseconds between two who come in the same minute


class Play:
    """The script in a workshop that its facilitator has just made."""

    def __init__(self, script: Script, workshop_id: str, account: Account):
        self.script, self.facts = script, script.facts
        self.id, self.history = workshop_id, f"workshop:{workshop_id}"
        self.lead = database.read(lambda tx: seat_of_account(tx, workshop_id, account.id)).id

    def run(self) -> None:
        names = change_all(self.script.agenda, self.steps, self.change_agenda)
        starts = database.read(lambda tx: days.read_starts(tx, self.id))
        course = Course(self.script, self.steps(), starts, names)
        ops = [*self.arrivals(), *self.moves(course), *self.notes(course)]
        perform_all(sorted(ops, key=lambda op: op.at))

    def steps(self) -> list[Step]:
        look = clerks.of(self.history, self.id).look
        return look(lambda workshop: list(workshop.agenda.steps))[1]

    def change_agenda(self, name: str, command: Command) -> None:
        clerks.perform(self.op(name, command, instant(self.facts.made_at), self.lead))

    def op(self, name: str, command: Command, at: int, seat: str | None, board: str = "") -> Op:
        history = f"board:{board}" if board else self.history
        return Op(history, caused("demo", name), command, seat, at)

    # People

    def arrivals(self) -> Iterator[Op]:
        """The doors open; then everybody comes in at their hour, one by one."""
        opened, co = instant(self.facts.opened_at), self.facts.co_facilitator
        yield self.op("open", OpenWorkshop(), opened, self.lead)
        seat = TakeSeat(seat_id=self.seat(co.id), name=co.name, role="co_facilitator")
        yield self.op(f"join:{co.id}", seat, opened, None)
        came = {one.participant: one.day1[0] for one in self.script.cohort.attendance}
        for number, person in enumerate(self.script.cohort.people):
            at = self.facts.at(1, came[person.id]) + number * APART
            yield self.op(f"join:{person.id}", self.take_seat(person), at, None)

    def take_seat(self, person: Person) -> TakeSeat:
        return TakeSeat(
            seat_id=self.seat(person.id),
            name=person.display_name,
            team=person.team,
            language=person.language,
            notice=notice().version,
        )

    def seat(self, person: str) -> str:
        return derived("p", self.id, person)

    # The room, and what is written in it

    def moves(self, course: Course) -> Iterator[Op]:
        seen = None
        for number, spot in enumerate(course.spots):
            yield self.op(f"next:{number:03}", Next(seen=seen), spot.since, self.lead)
            seen = spot.phase_id

    def notes(self, course: Course) -> Iterator[Op]:
        last: dict[tuple[str, str], str] = {}  # the order key in each zone
        for note in self.script.notes:
            spot = course.spot_at(instant(note.written_at or note.created_at))
            step = course.steps[spot.step]
            board, seat = board_of(step, note), self.seat(note.author)
            place = Place(note.zone, key_after(last.get((board, note.zone))))
            command = add_note(note, step, place, spot.phase_id)
            if command is None:
                continue
            last[board, note.zone] = place.order
            yield self.op(f"note:{note.id}", command, instant(note.created_at), seat, board)
            if note.removed_at:
                removal = RemoveNote(note_id=note.note_id)
                yield self.op(f"remove:{note.id}", removal, instant(note.removed_at), seat, board)


def board_of(step: Step, note: Written) -> str:
    """The script and the agenda must agree on what the team was doing."""
    if method_for(step, note.team).id != note.board:
        raise ValueError(f"{note.id} lies on {note.board}, but its team was elsewhere")
    return f"{step.id}-{note.team}"


def add_note(note: Written, step: Step, place: Place, during: str) -> AddNote | None:
    """What the writer's browser sent; nothing where its words were refused, as the script says."""
    try:
        return AddNote(
            note_id=note.note_id,
            text=note.text,
            kind=note.kind,
            place=place,
            colour=own_colour(note, step),
            during=during,
        )
    except Refused as refusal:
        if refusal.code != note.refused:
            raise
        return None


def own_colour(note: Written, step: Step) -> str | None:
    """None where it is the colour that its kind has on this board."""
    usual = {here.kind: here.colour for here in method_for(step, note.team).colours}
    return None if note.colour == usual.get(note.kind) else note.colour


def perform_all(ops: list[Op]) -> None:
    """In scenes: what happens to the workshop, then what is written meanwhile, and so on."""
    for _, scene in groupby(ops, key=lambda op: op.history.partition(":")[0]):
        by_history: dict[str, list[Op]] = defaultdict(list)
        for op in scene:
            by_history[op.history].append(op)
        for together in by_history.values():
            for refusal in refusals_in(perform_together(together)):
                raise refusal

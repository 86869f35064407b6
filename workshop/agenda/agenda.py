"""The agenda as a part of the workshop: its steps, and where the room is.

The list of steps is the engine. Everybody follows one spot; what is open follows from it.
"""

import msgspec
from sqlalchemy import Connection, delete, insert, select

from workshop.agenda import boards
from workshop.agenda.steps import Phase, Spot, Step, board_id, read_phase_id
from workshop.agenda.tables import progress as progress_rows
from workshop.agenda.tables import steps as step_rows
from workshop.agenda.timer import Timer
from workshop.database import upsert
from workshop.refusals import Refused


class Progress(msgspec.Struct):
    """Where the room is and was: one row of the database."""

    at: Spot | None = None
    entered: list[str] = []
    visited: list[str] = []
    timer: Timer | None = None
    shows: str | None = None
    log: list[tuple[str, int]] = []  # each phase entered, and when: planned against actual


class Agenda:
    """A part of the workshop; see `workshop.workshops.workshop.Part`."""

    def __init__(self, workshop, steps: list[Step], progress: Progress):
        self.workshop = workshop
        self.steps = steps
        self.progress = progress
        self.untouch()

    @classmethod
    def load(cls, tx: Connection, workshop) -> "Agenda":
        rows = tx.execute(
            select(step_rows)
            .where(step_rows.c.workshop_id == workshop.id)
            .order_by(step_rows.c.position)
        )
        steps = [from_row(row, Step) for row in rows]
        row = tx.execute(
            select(progress_rows).where(progress_rows.c.workshop_id == workshop.id)
        ).first()
        progress = from_row(row, Progress) if row else Progress()
        return cls(workshop, steps, progress)

    def untouch(self) -> None:
        self.touched_steps = self.touched_progress = False
        self.new_boards: list[tuple[Step, str | None, int]] = []

    def state(self) -> dict:
        state = msgspec.to_builtins(self.progress)
        del state["log"]
        return state | {"steps": msgspec.to_builtins(self.steps)}

    def save(self, tx: Connection) -> None:
        if self.touched_steps:
            tx.execute(delete(step_rows).where(step_rows.c.workshop_id == self.workshop.id))
            rows = [self.row(step, position) for position, step in enumerate(self.steps)]
            if rows:
                tx.execute(insert(step_rows), rows)
        if self.touched_progress:
            row = {"workshop_id": self.workshop.id} | msgspec.to_builtins(self.progress)
            upsert(tx, progress_rows, [row])
        for step, team, at in self.new_boards:
            boards.begin(tx, self.workshop.id, step, team, at)
        self.untouch()

    def row(self, step: Step, position: int) -> dict:
        row = msgspec.to_builtins(step)
        return row | {"workshop_id": self.workshop.id, "position": position}

    # What it knows

    @property
    def at(self) -> Spot | None:
        return self.progress.at

    def step(self, step_id: str) -> Step:
        """That step; refuses `unknown`."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise Refused("unknown")

    @property
    def here(self) -> Step | None:
        """The step the room is in."""
        return self.step(self.at.step) if self.at else None

    @property
    def phase(self) -> Phase | None:
        """The phase the room is in."""
        return self.here.phases[self.at.phase] if self.at else None

    def owner(self, step: Step) -> Step:
        """The step whose boards are used here: its own, or the one it stands over."""
        return self.owner(self.step(step.over)) if step.over else step

    def with_boards(self, index: int) -> list[Step]:
        """The steps before that place which have boards of their own, in order."""
        return [step for step in self.steps[:index] if step.has_own_boards]

    def board_of(self, step: Step, team: str | None) -> str | None:
        """The board that a team works on in that step, if any."""
        owner = self.owner(step)
        return board_id(owner, team) if owner.board else None

    def boards_of(self, step: Step) -> dict[str, str | None]:
        """The boards of a step, and whose each is."""
        owner = self.owner(step)
        if not owner.board:
            return {}
        teams = [None] if owner.for_all else list(self.workshop.people.teams)
        return {board_id(owner, team): team for team in teams}

    def team_of(self, board: str) -> str | None:
        """Whose board that is, none where it is everybody's; refuses `unknown` where the room has
        not been. A board's name says its step and its team, so nothing is searched."""
        step, _, whose = board.rpartition("-")
        owner = next((one for one in self.owners_entered() if one.id == step), None)
        team = None if whose == "all" else whose
        known = team is None or team in self.workshop.people.teams
        if owner is None or not known or board != self.board_of(owner, team):
            raise Refused("unknown")
        return team

    def phase_at(self, text: str) -> Phase:
        """The phase of that name; refuses `invalid` or `unknown`."""
        step_id, index = read_phase_id(text)
        phases = self.step(step_id).phases
        if index >= len(phases):
            raise Refused("unknown")
        return phases[index]

    def after(self, spot: Spot | None) -> tuple[Step, int]:
        """The next phase, or the first of the next step; refuses `already` at the end."""
        if spot is None:
            return self.nth(0), 0
        step = self.step(spot.step)
        if spot.phase + 1 < len(step.phases):
            return step, spot.phase + 1
        return self.nth(self.steps.index(step) + 1), 0

    def before(self, spot: Spot) -> tuple[Step, int]:
        """The phase before, or the last of the step before; refuses `already` at the start."""
        step = self.step(spot.step)
        if spot.phase > 0:
            return step, spot.phase - 1
        earlier = self.nth(self.steps.index(step) - 1)
        return earlier, len(earlier.phases) - 1

    def nth(self, index: int) -> Step:
        if not 0 <= index < len(self.steps):
            raise Refused("already")
        return self.steps[index]

    # What it applies

    def agenda_chosen(self, event) -> None:
        self.steps = list(event.steps)
        self.touched_steps = True

    def step_added(self, event) -> None:
        self.steps.insert(event.index, event.step)
        self.touched_steps = True

    def step_removed(self, event) -> None:
        self.steps.remove(self.step(event.step))
        self.touched_steps = True

    def step_moved(self, event) -> None:
        step = self.step(event.step)
        self.steps.remove(step)
        self.steps.insert(event.index, step)
        self.change(step.id, day=event.day or step.day)

    def minutes_set(self, event) -> None:
        self.change(event.step, minutes=event.minutes, phases=list(event.phases))

    def step_retitled(self, event) -> None:
        self.change(event.step, title=event.title)

    def instead_set(self, event) -> None:
        step = self.step(event.step)
        others = {team: method for team, method in step.instead.items() if team != event.team}
        mine = {event.team: event.method} if event.method else {}
        self.change(event.step, instead=others | mine)

    def over_set(self, event) -> None:
        phases = list(event.phases)
        self.change(event.step, over=event.over, board=event.board, phases=phases)

    def change(self, step_id: str, **properties) -> None:
        step = self.step(step_id)
        for name, value in properties.items():
            setattr(step, name, value)
        self.touched_steps = True

    def step_entered(self, event) -> None:
        spot = Spot(event.step, event.phase, event.at)
        if event.step not in self.progress.entered:
            self.open_boards(self.owner(self.step(event.step)), event.at)
            self.progress.entered.append(event.step)
        if spot.phase_id not in self.progress.visited:
            self.progress.visited.append(spot.phase_id)
        self.progress.log.append((spot.phase_id, event.at))
        self.move(at=spot, timer=event.timer, shows=None)

    def open_boards(self, owner: Step, at: int) -> None:
        if owner not in self.owners_entered():
            self.new_boards += [(owner, team, at) for team in self.boards_of(owner).values()]

    def owners_entered(self) -> list[Step]:
        """The steps whose boards there are already."""
        owners = {owner.id: owner for owner in map(self.owner, self.steps_entered())}
        return list(owners.values())

    def steps_entered(self) -> list[Step]:
        return [self.step(step_id) for step_id in self.progress.entered]

    def team_added(self, event) -> None:
        """A team that comes late gets a board wherever the others have one."""
        for owner in self.owners_entered():
            if owner.board and not owner.for_all:
                self.new_boards.append((owner, event.team, self.at.since))

    def timer_started(self, event) -> None:
        self.move(timer=Timer(event.minutes, deadline=event.deadline))

    def timer_paused(self, event) -> None:
        self.move(timer=Timer(self.progress.timer.minutes, left=event.left))

    def timer_extended(self, event) -> None:
        self.move(timer=Timer(event.minutes, event.deadline, event.left))

    def timer_stopped(self, event) -> None:
        self.move(timer=None)

    def board_shown(self, event) -> None:
        self.move(shows=event.board)

    def step_shown(self, event) -> None:
        self.move(shows=None)

    def move(self, **properties) -> None:
        for name, value in properties.items():
            setattr(self.progress, name, value)
        self.touched_progress = True


def from_row(row, to: type):
    """A value read from the columns of its own fields' names."""
    return msgspec.convert({field: getattr(row, field) for field in to.__struct_fields__}, to)

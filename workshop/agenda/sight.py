"""What one seat sees at this moment: plain values, looked up where the workshop may be read."""

from typing import Any, NamedTuple

from workshop.agenda.access import is_here, may_read, owns
from workshop.agenda.cue import cue, method_for, title_of
from workshop.agenda.opens import opened
from workshop.agenda.steps import Step
from workshop.agenda.timer import Timer
from workshop.aggregate import Author
from workshop.boards.cluster_commands import GroupNotes
from workshop.boards.commands import (
    AddNote,
    ChangeKind,
    EditNote,
    LinkNotes,
    MergeNotes,
    MoveNote,
    React,
    Recolour,
    RemoveNote,
    RestoreNote,
    StarNote,
)
from workshop.boards.comment_commands import AddComment, RemoveComment
from workshop.boards.picture_commands import DescribePicture, RemovePicture, SetPicture
from workshop.workshops.workshop import ERASED, FINISHED, Workshop

HANDS = {
    "add": AddNote,
    "edit": EditNote,
    "move": MoveNote,
    "kind": ChangeKind,
    "colour": Recolour,
    "remove": RemoveNote,
    "restore": RestoreNote,
    "picture": SetPicture,
    "describe": DescribePicture,
    "unpicture": RemovePicture,
    "star": StarNote,
    "react": React,
    "merge": MergeNotes,
    "link": LinkNotes,
    "comment": AddComment,
    "uncomment": RemoveComment,
}
# Whose note it is makes no difference there; and on what lies in the trash there is only one.
OF_COMMENTS = {"comment", "uncomment"}
OF_TRASH = {"restore"}


class Rights(NamedTuple):
    """What one may do with the notes of one board now; the server decides again at each op."""

    leads: bool
    words: list[str]  # what the phase opens here
    closed: bool  # nobody writes any more, or not this seat

    def may(self, what: str, own: bool = True) -> bool:
        if self.closed:
            return False
        return self.leads or opened(self.words, HANDS[what], own)

    @property
    def may_group(self) -> bool:
        """Whether one may lay any note of the board into a cluster."""
        return not self.closed and (self.leads or opened(self.words, GroupNotes, own=False))

    def any_for(self, own: bool) -> bool:
        """Whether there is anything at all that one may do with such a note."""
        of_notes = HANDS.keys() - OF_COMMENTS - OF_TRASH
        return self.may("comment") or any(self.may(what, own) for what in of_notes)


class Team(NamedTuple):
    number: int
    name: str
    members: list[str]  # aliases in the workshop's history


class Sight(NamedTuple):
    """A board, or what there is instead of one."""

    state: str
    begun: bool
    team: Team | None
    cue: dict[str, Any] | None
    phase: int
    board: str | None
    rights: Rights
    timer: Timer | None
    by: Author

    @property
    def phase_id(self) -> str | None:
        """The phase that one writes in; on an earlier board there is none."""
        return f"{self.cue['id']}/{self.phase}" if self.cue and self.phase >= 0 else None

    @property
    def zone(self) -> dict[str, Any] | None:
        """Where a new note begins; on an earlier board in its first zone."""
        if not (self.cue and self.cue["layout"]):
            return None
        zones = {zone["id"]: zone for zone in self.cue["layout"]["zones"]}
        first = next(iter(zones))
        return zones[self.cue["phases"][self.phase]["zone"] if self.phase >= 0 else first]

    @property
    def instead(self) -> str:
        """Why there is no board here, in a word."""
        if self.by.leads:
            return "lead"
        if self.by.team is None and self.cue and self.cue["layout"]:
            return "unseated"
        if self.cue and self.cue["form"]:
            return "form"
        return "work" if self.cue and self.cue["method"] else "rest"

    @property
    def finished(self) -> bool:
        return self.state in (FINISHED, ERASED)


def here(workshop: Workshop, by: Author, language: str) -> Sight:
    """Where the room is, with the eyes of that seat."""
    agenda, step = workshop.agenda, workshop.agenda.here
    board = agenda.board_of(step, by.team) if step else None
    readable = board is not None and may_read(workshop, board, by)
    return Sight(
        state=workshop.facts.state,
        begun=step is not None,
        team=team_of(workshop, by),
        cue=cue(workshop, step, by.team, language) if step else None,
        phase=agenda.at.phase if step else -1,
        board=board if readable else None,
        rights=rights_on(workshop, board, by),
        timer=agenda.progress.timer,
        by=by,
    )


def at_board(workshop: Workshop, board: str, by: Author, language: str) -> Sight | None:
    """One board by itself; nothing, where it does not exist for that seat."""
    if not may_read(workshop, board, by):
        return None
    step, team = step_and_team(workshop, board)
    return Sight(
        state=workshop.facts.state,
        begun=True,
        team=team_named(workshop, team),
        cue=cue(workshop, step, team, language),
        phase=-1,
        board=board,
        rights=rights_on(workshop, board, by),
        timer=None,
        by=by,
    )


def rights_on(workshop: Workshop, board: str | None, by: Author) -> Rights:
    """Only on the board of the present phase; facilitators write on all."""
    open_here = board is not None and is_here(workshop, board, by) and owns(workshop, board, by)
    words = workshop.agenda.phase.opens if open_here else []
    closed = by.gone or workshop.facts.state in (FINISHED, ERASED)
    return Rights(by.leads, list(words), closed)


def step_and_team(workshop: Workshop, board: str) -> tuple[Step, str | None]:
    """The step that owns the board, and whose it is there."""
    for step in workshop.agenda.owners_entered():
        boards = workshop.agenda.boards_of(step)
        if board in boards:
            return step, boards[board]
    raise KeyError(board)


def team_of(workshop: Workshop, by: Author) -> Team | None:
    return team_named(workshop, by.team)


def team_named(workshop: Workshop, team: str | None) -> Team | None:
    found = workshop.people.teams.get(team)
    return Team(found.number, found.name, workshop.people.members(team)) if found else None


class Earlier(NamedTuple):
    """A board that one may read again."""

    board: str
    title: str
    stage: str | None


def earlier(workshop: Workshop, by: Author, language: str) -> list[Earlier]:
    """The boards so far, each once, in order of the agenda; of one's own team and everybody's."""
    found = {}
    for owner in workshop.agenda.owners_entered():
        board = workshop.agenda.board_of(owner, by.team)
        if board and may_read(workshop, board, by):
            title = title_of(owner, method_for(owner, by.team), language)
            found[board] = Earlier(board, title, owner.stage)
    return list(found.values())

"""The tables of a workshop: what a row of each is, and what stands in its columns."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from workshop.boards.picture import Picture
from workshop.languages import N_, Speech
from workshop.outputs import words
from workshop.outputs.outline import Arrow, Board, Cluster, Comment, Item, Lying, Outline, Team
from workshop.saying import moment


class Saying(NamedTuple):
    """How cells are said: in which language, and in which time zone."""

    speech: Speech
    timezone: str

    @property
    def language(self) -> str:
        return self.speech.language

    def time(self, at: int | None) -> str:
        """As spreadsheets everywhere understand it: 2026-09-15 13:51."""
        return f"{moment(at, self.timezone):%Y-%m-%d %H:%M}" if at is not None else ""

    def picture(self, picture: Picture | None) -> str:
        """What can be seen on it, or that there is one."""
        return "" if not picture else picture.alt or self.speech(N_("Yes"))

    def yes(self, is_so: bool) -> str:
        return self.speech(N_("Yes")) if is_so else ""

    def reactions(self, of_note: dict[str, list[str]]) -> str:
        return ", ".join(words.reactions(of_note, self.language))


class Table(NamedTuple):
    """`rows` finds what has a row; a column tells from it what stands in its cell."""

    name: str
    rows: Callable[[Outline], Iterator[Any]]
    columns: "Telling"


Telling = dict[str, Callable[[Any, Saying], object]]

# Rows


class NoteThere(NamedTuple):
    """A note on its board; `into` is the note that it was merged into."""

    item: Item
    board: Board
    zone: str
    cluster: Cluster | None
    lying: Lying
    into: Lying | None


class Hanging(NamedTuple):
    """A comment on a note, or an arrow from it."""

    note: NoteThere
    it: Comment | Arrow


class BoardThere(NamedTuple):
    item: Item
    board: Board


class TeamThere(NamedTuple):
    team: Team
    people: int
    notes: int


def notes(whole: Outline) -> Iterator[NoteThere]:
    """Board by board as they lie there, and after them what lies in the board's trash; each with
    what went into it."""
    for item, board in boards(whole):
        titles = {zone.id: zone.title for zone in board.zones}
        for cluster, lying in lying_on(board):
            for told in lying.told:
                into = None if told is lying else lying
                zone = titles.get(lying.zone, "")
                yield NoteThere(item, board, zone, cluster, told, into)


def lying_on(board: Board) -> Iterator[tuple[Cluster | None, Lying]]:
    for zone in board.zones:
        for thing in zone.things:
            cluster = thing if isinstance(thing, Cluster) else None
            yield from ((cluster, lying) for lying in thing.notes)
    yield from ((None, lying) for lying in board.trash)


def comments(whole: Outline) -> Iterator[Hanging]:
    return (Hanging(note, one) for note in notes(whole) for one in note.lying.comments)


def links(whole: Outline) -> Iterator[Hanging]:
    return (Hanging(note, one) for note in notes(whole) for one in note.lying.links)


def boards(whole: Outline) -> Iterator[BoardThere]:
    return (BoardThere(item, board) for item in whole.items for board in item.boards)


def teams(whole: Outline) -> Iterator[TeamThere]:
    for team in whole.teams:
        people = sum(one.team == team and not one.seat.gone for one in whole.people)
        own = (board for _, board in boards(whole) if board.team == team)
        yield TeamThere(team, people, sum(len(board.notes) for board in own))


# Columns

NOTE: Telling = {
    N_("Stage"): lambda row, say: row.item.stage,
    N_("Step"): lambda row, say: row.item.title,
    N_("Team"): lambda row, say: row.board.team and row.board.team.name,
    N_("Zone"): lambda row, say: row.zone,
    N_("Cluster"): lambda row, say: row.cluster and words.cluster(row.cluster.title, say.language),
    N_("Kind"): lambda row, say: words.kind(row.lying.note.kind, say.language),
    N_("Text"): lambda row, say: row.lying.note.text,
    N_("Author"): lambda row, say: row.lying.author,
    N_("Written at"): lambda row, say: say.time(row.lying.note.at),
    N_("Late"): lambda row, say: say.yes(row.lying.note.late),
    N_("Starred"): lambda row, say: say.yes(bool(row.lying.note.starred)),
    N_("Reactions"): lambda row, say: say.reactions(row.lying.note.reactions),
    N_("Edited at"): lambda row, say: say.time(row.lying.note.edited),
    N_("Removed at"): lambda row, say: say.time(row.lying.removed_at),
    N_("Removed by"): lambda row, say: row.lying.remover,
    N_("Colour"): lambda row, say: row.lying.note.colour,
    N_("Picture"): lambda row, say: say.picture(row.lying.note.picture),
    N_("Board"): lambda row, say: row.board.id,
    N_("Note"): lambda row, say: row.lying.id,
    N_("Merged into"): lambda row, say: row.into and row.into.id,
}

COMMENT: Telling = {
    N_("Stage"): lambda row, say: row.note.item.stage,
    N_("Step"): lambda row, say: row.note.item.title,
    N_("Team"): lambda row, say: row.note.board.team and row.note.board.team.name,
    N_("Text"): lambda row, say: row.note.lying.note.text,
    N_("Comment"): lambda row, say: row.it.text,
    N_("Author"): lambda row, say: row.it.author,
    N_("Written at"): lambda row, say: say.time(row.it.at),
    N_("Note"): lambda row, say: row.note.lying.id,
}

LINK: Telling = {
    N_("Stage"): lambda row, say: row.note.item.stage,
    N_("Step"): lambda row, say: row.note.item.title,
    N_("Team"): lambda row, say: row.note.board.team and row.note.board.team.name,
    N_("From"): lambda row, say: row.note.lying.note.text,
    N_("To"): lambda row, say: row.it.text,
    N_("Drawn by"): lambda row, say: row.it.author,
    N_("Drawn at"): lambda row, say: say.time(row.it.at),
    N_("From note"): lambda row, say: row.note.lying.id,
    N_("To note"): lambda row, say: row.it.to,
}

BOARD: Telling = {
    N_("Board"): lambda row, say: row.board.id,
    N_("Stage"): lambda row, say: row.item.stage,
    N_("Step"): lambda row, say: row.item.title,
    N_("Team"): lambda row, say: row.board.team and row.board.team.name,
    N_("Method"): lambda row, say: words.method(row.board.method, say.language),
    N_("Notes"): lambda row, say: len(row.board.notes),
    N_("In the trash"): lambda row, say: len(row.board.trash),
    N_("Begun at"): lambda row, say: say.time(row.board.made_at),
}

STEP: Telling = {
    N_("No."): lambda item, say: item.number,
    N_("Day"): lambda item, say: item.step.day,
    N_("Planned start"): lambda item, say: words.clock(item.timing.begins),
    N_("Planned minutes"): lambda item, say: item.step.minutes,
    N_("Began at"): lambda item, say: say.time(item.timing.began),
    N_("Actual minutes"): lambda item, say: item.timing.minutes,
    N_("Stage"): lambda item, say: item.stage,
    N_("Step"): lambda item, say: item.title,
    N_("Type"): lambda item, say: words.step_type(item.step.type, say.language),
    N_("Method"): lambda item, say: words.method(item.step.method, say.language),
    N_("On the boards of"): lambda item, say: item.over,
}

TEAM: Telling = {
    N_("No."): lambda row, say: row.team.number,
    N_("Team"): lambda row, say: row.team.name,
    N_("People"): lambda row, say: row.people,
    N_("Notes"): lambda row, say: row.notes,
}

PERSON: Telling = {
    N_("Name"): lambda person, say: person.name,
    N_("Team"): lambda person, say: person.team and person.team.name,
    N_("Role"): lambda person, say: words.role(person.seat.role, say.language),
    N_("Joined at"): lambda person, say: say.time(person.seat.joined_at),
    N_("Left"): lambda person, say: say.yes(person.seat.gone),
}

TABLES = (
    Table("notes", notes, NOTE),
    Table("comments", comments, COMMENT),
    Table("links", links, LINK),
    Table("boards", boards, BOARD),
    Table("steps", lambda whole: iter(whole.items), STEP),
    Table("teams", teams, TEAM),
    Table("people", lambda whole: iter(whole.people), PERSON),
)

"""The workshop as an ordered outline to read, to print and to copy from: stage, step, team, zone,
cluster, note. What was removed comes at the end.
"""

from collections.abc import Iterable, Iterator
from textwrap import shorten

from sqlalchemy import Connection

from workshop.boards.picture import Picture
from workshop.languages import Speech, gettext
from workshop.methods import library
from workshop.outputs import markdown, words
from workshop.outputs.gathering import gather
from workshop.outputs.markdown import line
from workshop.outputs.outline import Board, Item, Lying, Outline, Section, Thing
from workshop.saying import say_days, say_moment, say_time
from workshop.workshops.register import WorkshopRow

STAR = "★"
SHORT = 80  # characters of a note to which another one leads


def write(tx: Connection, workshop: WorkshopRow, language: str, at: int) -> bytes:
    """Every note that is not in the trash stands there once."""
    paper = Paper(gather(tx, workshop, language), gettext(language), at)
    return ("\n".join(paper.lines()) + "\n").encode()


class Paper:
    """The outline as lines, in one language."""

    def __init__(self, whole: Outline, speech: Speech, at: int):
        self.whole, self._, self.at = whole, speech, at
        self.language, self.timezone = whole.language, whole.workshop.timezone

    def lines(self) -> Iterator[str]:
        yield from self.head()
        yield from self.agenda()
        yield from self.people()
        for section in self.whole.sections:
            yield from self.section(section)
        yield from self.trash()
        yield from self.legend()

    def head(self) -> Iterator[str]:
        workshop, _ = self.whole.workshop, self._
        yield f"# {line(workshop.title)}"
        yield ""
        if workshop.challenge:
            yield f"> {line(workshop.challenge)}"
            yield ""
        when = _("As of {moment}", moment=say_moment(self.at, self.timezone, self.language))
        yield f"{say_days(workshop.days, self.language)} · {when}"
        yield ""

    def heading(self, level: int, title: str) -> Iterator[str]:
        yield f"{'#' * level} {title}"
        yield ""

    # The agenda, and who was there

    def agenda(self) -> Iterator[str]:
        _ = self._
        headings = [_("Day"), _("Clock"), _("Step"), _("Planned"), _("Actual")]
        yield from self.heading(2, _("Agenda"))
        yield from markdown.table(headings, [self.planned(item) for item in self.whole.items])
        yield ""

    def planned(self, item: Item) -> list[str]:
        timing = item.timing
        actual = "" if timing.minutes is None else f"{timing.minutes}′"
        clock = words.clock(timing.begins)
        return [str(item.step.day), clock, line(item.title), f"{item.step.minutes}′", actual]

    def people(self) -> Iterator[str]:
        _, here = self._, [one for one in self.whole.people if not one.seat.gone]
        members = [one for one in here if not one.seat.leads]
        yield from self.heading(2, _("Teams"))
        groups = [(_("Facilitators"), [one for one in here if one.seat.leads])]
        for team in self.whole.teams:
            groups.append((line(team.name), [one for one in members if one.team == team]))
        groups.append((_("Without a team"), [one for one in members if one.team is None]))
        for title, people in groups:
            if people:
                yield f"- {title}: {', '.join(line(person.name) for person in people)}"
        yield ""

    # What was written

    def section(self, section: Section) -> Iterator[str]:
        yield from self.heading(2, section.title)
        for item in section.items:
            yield from self.heading(3, line(item.title))
            yield from self.item(item)

    def item(self, item: Item) -> Iterator[str]:
        _ = self._
        written = [board for board in item.boards if board.notes]
        if item.over:
            yield _("On the boards of “{step}”.", step=line(item.over))
            yield ""
        elif not written:
            yield _("No notes.")
            yield ""
        for board in written:
            yield from self.heading(4, self.owner(board))
            yield from self.board(board)

    def owner(self, board: Board) -> str:
        return line(board.team.name) if board.team else self._("Everybody")

    def board(self, board: Board) -> Iterator[str]:
        for zone in board.zones:
            if zone.notes:
                yield from self.heading(5, line(zone.title))
                for thing in zone.things:
                    yield from self.thing(thing)
                yield ""

    def thing(self, thing: Thing) -> Iterator[str]:
        """A loose note; or a cluster, with its notes as a list of its own."""
        if isinstance(thing, Lying):
            yield from self.note(thing)
            return
        title = words.cluster(thing.title, self.language)
        yield f"- **{line(title)}** ({len(thing.notes)})"
        for lying in thing.notes:
            yield from markdown.inside(self.note(lying))

    def note(self, lying: Lying, before: str = "", after: str = "") -> Iterator[str]:
        """With all that hangs on it as a list of its own."""
        before += f"**{line(library.kinds[lying.note.kind].letter)}** "
        after = f" — {self.origin(lying)}{self.marks(lying)}{after}"
        yield from markdown.item(lying.note.text, before=before, after=after)
        for hanging in self.hanging(lying):
            yield from markdown.inside(hanging)

    def hanging(self, lying: Lying) -> Iterator[Iterable[str]]:
        for merged in lying.merged:
            yield self.note(merged, before=self._("Merged:") + " ")
        for comment in lying.comments:
            after = f" — {self.said(comment.author, comment.at)}"
            yield markdown.item(comment.text, before=self._("Comment:") + " ", after=after)
        for arrow in lying.links:
            yield [f"- → {line(shorten(arrow.text, SHORT, placeholder='…'))}"]

    def origin(self, lying: Lying) -> str:
        """Who wrote it, when, whether it came late, and what its picture shows."""
        late = [self._("late")] if lying.note.late else []
        seen = [self.picture(lying.note.picture)] if lying.note.picture else []
        return ", ".join([self.said(lying.author, lying.note.at), *late, *seen])

    def said(self, author: str, at: int) -> str:
        name = [line(author)] if author else []
        return ", ".join([*name, say_time(at, self.timezone, self.language)])

    def marks(self, lying: Lying) -> str:
        """The team's star, and how many reacted how."""
        signs = [STAR] if lying.note.starred else []
        said = words.reactions(lying.note.reactions, self.language)
        return "".join(f" · {sign}" for sign in [*signs, *said])

    def picture(self, picture: Picture) -> str:
        _ = self._
        if not picture.alt:
            return _("with a picture")
        return _("with a picture: {alt}", alt=line(picture.alt))

    # At the end

    def trash(self) -> Iterator[str]:
        thrown = [
            (item, board, lying)
            for item in self.whole.items
            for board in item.boards
            for lying in board.trash
        ]
        if thrown:
            yield from self.heading(2, self._("In the trash"))
            for item, board, lying in thrown:
                where = f"{line(item.title)}, {self.owner(board)}"
                yield from self.note(lying, after=f" ({where})")
            yield ""

    def legend(self) -> Iterator[str]:
        """What the letters mean, of the kinds that are used."""
        boards = (board for item in self.whole.items for board in item.boards)
        lying = (one for board in boards for one in (*board.notes, *board.trash))
        used = {told.note.kind for one in lying for told in one.told}
        if used:
            yield from self.heading(2, self._("Kinds of note"))
        for kind in library.kinds.values():
            if kind.id in used:
                yield f"- **{line(kind.letter)}** {line(kind.meaning.in_(self.language))}"

"""Who is on the other end of a connection, and what they may hear now.

A connection says who it is; its cookie proves it. What is not theirs answers like what is not.
"""

from typing import NamedTuple

from workshop.agenda.access import may_read, may_show
from workshop.clerk import clerks
from workshop.refusals import Refused
from workshop.workshops.workshop import ERASED, Workshop


class Listener(NamedTuple):
    """A seat, or a screen, which has none."""

    workshop_id: str
    seat_id: str | None

    @property
    def workshop_history(self) -> str:
        return f"workshop:{self.workshop_id}"

    def check(self, history: str) -> str | None:
        """Its alias there, none for a screen; refuses `unknown` where it may not hear that."""
        return self.ask(lambda workshop: self.check_in(workshop, history))

    def check_in(self, workshop: Workshop, history: str) -> str | None:
        kind, _, board_id = history.partition(":")
        is_board = kind == "board" and self.hears(workshop, board_id)
        if not is_board and history != self.workshop_history:
            raise Refused("unknown")
        return workshop.author(self.seat_id, history).alias

    def hears(self, workshop: Workshop, board_id: str) -> bool:
        """Whether the board is open to this listener, as the workshop stands."""
        if self.seat_id is None:
            return may_show(workshop, board_id)
        author = workshop.author(self.seat_id, f"board:{board_id}")
        return may_read(workshop, board_id, author)

    def ask(self, question):
        """What `question(workshop)` finds in what is committed."""
        clerk = clerks.of(self.workshop_history, self.workshop_id)
        return clerk.look(question)[1]

    def facts(self) -> dict:
        """Who this listener is in the workshop's history; refuses whom it does not know."""
        return self.ask(self.facts_in)

    def facts_in(self, workshop: Workshop) -> dict:
        if workshop.facts.state == ERASED:
            raise Refused("unknown")
        if self.seat_id is None:
            return {"seat": None, "role": "screen", "team": None}
        author = workshop.author(self.seat_id, self.workshop_history)
        return {"seat": author.alias, "role": author.role, "team": author.team}

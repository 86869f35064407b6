"""What might be merged or laid together on a board: found when somebody asks, from what is
committed, and kept until the board changes. Nothing is done by itself: people take it or leave it.
"""

from collections import defaultdict
from collections.abc import Callable
from threading import Lock
from typing import NamedTuple, TypeVar

from flask import current_app
from werkzeug.local import LocalProxy

from workshop.boards.board import Board
from workshop.boards.likeness import Likeness, compare
from workshop.clerk import Clerk
from workshop.history import Head

T = TypeVar("T")

MOST = 100  # boards; then all are forgotten and looked at again


def elsewhere(work: Callable[[], T]) -> T:
    """Where notes are compared: here, until a serving process has a better place."""
    return work()


class Suggestion(NamedTuple):
    """What was found on a board as it stood there."""

    workshop_id: str
    head: Head
    likeness: Likeness


class Suggestions:
    """Those of this process, by history."""

    def __init__(self):
        self.by_history: dict[str, Suggestion] = {}
        self.making: dict[str, Lock] = defaultdict(Lock)

    def of(self, clerk: Clerk) -> dict:
        """`{seq, mark, duplicates, clusters}`: ids of notes, and the words that speak for it."""
        with self.making[clerk.name]:  # of many who ask at once, one looks
            head, notes = clerk.look(loose)
            known = self.by_history.get(clerk.name)
            if known is None or known.head != head:
                likeness = elsewhere(lambda: compare(notes))
                known = self.keep(clerk.name, Suggestion(clerk.workshop_id, head, likeness))
        found = known.likeness
        return {
            "seq": known.head.seq,
            "mark": known.head.mark,
            "duplicates": found.duplicates,
            "clusters": [cluster._asdict() for cluster in found.clusters],
        }

    def keep(self, history: str, suggestion: Suggestion) -> Suggestion:
        if len(self.by_history) >= MOST:
            self.by_history.clear()
        self.by_history[history] = suggestion
        return suggestion

    def remembered(self) -> set[str]:
        return {one.workshop_id for one in list(self.by_history.values())}

    def let_go(self, workshop_id: str) -> None:
        for history, one in list(self.by_history.items()):
            if one.workshop_id == workshop_id:
                self.by_history.pop(history, None)
                self.making.pop(history, None)


def loose(board: Board) -> dict[str, str]:
    """The texts of the notes that lie on the board and in no cluster, the oldest first."""
    found = [(note.at, id, note.text) for id, note in board.notes.items() if board.lies(note)]
    return {id: text for _, id, text in sorted(found) if not board.notes[id].place.cluster}


suggestions: Suggestions = LocalProxy(lambda: current_app.extensions["suggestions"])

"""What the test knows of every note: the book that boards and papers are held against."""

from collections import defaultdict
from typing import NamedTuple


class Row(NamedTuple):
    """A note as a paper tells it; the team is empty where the board is everybody's."""

    text: str
    step: str
    team: str
    zone: str
    is_removed: bool = False


class Ledger:
    """Every note by its text, which no other note has."""

    def __init__(self):
        self.notes: dict[str, Row] = {}

    def wrote(self, row: Row) -> None:
        assert row.text not in self.notes
        self.notes[row.text] = row

    def moved(self, text: str, zone: str) -> None:
        self.notes[text] = self.notes[text]._replace(zone=zone)

    def removed(self, text: str) -> None:
        self.notes[text] = self.notes[text]._replace(is_removed=True)

    def board(self, step: str, team: str) -> dict[str, list[str]]:
        """What lies there now: the notes of each zone, by their text."""
        lying = defaultdict(list)
        for row in sorted(self.notes.values()):
            if (row.step, row.team, row.is_removed) == (step, team, False):
                lying[row.zone].append(row.text)
        return dict(lying)

    @property
    def rows(self) -> list[Row]:
        return sorted(self.notes.values())

"""What one browser has heard of a history: in order, each entry once; early ones wait.

The browser's own store does the same in JavaScript. Here it stands for the browser where there
is none, so it has no socket and no clock.
"""

from typing import NamedTuple


class Entry(NamedTuple):
    mark: str
    data: dict


class Hearing:
    """Whoever hears of it asks again where `hear`, `head` or `answered` says so."""

    def __init__(self, history: str):
        self.history = history
        self.entries: list[Entry] = []
        self.early: dict[int, tuple[str, Entry]] = {}  # with the mark before it

    @property
    def seq(self) -> int:
        return len(self.entries)

    @property
    def mark(self) -> str:
        return self.mark_at(self.seq)

    def mark_at(self, seq: int) -> str:
        return self.entries[seq - 1].mark if seq else ""

    @property
    def question(self) -> dict:
        """What `catch_up` is asked."""
        return {"history": self.history, "since": self.seq, "mark": self.mark}

    def hear(self, frame: dict) -> bool:
        """Takes in a frame of entries; true where something is missing or of another past."""
        mark = frame["mark"]
        for seq, (own, data) in enumerate(frame["entries"], frame["first"]):
            if seq > self.seq:
                self.early[seq] = mark, Entry(own, data)
            elif self.mark_at(seq) != own:
                return True
            mark = own
        self.take_early()
        return bool(self.early)

    def take_early(self) -> None:
        """Those that follow what we have; what follows something else is of another past."""
        while (early := self.early.get(self.seq + 1)) and early[0] == self.mark:
            self.entries.append(self.early.pop(self.seq + 1)[1])

    def head(self, head: dict) -> bool:
        """Whether we are behind, or elsewhere."""
        return head["seq"] != self.seq or head["mark"] != self.mark

    def answered(self, answer: dict) -> bool:
        """Takes in the answer to our question; true where there is more to ask."""
        if answer.get("snapshot"):
            self.entries.clear()
            self.early.clear()
            return True
        for seq, mark, data in answer["entries"]:
            if seq == self.seq + 1:
                self.entries.append(Entry(mark, data))
        self.early = {seq: early for seq, early in self.early.items() if seq > self.seq}
        self.take_early()
        return answer["more"]

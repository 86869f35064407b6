"""What one browser knows of one history: what the server has confirmed, in order, each once.

A twin of static/js/live/store.js, so that Python's own snapshots, entries and frames are heard by
something that judges them as a browser does.
"""

from collections.abc import Callable

from tests.protocol.states import IN, read

# With what a history begins that is known from 0 on.
EMPTY = {"board": {part: {} for part in ("notes", "clusters", "columns", "comments", "links")}}


class Store:
    def __init__(self, history: str, met: Callable[[int, dict], None]):
        self.history = history
        self.kind = history.partition(":")[0]
        self.met = met  # hears of every entry that is applied
        self.seq, self.mark = (0, "") if self.kind in EMPTY else (-1, "")
        self.root = IN[self.kind](EMPTY[self.kind]) if self.kind in EMPTY else None
        self.early: list[dict] = []

    @property
    def state(self) -> dict:
        return self.root.state()

    @property
    def stands(self) -> dict:
        return {"seq": self.seq, "mark": self.mark}

    def hear(self, frame: dict) -> str:
        """Heard; or there is a gap; or these are of an other past than ours."""
        fits = self.take(frame)
        while fits and (follows := self.follows()):
            fits = self.take(follows)
        return "other" if not fits else "gap" if self.early else "heard"

    def take(self, frame: dict) -> bool:
        known = self.seq + 1 - frame["first"]
        if known < 0:
            self.early.append(frame)
            return True
        if known > len(frame["entries"]):
            return True
        mark = frame["entries"][known - 1][0] if known else frame["mark"]
        if mark != self.mark:
            return False
        for mark, data in frame["entries"][known:]:
            self.confirm(mark, data)
        return True

    def confirm(self, mark: str, data: dict) -> None:
        self.seq, self.mark = self.seq + 1, mark
        (event,) = read([data])
        self.root.apply(event)
        self.met(self.seq, data)

    def follows(self) -> dict | None:
        for at, frame in enumerate(self.early):
            if frame["first"] <= self.seq + 1:
                return self.early.pop(at)
        return None

    def adopt(self, snapshot: dict) -> None:
        """Lets go of all that was confirmed and begins from here."""
        self.seq, self.mark = snapshot["seq"], snapshot["mark"]
        self.root = IN[self.kind](snapshot["state"])
        self.early = []

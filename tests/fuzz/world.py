"""Everything around the browsers of a play: the processes, the network between, the database; and
a witness of all that leaves the server."""

from collections import Counter, defaultdict
from functools import partial
from itertools import count

from sqlalchemy import select

from tests.fuzz.keeping import Kept, Shaky
from tests.fuzz.line import Line
from tests.fuzz.process import Process
from tests.fuzz.time import Time, dice_for
from workshop.clerk import Done, Op
from workshop.database import StoreUnavailable
from workshop.history import done_ops, entries
from workshop.live import wire
from workshop.refusals import Refused


class World:
    def __init__(self, app, kept: Kept, seed: int, workshop_id: str, now: float, processes: int):
        self.app, self.kept, self.workshop_id = app, kept, workshop_id
        self.database = app.extensions["database"]
        self.time, self.dice = Time(now), dice_for(seed)
        self.trouble: dict[str, float] = {}
        self.did: Counter[str] = Counter()
        self.faults: list[str] = []  # what must never leave the server
        self.said: list[str] = []  # what happened, to be read when it ends badly
        self.lines_of = defaultdict(count)
        self.writer = self.database.writer = Shaky(self.database.writer, self.did)
        self.reader = self.database.reader = Shaky(self.database.reader, self.did)
        self.refused: set[str] = set()  # op_ids that were judged and refused once
        self.processes = [Process(self, number) for number in range(processes)]
        self.known: tuple = None, {}  # what was committed when we last looked
        self.is_deaf = False  # whether the processes hear one another

    def says(self, what: str) -> None:
        self.said.append(f"{self.time.now - 1_790_000_000_000:10.1f}  {what}")

    # The network

    def dial(self, browser) -> None:
        process = browser.dice.choice(self.processes)
        self.time.after(browser.dice.uniform(1, 60), partial(self.connect, browser, process))

    def connect(self, browser, process: Process) -> None:
        if process.is_up:
            browser.came_up(Line(self, browser, process))
        else:
            self.time.after(browser.dice.uniform(200, 1_000), browser.dial)

    def fetch(self, browser, history: str, fetched) -> None:
        """A snapshot by HTTP, from any process; nothing, where that fails."""
        process = browser.dice.choice(self.processes)

        def arrive() -> None:
            found = None
            if process.is_up:
                process.work()
                try:
                    found = wire.dumps(process.snapshot(browser.seat, history))
                except (Refused, StoreUnavailable):
                    self.did["snapshot refused"] += 1
            back = browser.dice.uniform(1, 200)
            self.time.after(back, lambda: fetched(wire.loads(found) if found else None))

        self.time.after(browser.dice.uniform(1, 40), arrive)

    def send(self, message: str, data: dict, room: str) -> None:
        """In the place of `live.hub.send`: to that room in every process."""
        text = wire.dumps(data)
        if message == "entries":
            self.check_entries(wire.loads(text))
        for process in self.processes:
            if not self.is_deaf or self.is_at_work(process):
                self.tell(process, message, text, room)

    def send_here(self, message: str, data: dict, room: str) -> None:
        """In the place of `live.hub.send_here`: to that room in the process that says it."""
        (process,) = filter(self.is_at_work, self.processes)
        self.tell(process, message, wire.dumps(data), room)

    def is_at_work(self, process: Process) -> bool:
        return process.connections is self.app.extensions["connections"]

    def tell(self, process: Process, message: str, text: str, room: str) -> None:
        for line in sorted(process.lines, key=lambda line: line.number):
            if room in line.connection.rooms:
                line.told(message, text, room)

    # The witness

    def check_done(self, op: Op, done: Done) -> None:
        """E2, E4: what is acknowledged is committed, under that number."""
        if self.committed(op.history).get(op.op_id) != tuple(done):
            self.faults.append(f"{op.op_id} is acknowledged as {done}, and not committed as that")

    def committed(self, history: str) -> dict[str, tuple[str, int]]:
        """The ops of that history, read anew after each turn."""
        turns = self.writer.turns, history
        if self.known[0] != turns:
            columns = done_ops.c.op_id, done_ops.c.history, done_ops.c.seq
            rows = self.kept.find(select(*columns).where(done_ops.c.root == history))
            self.known = turns, {op_id: tuple(done) for op_id, *done in rows}
        return self.known[1]

    def check_entries(self, frame: dict) -> None:
        """E6, J4: what is told is committed, and follows what the frame says that it follows."""
        first, marks = frame["first"], [frame["mark"]] + [mark for mark, _ in frame["entries"]]
        where = (entries.c.history == frame["history"]) & (entries.c.seq >= first - 1)
        kept = dict(map(tuple, self.kept.find(select(entries.c.seq, entries.c.mark).where(where))))
        if first == 1:
            kept[0] = ""
        if marks != [kept.get(first - 1 + number) for number in range(len(marks))]:
            self.faults.append(f"{frame} is told, and {kept} is committed")

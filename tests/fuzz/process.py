"""One process of the server, made of the real parts: its clerks, its connections, what it knows of
rights, its snapshots and its heartbeat. What a greenlet would do, the time does."""

import gzip
import json
from functools import partial

from workshop.clerk import Clerk, Clerks, Done, Op
from workshop.clock import SECOND
from workshop.database import StoreUnavailable
from workshop.live import catching_up
from workshop.live.answers import refusal_answer
from workshop.live.connections import Connection, Connections
from workshop.live.heartbeat import Heartbeat
from workshop.live.listeners import Listener
from workshop.live.snapshots import Snapshots
from workshop.protocol import read_op
from workshop.refusals import Later, Refused

TICK = 25  # ms


class Killed(BaseException):
    """The process is no more: nobody in it is asked."""


class Process:
    """Lives until it is killed; another takes its place, with nothing in its memory."""

    def __init__(self, world, number: int):
        self.world, self.number = world, number
        self.app, self.time, self.database = world.app, world.time, world.database
        self.dice = world.dice("process", number)
        self.lines: set = set()
        self.begin()

    def begin(self) -> None:
        self.is_up = True
        self.life = object()
        self.turning: set[Clerk] = set()
        self.clerks = Clerks(self.database)
        self.clerks.tell = self.app.extensions["teller"].tell
        self.clerks.started = self.started
        self.connections, self.snapshots = Connections(), Snapshots()
        self.work()
        self.heartbeat = Heartbeat(self.app)
        self.soon(self.dice.uniform(0, SECOND), self.beat)

    def work(self) -> None:
        """What the server's code finds when it asks for its surroundings is ours."""
        mine = {name: getattr(self, name) for name in ("clerks", "connections", "snapshots")}
        self.app.extensions.update(mine)

    def soon(self, ms: float, act) -> None:
        """It is done if we still live then."""
        life = self.life
        self.time.after(ms, lambda: self.is_up and life is self.life and self.do(act))

    def do(self, act) -> None:
        self.work()
        try:
            act()
        except Killed:
            self.die()

    def die(self) -> None:
        """At once, with all that waited in it; back in a moment."""
        self.is_up = False
        for line in sorted(self.lines, key=lambda line: line.number):
            line.hang_up()
        self.time.after(self.dice.uniform(100, 3_000), self.begin)

    # What goes on by itself

    def started(self, clerk: Clerk) -> None:
        clerk.runs, clerk.wake = True, partial(self.turn_soon, clerk)
        clerk.answer = partial(self.judged, clerk.answer)

    def turn_soon(self, clerk: Clerk) -> None:
        if clerk not in self.turning:
            self.turning.add(clerk)
            self.soon(self.dice.uniform(0, TICK), partial(self.turn, clerk))

    def judged(self, answer, tx, held, op: Op, *more):
        """The answer. Where a refusal is lost on its way, the op comes once more."""
        found = answer(tx, held, op, *more)
        if isinstance(found, Refused):
            self.world.refused.add(op.op_id)
        return found

    def turn(self, clerk: Clerk) -> None:
        self.turning.discard(clerk)
        clerk.turn()

    def beat(self) -> None:
        self.soon(SECOND, self.beat)
        try:
            self.heartbeat.beat(int(self.time.now))
        except StoreUnavailable:
            self.world.did["head that could not be read"] += 1

    def rest(self) -> None:
        """Lets go of the clerks that nobody waits for."""
        for name, _ in [key for key, one in self.clerks.by_name.items() if not one.waiting]:
            self.clerks.forget(name)
            self.snapshots.forget(name)

    # What browsers ask

    def connection_for(self, line) -> Connection:
        listener = Listener(self.world.workshop_id, line.browser.seat)
        connection = Connection(f"line-{line.number}", "seat", listener)
        self.connections.add(connection)
        self.lines.add(line)
        return connection

    def hangs_up(self, line) -> None:
        self.lines.discard(line)
        self.connections.by_sid.pop(line.connection.sid, None)

    def asked(self, line, message: str, payload: dict, answer) -> None:
        """Each answer is given as soon as it is there; a submit's comes after its turn."""
        ask = {"submit": self.submit, "catch_up": self.catch_up}[message]
        try:
            ask(line.connection, payload, answer)
        except Refused as refusal:
            answer(refusal_answer(refusal))
        except StoreUnavailable:
            answer(refusal_answer(Later("storage")))

    def submit(self, connection: Connection, payload: dict, answer) -> None:
        """As `live.sockets.on_submit`, which waits where we are called back."""
        op = read_op(payload, connection.listener.seat_id, int(self.time.now))
        connection.take(op)
        try:
            clerk = self.clerks.of(op.history, self.world.workshop_id)
            future = clerk.put(op)
        except Later as later:
            connection.unanswered -= 1
            raise connection.hold(op, later) from None
        future.add_done_callback(partial(connection.settled, op))
        future.add_done_callback(partial(self.settled, connection, op, answer))

    def settled(self, connection: Connection, op, answer, future) -> None:
        connection.unanswered -= 1
        refusal = future.exception()
        answer(refusal_answer(refusal) if refusal else self.done(op, future.result()))

    def done(self, op, done: Done) -> dict:
        self.world.check_done(op, done)
        return {"ok": True, "history": done.history, "seq": done.seq}

    def catch_up(self, connection: Connection, payload: dict, answer) -> None:
        ask = catching_up.read(payload)
        if not connection.questions.take(int(self.time.now)):
            raise Later("slow_down", after=500)
        me = connection.listener.check(ask.history)
        connection.rooms[ask.history] = me
        answer(catching_up.answer(ask, self.world.workshop_id, me))

    def snapshot(self, seat: str, history: str) -> dict:
        Listener(self.world.workshop_id, seat).check(history)
        found = self.snapshots.of(self.clerks.of(history, self.world.workshop_id))
        return json.loads(gzip.decompress(found.body))

"""The greenlets of the serving process: clerks that turn by themselves, and the heartbeat."""

import logging
from time import monotonic

import gevent
from flask import Flask
from gevent.event import Event

from workshop.clerk import Clerk, Clerks
from workshop.clock import now
from workshop.live.heartbeat import Heartbeat
from workshop.live.hub import socketio
from workshop.live.transport import Watchdog
from workshop.pictures import sending
from workshop.workshops import retention

log = logging.getLogger(__name__)

MANY = 500  # people on one process, from which a tick is twice as long
IDLE = 600  # seconds after which a clerk that nobody listens to is let go


class Keeper:
    """Gives each clerk a greenlet and a tick, and lets go of those that nobody needs."""

    def __init__(self, app: Flask):
        self.app = app
        self.clerks: Clerks = app.extensions["clerks"]
        self.connections = app.extensions["connections"]
        self.snapshots = app.extensions["snapshots"]
        self.tick = app.extensions["settings"].tick_ms / 1_000
        self.used_at: dict[str, float] = {}
        self.clerks.started = self.start

    def start(self, clerk: Clerk) -> None:
        woken = Event()
        clerk.runs, clerk.wake = True, woken.set
        gevent.spawn(self.keep_turning, clerk, woken)

    def keep_turning(self, clerk: Clerk, woken: Event) -> None:
        """The first op on a quiet board does not wait; those after it share a turn."""
        with self.app.app_context():
            while not clerk.ended:
                self.used_at[clerk.name] = started = monotonic()
                clerk.turn()
                gevent.sleep(max(0, self.pause() - (monotonic() - started)))
                woken.wait()
                woken.clear()

    def pause(self) -> float:
        crowd = len(self.connections.by_sid) > MANY
        return self.tick * 2 if crowd else self.tick

    def sweep(self) -> None:
        """Forgets the clerks that have been idle and unheard for ten minutes."""
        heard = self.connections.rooms()
        for name, used_at in list(self.used_at.items()):
            if name not in heard and monotonic() - used_at > IDLE:
                self.clerks.forget(name)
                self.snapshots.forget(name)
                del self.used_at[name]

    def erase_due(self) -> None:
        """Erases the workshops whose day has come, as the privacy notice promises."""
        with self.app.app_context():
            for workshop_id in retention.erase_due(now()):
                log.info("%s was erased: it was kept until its day", workshop_id)

    def sweep_pictures(self) -> None:
        """Lets go of the photos that somebody began to send and never laid on a note."""
        with self.app.app_context():
            sending.sweep(now())


def start(app: Flask) -> Keeper:
    """Everything that goes on by itself while the process serves."""
    keeper = Keeper(app)
    attempt(keeper.erase_due)  # what became due while nobody served, before anybody comes
    heartbeat = Heartbeat(app)
    watchdog = Watchdog(socketio.server)
    gevent.spawn(every, 1, lambda: heartbeat.beat(now()))
    gevent.spawn(every, 1, watchdog.look)
    gevent.spawn(every, 60, keeper.sweep)
    gevent.spawn(every, 60, keeper.erase_due)
    gevent.spawn(every, 3_600, keeper.sweep_pictures)
    return keeper


def every(seconds: float, work) -> None:
    """Does the work again and again; a fault is logged and never ends it."""
    while True:
        gevent.sleep(seconds)
        attempt(work)


def attempt(work) -> None:
    try:
        work()
    except Exception:
        log.exception("%s failed; it is tried again", getattr(work, "__qualname__", work))

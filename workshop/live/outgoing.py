"""What one browser has to be sent. It leaves at once; only what does not fit waits.

It takes the place of the queue that python-engineio gives each socket. There, every frame to every
browser wakes a greenlet; here none is woken while the browser keeps up.
"""

import os
from collections import deque

from gevent.event import Event
from gevent.queue import Empty


class Rest(bytes):
    """What leaves as it is: the end of a frame that has begun, or a frame that is made already."""

    def encode(self) -> "Rest":
        return self


class Outgoing:
    """A queue as `engineio.Socket` wants one: `put` sends, and its writer gets what is left."""

    def __init__(self, line: int, frame):
        self.line = line  # a file descriptor that never blocks
        self.frame = frame
        self.waiting: deque = deque()
        self.some = Event()
        self.writing = False  # the writer is in the middle of something

    def put(self, packet) -> None:
        """None, which ends it, waits for its turn as well."""
        if packet is None or self.waiting or self.writing:
            self.leave_waiting(packet)
        elif rest := self.send(self.frame(packet.encode())):
            self.leave_waiting(Rest(rest))

    def send(self, frame: bytes) -> bytes:
        """What of it did not fit; whether anybody is still there is found out by who reads."""
        try:
            return frame[os.write(self.line, frame) :]
        except BlockingIOError:
            return frame
        except OSError:
            return b""

    def leave_waiting(self, packet) -> None:
        self.waiting.append(packet)
        self.some.set()

    def get(self, block: bool = True, timeout: float | None = None):
        """For the writer, who has sent all it was given before. It waits for as long as it takes:
        a browser that keeps up gives it nothing to do."""
        if block:
            self.writing = False
            self.some.wait()
        if not self.waiting:
            raise Empty
        self.writing = True
        packet = self.waiting.popleft()
        if not self.waiting:
            self.some.clear()
        return packet

    def qsize(self) -> int:
        return len(self.waiting)

    def empty(self) -> bool:
        return not self.waiting

    def task_done(self) -> None:
        """Nobody waits for that."""

    join = task_done

"""How often somebody may be wrong: tries at codes and passwords, counted by the minute.

Only wrong tries count. A room of three hundred stands behind one address, so being right costs
nothing there, and too many wrong ones make answers slow before anybody is turned away.
"""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv6Address, ip_address
from threading import Lock

from flask import Flask, current_app, request
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from workshop.refusals import Refused

SLOW = 2.0  # seconds


class WrongTries:
    """`tries = WrongTries("code", a_minute=30)`; then by key, such as an address."""

    def __init__(self, name: str, a_minute: int):
        self.name = name
        self.limit = parse(f"{a_minute}/minute")
        self.under_way: Counter[str] = Counter()
        self.counting = Lock()

    @contextmanager
    def trial(self, key: str) -> Iterator[bool]:
        """One more try, and whether there were too many before it. It counts as wrong from the
        start, so that many at once are no way around the limit, and afterwards only if it was:
        if it ends in the refusal `wrong`."""
        with self.counting:
            too_many = self.are_too_many(key)
            self.under_way[key] += 1
        try:
            yield too_many
        except Refused as refusal:
            if refusal.code == "wrong":
                self.note(key)
            raise
        finally:
            self.end(key)

    def end(self, key: str) -> None:
        """That try is known to be right, or has been noted; what stands at 0 takes no room."""
        with self.counting:
            self.under_way[key] -= 1
            self.under_way += Counter()

    def note(self, key: str) -> None:
        """One more was wrong."""
        limiter().hit(self.limit, self.name, key)

    def are_too_many(self, key: str) -> bool:
        left = limiter().get_window_stats(self.limit, self.name, key).remaining
        return left <= self.under_way[key]


def limiter() -> MovingWindowRateLimiter:
    return current_app.extensions["wrong_tries"]


def sender() -> str:
    """Where a request came from; of IPv6 the network, since each guest has millions of those."""
    text = request.remote_addr or ""
    try:
        address = ip_address(text)
    except ValueError:
        return text[:40]
    if isinstance(address, IPv6Address) and not address.ipv4_mapped:
        return address.exploded[:19]
    return str(getattr(address, "ipv4_mapped", None) or address)


def slow_down() -> None:
    time.sleep(SLOW)


def init_app(app: Flask) -> None:
    app.extensions["wrong_tries"] = MovingWindowRateLimiter(MemoryStorage())

"""How often somebody may be wrong: tries at codes and passwords, counted by the minute.

Only wrong tries count. A room of three hundred stands behind one address, so being right costs
nothing there, and too many wrong ones make answers slow before anybody is turned away.
"""

import time
from ipaddress import IPv6Address, ip_address

from flask import Flask, current_app, request
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

SLOW = 2.0  # seconds


class WrongTries:
    """`tries = WrongTries("code", a_minute=30)`; then by key, such as an address."""

    def __init__(self, name: str, a_minute: int):
        self.name = name
        self.limit = parse(f"{a_minute}/minute")

    def note(self, key: str) -> None:
        """One more was wrong."""
        limiter().hit(self.limit, self.name, key)

    def are_too_many(self, key: str) -> bool:
        return not limiter().test(self.limit, self.name, key)


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

"""The time, for the edges: pages, sockets and commands ask; nothing below them does.

An instant is a whole number of milliseconds since 1970 in UTC, in code, on the wire and in the
database alike.
"""

from time import time_ns

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def now() -> int:
    return time_ns() // 1_000_000

"""Passwords: which are good enough, how they are kept, how they are checked.

A hash takes 64 MB and a fifth of a second on purpose, so only two are made at a time, and few
strangers may wait for theirs: whoever floods us holds nobody up for more than two seconds. The
serving process puts `elsewhere` to use, so that nobody else waits meanwhile.
"""

import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from workshop.refusals import Refused

T = TypeVar("T")

SHORTEST, LONGEST = 10, 200
COMMON = Path(__file__).with_name("common_passwords.txt")

hasher = PasswordHasher()
two_at_a_time = BoundedSemaphore(2)
strangers = BoundedSemaphore(20)  # who wait, or are checked


def elsewhere(work: Callable[[], T]) -> T:
    """Where the hashing is done: here, until a serving process has a better place."""
    return work()


def hash_password(password: str) -> str:
    with two_at_a_time:
        return elsewhere(lambda: hasher.hash(same_keys(password)))


def check_password(password: str, kept: str | None, first: bool = False) -> bool:
    """Whether this is the password; takes as long where nobody has one. Refuses `slow_down`
    where too many strangers wait; `first` is none of them."""
    if first:
        return check_in_turn(password, kept)
    if not strangers.acquire(blocking=False):
        raise Refused("slow_down")
    try:
        return check_in_turn(password, kept)
    finally:
        strangers.release()


def check_in_turn(password: str, kept: str | None) -> bool:
    with two_at_a_time:
        return elsewhere(lambda: verify(password, kept or nobodys())) and kept is not None


def verify(password: str, kept: str) -> bool:
    try:
        return hasher.verify(kept, same_keys(password))
    except (VerificationError, InvalidHashError):
        return False


@cache
def nobodys() -> str:
    return hasher.hash("nobody has this password")


def same_keys(password: str) -> str:
    """One password is one sequence of bytes, whichever keyboard wrote its accents."""
    return unicodedata.normalize("NFKC", password[:LONGEST])


def good_password(password: str, *known: str) -> str:
    """The password itself; refuses what is short, well known, or known about its owner."""
    if len(password) < SHORTEST:
        raise Refused("too_short", what="password", limit=SHORTEST)
    if len(password) > LONGEST:
        raise Refused("too_long", what="password", limit=LONGEST)
    plain = password.casefold()
    if plain in common() or len(set(plain)) < 4 or plain in {one.casefold() for one in known}:
        raise Refused("common", what="password")
    return password


@cache
def common() -> frozenset[str]:
    """The well known ones; shorter ones are refused anyway and not listed."""
    lines = COMMON.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))

"""Whether two notes may say the same: not where one denies it, nor where each has a word that the
other has not at all. A queue for SIM is none for KTP, however much else they have in common.
"""

from collections.abc import Iterable

from workshop.boards.likeness.spelling import Saying
from workshop.boards.likeness.weighing import pieces_of

NEAR = 0.5  # of their pieces; a mistyped word shares at least so many with the right one


def may_be_same(one: Saying, other: Saying) -> bool:
    if one.denies != other.denies:
        return False
    ours, theirs = set(one.words), set(other.words)
    only_one, only_other = ours - theirs, theirs - ours
    return has_twins(only_one, only_other) or has_twins(only_other, only_one)


def has_twins(words: Iterable[str], others: Iterable[str]) -> bool:
    """Whether each of these words is like one of the others."""
    return all(any(are_twins(word, other) for other in others) for word in words)


def are_twins(one: str, other: str) -> bool:
    ours, theirs = set(pieces_of(one, 3)), set(pieces_of(other, 3))
    return 2 * len(ours & theirs) >= NEAR * (len(ours) + len(theirs))

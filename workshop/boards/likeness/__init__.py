"""What on a board may belong together, from its words alone: offline, and always the same answer.

Notes with the same words, in any order, count as one. Each of the others is weighed by its words
and by pieces of them, so that mistypings and endings matter little; those most alike are joined
first. 500 notes take about a second. Of more than `MOST` different ones only the newest are
compared; of the older ones those are found that have the same words.
"""

from collections import Counter
from typing import NamedTuple

from workshop.boards.likeness.joining import join
from workshop.boards.likeness.naming import counted, telling
from workshop.boards.likeness.spelling import Saying, saying
from workshop.boards.likeness.twins import may_be_same
from workshop.boards.likeness.weighing import alike, weigh

MOST = 1_000  # different notes that are compared
SAME = 0.55  # from here on they say the same
RELATED = 0.13  # and from here on they speak of the same


class Cluster(NamedTuple):
    """Notes that may lie together, and the words that speak for it, the most telling first."""

    title: str
    words: list[str]
    notes: list[str]


class Likeness(NamedTuple):
    duplicates: list[list[str]]
    clusters: list[Cluster]


def compare(notes: dict[str, str]) -> Likeness:
    """`notes` are texts by id, the oldest first, in which order they are answered too."""
    piles = pile_up(notes)
    compared = list(piles)[-MOST:]
    likenesses = alike(weigh([one.words for one in compared]))
    twins = {pair: much for pair, much in likenesses.items() if are_twins(compared, pair, much)}
    same, related = join(len(compared), twins, SAME), join(len(compared), likenesses, RELATED)

    everywhere = counted(notes.values())
    rank = {id: number for number, id in enumerate(notes)}

    def ids(pile: list[int]) -> list[str]:
        return sorted((id for one in pile for id in piles[compared[one]]), key=rank.__getitem__)

    older = [piles[said] for said in list(piles)[:-MOST]]
    duplicates = [found for found in [*older, *map(ids, same)] if len(found) > 1]
    clusters = [named(notes, ids(pile), everywhere) for pile in related if len(pile) > 1]
    return Likeness(largest_first(duplicates), sorted(clusters, key=lambda one: -len(one.notes)))


def are_twins(notes: list[Saying], pair: tuple[int, int], much: float) -> bool:
    return much >= SAME and may_be_same(*(notes[one] for one in pair))


def pile_up(notes: dict[str, str]) -> dict[Saying, list[str]]:
    """The notes by what they say; one without a telling word is like nothing."""
    piles: dict[Saying, list[str]] = {}
    for id, text in notes.items():
        if (said := saying(text)).words:
            piles.setdefault(said, []).append(id)
    return piles


def largest_first(groups: list[list[str]]) -> list[list[str]]:
    return sorted(groups, key=lambda ids: -len(ids))


def named(notes: dict[str, str], ids: list[str], everywhere: Counter) -> Cluster:
    words = telling([notes[id] for id in ids], everywhere)
    return Cluster(title(words), words, ids)


def title(words: list[str]) -> str:
    """Two of them are enough to know it by; people give it a better one."""
    first, *more = words[:2]
    return ", ".join([first[0].upper() + first[1:], *more])

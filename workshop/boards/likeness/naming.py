"""What notes that belong together are about: the words that most of them share, and few others."""

from collections import Counter
from collections.abc import Iterable
from math import log

from workshop.boards.likeness.spelling import words_in

MOST = 4  # words that a proposal names


def telling(notes: list[str], everywhere: Counter) -> list[str]:
    """The words that these notes have in common, the most telling first, as they are written.

    `everywhere` is in how many notes of the board each word is.
    """
    inside = counted(notes)
    shared = {word: count for word, count in inside.items() if count > 1} or inside
    rarity = {word: log(1 + everywhere.total() / everywhere[word]) for word in shared}
    best = sorted(shared, key=lambda word: (-shared[word] * rarity[word], word))
    return [written(word, notes) for word in best[:MOST]]


def counted(notes: Iterable[str]) -> Counter:
    """In how many of them each word is."""
    return Counter(word for note in notes for word in words_in(note))


def written(word: str, notes: list[str]) -> str:
    """As most of them write it; small letters where no capital is needed."""
    ways = Counter(found[word] for found in map(words_in, notes) if word in found)
    way = min(ways, key=lambda way: (-ways[way], way))
    return way if way.isupper() or not way.isalpha() else way.lower()

"""How much alike notes are: by their words, and by pieces of three and four letters of them.

What few notes say weighs more than what many say (TF-IDF); 1 is the same, 0 nothing in common.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log, sqrt

Weights = dict[str, float]

WHOLE = 3  # how often a whole word counts, against one piece of it
PIECES = (3, 4)  # letters
FAINT = 0.02  # what is less alike than this has nothing in common


def weigh(notes: Sequence[Sequence[str]]) -> list[Weights]:
    """Each note, given as its words, by its features; every one of length 1."""
    counted = [Counter(features(words)) for words in notes]
    spread = Counter(feature for counts in counted for feature in counts)
    return [to_length_one(weights(counts, spread, len(notes))) for counts in counted]


def features(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        yield from [f"={word}"] * WHOLE
        for size in PIECES:
            yield from pieces_of(word, size)


def pieces_of(word: str, size: int) -> list[str]:
    """All runs of so many letters, with its beginning and its end as letters too."""
    edged = f"<{word}>"
    return [edged[start : start + size] for start in range(len(edged) - size + 1)]


def weights(counts: Counter, spread: Counter, notes: int) -> Weights:
    rarity = {feature: log(1 + notes / spread[feature]) for feature in counts}
    return {feature: (1 + log(count)) * rarity[feature] for feature, count in counts.items()}


def to_length_one(weights: Weights) -> Weights:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {feature: weight / length for feature, weight in weights.items()}


def alike(notes: list[Weights]) -> dict[tuple[int, int], float]:
    """How much any two of them have in common, the earlier first; what is faint is left out."""
    found: dict[tuple[int, int], float] = {}
    having: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for later, weights in enumerate(notes):
        common: dict[int, float] = defaultdict(float)
        for feature, weight in weights.items():
            for earlier, other in having[feature]:
                common[earlier] += weight * other
            having[feature].append((later, weight))
        found |= {(earlier, later): much for earlier, much in common.items() if much > FAINT}
    return found

"""Which belong together, from how much alike any two are: those most alike are joined first, and a
pile is as like another as their members are on average. So one note in between joins no two piles.
"""

from heapq import heapify, heappop, heappush


def join(count: int, alike: dict[tuple[int, int], float], least: float) -> list[list[int]]:
    """`count` things in piles, whose likeness to each other is below `least`; in order."""
    piles = {one: [one] for one in range(count)}
    near: dict[int, dict[int, float]] = {one: {} for one in piles}
    for (one, other), much in alike.items():
        near[one][other] = near[other][one] = much
    waiting = [(-much, one, other) for (one, other), much in alike.items() if much >= least]
    heapify(waiting)
    new = count
    while waiting:
        _, one, other = heappop(waiting)
        if one not in piles or other not in piles:
            continue  # joined with something else by now
        near[new] = between(near.pop(one), near.pop(other), len(piles[one]), len(piles[other]))
        piles[new] = piles.pop(one) + piles.pop(other)
        near[new] = {pile: much for pile, much in near[new].items() if pile in piles}
        for pile, much in near[new].items():
            near[pile][new] = much
            if much >= least:
                heappush(waiting, (-much, pile, new))
        new += 1
    return sorted(sorted(pile) for pile in piles.values())


def between(
    one: dict[int, float], other: dict[int, float], ones: int, others: int
) -> dict[int, float]:
    """How near both together are to all else: the average over their members."""
    share, rest = ones / (ones + others), others / (ones + others)
    near = {pile: share * much for pile, much in one.items()}
    for pile, much in other.items():
        near[pile] = near.get(pile, 0.0) + rest * much
    return near

"""Sharing whole minutes in proportion, so that the sum is exact."""

from collections.abc import Sequence


def share(total: int, weights: Sequence[int]) -> list[int]:
    """`total` in proportion to `weights`: nobody goes without as long as there is one for each.

    By largest remainder; where remainders are equal, the earlier share gets the odd one.
    """
    shares = proportional(total, weights)
    if total >= len(weights):
        while 0 in shares:
            shares[shares.index(max(shares))] -= 1
            shares[shares.index(0)] += 1
    return shares


def proportional(total: int, weights: Sequence[int]) -> list[int]:
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    remainders = [total * weight % whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda n: -remainders[n])
    for n in by_remainder[: total - sum(shares)]:
        shares[n] += 1
    return shares

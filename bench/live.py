"""How fast and how heavy the live path is: `python -m bench.live`.

Starts the server as a user does, on SQLite in a new folder, and lets a whole room write on one
board. An op counts as seen when its entry has arrived at a screen; it was committed before.
"""

import argparse
import os
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.people import People, delays
from bench.served import OURS, Process, Server, serving
from tests.cast import new_app
from tests.load.crowds import Crowd


class Turn(NamedTuple):
    """Milliseconds, but for what the names say."""

    screen_50: float
    screen_99: float
    screen_worst: float
    answer_50: float
    answer_99: float
    lost: int
    server_cores: float
    our_cores: float


def main() -> None:
    wishes = read_wishes()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {OURS % os.cpu_count()})
    print(f"Load average before: {os.getloadavg()[0]:.1f}")
    print(starts())
    print(HEADING)
    for people in wishes.people:
        print(line(people, wishes), flush=True)
    print(f"\nLoad average after: {os.getloadavg()[0]:.1f}")


def read_wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, nargs="+", default=[300, 1_000])
    parser.add_argument("--ops", type=float, default=100, help="a second, by all together")
    parser.add_argument("--seconds", type=float, default=10, help="that a turn lasts")
    parser.add_argument("--turns", type=int, default=3, help="of which the median is told")
    return parser.parse_args()


def starts() -> str:
    """Seconds from the start to the first page, in a new folder and in one that is there."""
    with TemporaryDirectory() as folder:
        found = []
        for _ in range(2):
            with serving(Path(folder) / "data") as server:
                found.append(server.page_after)
    return "Start to first page: {:.1f} s in a new folder, {:.1f} s after that.".format(*found)


HEADING = """
| people | ops/s | op → screen p50 | p99 | worst | op → answer p50 | p99 | lost | server, cores \
| a browser, KB | load, cores |
|---|---|---|---|---|---|---|---|---|---|---|"""


def line(people: int, wishes: argparse.Namespace) -> str:
    """One row of the table: the medians of the turns; what was lost is the sum."""
    with TemporaryDirectory() as folder, serving(Path(folder) / "data") as server:
        crowd = Crowd(new_app(server.data), server.port, people)
        guests = People(crowd)
        before = server.used().memory
        guests.come()
        memory = (server.used().memory - before) / 1_024 / people
        turns = [play(server, guests, wishes) for _ in range(wishes.turns)]
        guests.leave()
    found = Turn(*map(median, zip(*turns, strict=True)))
    return (
        f"| {people} | {wishes.ops:g} | {found.screen_50:.0f} | {found.screen_99:.0f} "
        f"| {found.screen_worst:.0f} | {found.answer_50:.0f} | {found.answer_99:.0f} "
        f"| {sum(turn.lost for turn in turns)} | {found.server_cores:.2f} | {memory:.0f} "
        f"| {found.our_cores:.2f} |"
    )


def play(server: Server, guests: People, wishes: argparse.Namespace) -> Turn:
    before, ours = server.used(), Process.of(os.getpid())
    heard = guests.write(wishes.ops, wishes.seconds)
    server_cores = (server.used().cpu - before.cpu) / wishes.seconds
    our_cores = (Process.of(os.getpid()).cpu - ours.cpu) / wishes.seconds
    answers, screens, lost = delays(heard, len(guests.screens))
    return Turn(
        screen_50=share(screens, 0.5),
        screen_99=share(screens, 0.99),
        screen_worst=screens[-1],
        answer_50=share(answers, 0.5),
        answer_99=share(answers, 0.99),
        lost=lost,
        server_cores=server_cores,
        our_cores=our_cores,
    )


def share(times: list[float], part: float) -> float:
    """The time within which that part of them came; they are sorted."""
    return times[min(len(times) - 1, int(len(times) * part))]


if __name__ == "__main__":
    main()

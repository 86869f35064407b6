"""What the main thread of a page did, from Chromium's own trace, frame by frame."""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from playwright.sync_api import Page

CATEGORIES = [
    "devtools.timeline",
    "devtools.timeline.frame",
    "disabled-by-default-devtools.timeline",
    "blink.user_timing",
]
TASK, FRAME = "RunTask", "Commit"
ASKED, ANSWERED = "ResourceSendRequest", "ResourceFinish"


class Task(NamedTuple):
    """Milliseconds; `works` is the processor's time, in which nobody else had it."""

    begins: float
    ends: float
    works: float

    @classmethod
    def of(cls, event: dict) -> "Task":
        begins, lasts = event["ts"] / 1_000, event["dur"] / 1_000
        return cls(begins, begins + lasts, event.get("tdur", event["dur"]) / 1_000)


class Traced:
    """Of one stretch of time: all that the page's main thread ran."""

    def __init__(self) -> None:
        self.tasks: list[Task] = []
        self.frames: list[float] = []
        self.parts: Counter = Counter()  # milliseconds, by what it was
        self.marks: dict[str, float] = {}  # when the page said so last
        self.answers: list[tuple[float, str]] = []  # when what had been asked for was there

    def read(self, events: list[dict]) -> None:
        thread = busiest(events)
        ours = [one for one in events if (one["pid"], one["tid"]) == thread]
        tasks = [one for one in ours if one["name"].endswith(TASK) and "dur" in one]
        self.tasks = outermost(map(Task.of, tasks))
        self.frames = sorted(one["ts"] / 1_000 for one in ours if one["name"] == FRAME)
        for one in ours:
            self.parts[one["name"]] += one.get("tdur", one.get("dur", 0)) / 1_000
            if "user_timing" in one["cat"]:
                self.marks[one["name"]] = one["ts"] / 1_000
        self.answers = list(answered(ours))

    def work(self) -> list[float]:
        """Milliseconds that the main thread worked from each frame to the next, sorted."""
        spent = [0.0] * (len(self.frames) + 1)
        for task in self.tasks:
            spent[bisect_left(self.frames, task.begins)] += task.works
        return sorted(spent[:-1])

    @property
    def worked(self) -> float:
        return sum(task.works for task in self.tasks)

    def came(self, address: str) -> float:
        """When the last answer from such an address was there."""
        return max(at for at, asked in self.answers if address in asked)

    def settled(self, after: float, long: float = 50) -> float:
        """When the last long task had ended, as devtools count; at least `after`."""
        return max([after, *(task.ends for task in self.tasks if task.works > long)])


@contextmanager
def traced(page: Page) -> Iterator[Traced]:
    found, browser = Traced(), page.context.browser
    browser.start_tracing(page=page, categories=CATEGORIES)
    yield found
    found.read(json.loads(browser.stop_tracing())["traceEvents"])


def answered(events: list[dict]) -> Iterator[tuple[float, str]]:
    facts = [(one["name"], one["ts"] / 1_000, one["args"].get("data", {})) for one in events]
    asked = {data["requestId"]: data["url"] for name, _, data in facts if name == ASKED}
    for name, at, data in facts:
        if name == ANSWERED and data["requestId"] in asked:
            yield at, asked[data["requestId"]]


def busiest(events: list[dict]) -> tuple[int, int]:
    """The main thread that showed most frames: spare processes show none."""
    names = [one for one in events if one["name"] == "thread_name"]
    mains = {(one["pid"], one["tid"]) for one in names if one["args"]["name"] == "CrRendererMain"}
    shown = Counter((one["pid"], one["tid"]) for one in events if one["name"] == FRAME)
    return max(mains, key=lambda thread: shown[thread])


def outermost(tasks: Iterable[Task]) -> list[Task]:
    """Without those that ran inside of another."""
    kept: list[Task] = []
    for task in sorted(tasks, key=lambda task: (task.begins, -task.ends)):
        if not kept or task.begins >= kept[-1].ends:
            kept.append(task)
    return kept

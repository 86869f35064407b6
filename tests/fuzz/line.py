"""One connection between a browser and a process. What goes up, and its answers, come in order;
what rooms are told may be late, come twice, or not at all."""

from copy import deepcopy
from itertools import count

from workshop.live import wire


class Line:
    numbers = count()

    def __init__(self, world, browser, process):
        self.world, self.browser, self.process = world, browser, process
        self.time, self.trouble = world.time, world.trouble
        self.number = next(self.numbers)
        self.is_open = True
        self.is_silent = False  # nothing comes down any more, and nobody has noticed yet
        self.up_at = self.down_at = 0.0
        self.own = browser.name, next(world.lines_of[browser.name])
        self.dice = world.dice("line", *self.own)
        self.connection = process.connection_for(self)

    def hang_up(self) -> None:
        """From either end, or in between; what was on its way is lost."""
        if self.is_open:
            self.is_open = False
            self.process.hangs_up(self)
            self.browser.lost_line()

    def up(self, message: str, payload: dict, answer) -> None:
        times = 2 if self.happens("double_op") and message == "submit" else 1
        for _ in range(times):
            self.up_at = self.behind(self.up_at)
            self.at(self.up_at, self.arriving(message, deepcopy(payload), answer))

    def arriving(self, message: str, payload: dict, answer):
        def back(found: dict) -> None:
            self.answer(found, answer)

        def arrive() -> None:
            asked = self.process.asked
            self.process.do(lambda: asked(self, message, payload, back))

        return arrive

    def answer(self, found: dict, answer) -> None:
        self.is_silent = self.is_silent or self.happens("lose_answer")
        if self.is_silent:
            return
        text = wire.dumps(found)
        self.down_at = self.behind(self.down_at)
        self.at(self.down_at, lambda: answer(wire.loads(text)))

    def told(self, message: str, text: str, room: str) -> None:
        """Something that a room is told. Each room has its own die: in which order rooms are told
        is nobody's concern, and must not be the seed's."""
        dice = self.world.dice("told", *self.own, list(self.browser.stores).index(room))
        if self.is_silent or self.happens("lose_frame", dice):
            return
        for _ in range(2 if self.happens("double_frame", dice) else 1):
            later = self.time.now + dice.uniform(1, 80)
            self.at(later, lambda: self.browser.hears(message, wire.loads(text)))

    def behind(self, last: float) -> float:
        return max(last + 0.01, self.time.now + self.dice.uniform(1, 40))

    def at(self, moment: float, arrive) -> None:
        self.time.after(moment - self.time.now, lambda: self.is_open and arrive())

    def happens(self, what: str, dice=None) -> bool:
        happens = (dice or self.dice).happens(self.trouble.get(what, 0))
        self.world.did[what] += happens
        return happens

"""What one browser has said and not been answered: in order, sent again until it is."""

from dataclasses import dataclass, field

WINDOW = 64  # ops that may be on their way at once


@dataclass
class Waiting:
    op: dict
    after: float = 0  # not to be sent before
    on_its_way: bool = False


@dataclass
class Outbox:
    """`answers` keeps every answer that was final, also those to repeats."""

    waiting: dict[str, Waiting] = field(default_factory=dict)
    answers: dict[str, list[dict]] = field(default_factory=dict)
    done: dict[str, dict] = field(default_factory=dict)  # ops by id, once answered

    def put(self, op: dict) -> None:
        self.waiting[op["op_id"]] = Waiting(op)

    def due(self, now: float) -> list[dict]:
        """What is to be sent now. Nothing overtakes what waits before it in its history."""
        found, held = [], self.unsettled()
        room = WINDOW - sum(one.on_its_way for one in self.waiting.values())
        for one in self.waiting.values():
            history = one.op["history"]
            if one.after > now:
                held.add(history)
            if one.on_its_way or history in held:
                continue
            one.after = 0
            if len(found) < room:
                one.on_its_way = True
                found.append(one.op)
        return found

    def unsettled(self) -> set[str]:
        """The histories where one was put off and others are still on their way: those were put
        off too, and the server does not remember that once the first has come again."""
        waiting = self.waiting.values()
        flying = {one.op["history"] for one in waiting if one.on_its_way}
        put_off = {one.op["history"] for one in waiting if one.after and not one.on_its_way}
        return flying & put_off

    def answered(self, op_id: str, answer: dict, now: float) -> None:
        one = self.waiting.get(op_id)
        if answer.get("later"):
            if one:
                one.after, one.on_its_way = now + answer["after"] / 1_000, False
            return
        self.answers.setdefault(op_id, []).append(answer)
        if one:
            self.done[op_id] = self.waiting.pop(op_id).op

    def line_lost(self) -> None:
        """Whatever was on its way may or may not have come; all of it is sent again."""
        for one in self.waiting.values():
            one.on_its_way = False

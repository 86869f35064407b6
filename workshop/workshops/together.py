"""Several ops of one history, given in one go: one turn takes them all, in their order."""

from workshop.clerk import Done, Op, clerks
from workshop.refusals import Refused


def perform_together(ops: list[Op]) -> list[Done | Refused]:
    """Each op's answer; what is refused harms none of the others."""
    clerk = clerks.of(ops[0].history) if ops else None
    answers = [clerk.put(op) for op in ops]
    if clerk and not clerk.runs:
        clerk.turn()
    return [answer.exception() or answer.result() for answer in answers]


def refusals_in(answers: list[Done | Refused]) -> list[Refused]:
    return [answer for answer in answers if isinstance(answer, Refused)]

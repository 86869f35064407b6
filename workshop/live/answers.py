"""What a browser reads when it is refused, by socket and by HTTP alike."""

from workshop.refusals import Later, Refused


def refusal_answer(refusal: Refused) -> dict:
    """Final, or with `later` and after how many milliseconds to come again."""
    answer = {"ok": False, "code": refusal.code} | refusal.facts
    if isinstance(refusal, Later):
        answer |= {"later": True, "after": refusal.after}
    return answer

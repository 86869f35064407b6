"""The order of notes in a zone, for hands that have no script: a key behind another.

The twin of `keyBetween(key, null)` in static/js/board/place.js: a key begins with a number whose
first letter tells its length, so that adding at the end for ever stays short.
"""

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LAST, MIDDLE = DIGITS[-1], DIGITS[31]
LONGEST = 40
FIRST = "a0"


def key_after(key: str | None) -> str:
    """A key behind that one; where there is no room left it is shared, and note ids decide."""
    if key is None:
        return FIRST
    if number := number_of(key):
        return next_number(number) or key
    return key + MIDDLE if len(key) < LONGEST else key


def number_of(key: str) -> str | None:
    """The whole number that a key begins with; one from elsewhere may have none."""
    head = key[0]
    if head >= "a":
        length = ord(head) - ord("a") + 2
    elif head >= "A":
        length = ord("Z") - ord(head) + 2
    else:
        return None
    return key[:length] if len(key) >= length else None


def next_number(number: str) -> str | None:
    """From a0 to a1, from az to b00, from Zz to a0; none after the very last."""
    head, digits = number[0], list(number[1:])
    for at in reversed(range(len(digits))):
        if digits[at] != LAST:
            digits[at] = DIGITS[DIGITS.index(digits[at]) + 1]
            return head + "".join(digits)
        digits[at] = DIGITS[0]
    if head == "Z":
        return FIRST
    if head == LAST:
        return None
    grown = [*digits, DIGITS[0]] if head >= "a" else digits[1:]
    return chr(ord(head) + 1) + "".join(grown)

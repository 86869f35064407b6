"""The order of things in a zone: between any two keys there is room for another.

The twin of static/js/board/place.js. A key begins with a number whose first letter tells its
length (a0 … az, b00 …, and Zz before a0), so that adding at an end for ever stays short; a fraction
follows it. Where there is no room left a neighbour's key is shared, and ids decide.
"""

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
FIRST_DIGIT, LAST_DIGIT = DIGITS[0], DIGITS[-1]
LONGEST = 40
FIRST = "a0"


def key_after(key: str | None) -> str:
    """A key behind that one, or the first of all."""
    return key_between(key, None)


def key_between(before: str | None, after: str | None) -> str:
    """A key after `before` and in front of `after`; none of them is the end of the list."""
    if before and after:
        key = between(before, after)
    elif before:
        key = behind(before)
    else:
        key = ahead(after)
    return key if key and len(key) <= LONGEST else before or after


def behind(key: str) -> str | None:
    number = number_of(key)
    return step(number, 1) if number else key + middle("", None)


def ahead(key: str | None) -> str | None:
    if key is None:
        return FIRST
    number = number_of(key)
    if number is None:
        return middle("", key)
    return number if number < key else step(number, -1)


def between(before: str, after: str) -> str | None:
    if before >= after:
        return None
    number = number_of(before)
    if number is None or number_of(after) is None or after.startswith(number):
        return middle(before, after)
    following = step(number, 1)
    if following and following < after:
        return following
    return number + middle(before[len(number) :], None)


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


def step(number: str, by: int) -> str | None:
    """The number after it (1) or before it (-1): from az to b00, from Zz to a0, from a0 to Zz."""
    used_up, fill = (LAST_DIGIT, FIRST_DIGIT) if by > 0 else (FIRST_DIGIT, LAST_DIGIT)
    head, digits = number[0], list(number[1:])
    for at in reversed(range(len(digits))):
        if digits[at] != used_up:
            digits[at] = DIGITS[DIGITS.index(digits[at]) + by]
            return head + "".join(digits)
        digits[at] = fill
    return longer(head, digits, fill, by)


def longer(head: str, digits: list[str], fill: str, by: int) -> str | None:
    if head == "Z" and by > 0:
        return FIRST
    if head == "a" and by < 0:
        return "Zz"
    if head == ("z" if by > 0 else "A"):
        return None
    grows = (head >= "a") == (by > 0)
    return chr(ord(head) + by) + "".join([*digits, fill] if grows else digits[1:])


def middle(low: str, high: str | None) -> str | None:
    """The shortest fraction between two, the middle one of those; none where there is none."""
    same = 0
    while high and same < len(high) and (low[same : same + 1] or FIRST_DIGIT) == high[same]:
        same += 1
    if high and same == len(high):
        return None
    if same:
        rest = middle(low[same:], high[same:])
        return rest and high[:same] + rest
    start = DIGITS.index(low[0]) if low else 0
    end = DIGITS.index(high[0]) if high else len(DIGITS)
    if end - start > 1:
        return DIGITS[(start + end) >> 1]
    if high and len(high) > 1:
        return high[0]
    return DIGITS[start] + middle(low[1:], None)

"""What people write, made safe to keep: one manner of writing for every store and every paper."""

import re
import unicodedata

LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")
LONE_SURROGATES = re.compile("[\ud800-\udfff]")
# Controls except newline and tab, and the two that no XML paper may hold.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")

# Letters, numbers, punctuation and signs; but some that Unicode counts among them leave no ink.
SEEN = ("L", "N", "P", "S")
WITHOUT_INK = set("\u115f\u1160\u2800\u3164\uffa0")

EMBEDDED, ISOLATED = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"
END_EMBEDDED, END_ISOLATED = "\u202c", "\u2069"
CLOSERS = dict.fromkeys(EMBEDDED, END_EMBEDDED) | dict.fromkeys(ISOLATED, END_ISOLATED)


def clean_text(text: str) -> str:
    """The same words without what breaks a database, a paper or the lines around them."""
    text = LONE_SURROGATES.sub("\ufffd", text)
    text = LINE_ENDS.sub("\n", text)
    text = UNPRINTABLE.sub("", text)
    text = "\n".join(close_directions(line) for line in text.split("\n"))
    return unicodedata.normalize("NFC", text)


def clean_words(text: str) -> str:
    """`clean_text` with nothing around the words; empty where nobody could see any."""
    text = clean_text(text).strip()
    return text if any(map(is_seen, text)) else ""


def is_seen(letter: str) -> bool:
    return unicodedata.category(letter).startswith(SEEN) and letter not in WITHOUT_INK


def clean_line(text: str) -> str:
    """`clean_words` for a name or a title: one line, single spaces."""
    return " ".join(clean_words(text).split())


def close_directions(line: str) -> str:
    """Writing direction that a line turns is turned back at its end, never in a neighbour's."""
    still_open: list[str] = []
    kept = []
    for letter in line:
        if letter in CLOSERS:
            still_open.append(CLOSERS[letter])
        elif letter in (END_EMBEDDED, END_ISOLATED):
            if letter not in still_open:
                continue
            while still_open.pop() != letter:
                pass
        kept.append(letter)
    return "".join(kept) + "".join(reversed(still_open))

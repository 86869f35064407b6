"""Does every text speak both languages?"""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from workshop.languages import Both
from workshop.methods.library import Catalogue


def texts_are_whole(catalogue: Catalogue) -> Iterator[str]:
    for where, text in texts(catalogue, ""):
        for language in ("en", "id"):
            if not text.in_(language).strip():
                yield f"{where} says nothing in {language}."


def texts(value: Any, where: str) -> Iterator[tuple[str, Both]]:
    if isinstance(value, Both):
        yield where, value
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            yield from texts(getattr(value, field), f"{where}.{field}".lstrip("."))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from texts(one, f"{where}.{key}")
    elif isinstance(value, tuple):
        for n, one in enumerate(value, 1):
            yield from texts(one, f"{where} {getattr(one, 'id', n)}")

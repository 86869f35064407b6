"""Does every file fit its type? Finds what is missing, misspelt or of the wrong sort."""

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import msgspec

from workshop.methods.library import Catalogue


def unreadable(raw: dict[str, Any]) -> Iterator[str]:
    """One sentence for each file that does not fit its type."""
    hints = get_type_hints(Catalogue)
    yield from (f"The catalogue has no {part}." for part in hints if part not in raw)
    yield from (f"Nothing reads {part}." for part in raw if part not in hints)
    for part, type in hints.items():
        for file, content, wanted in files_of(part, raw.get(part), type):
            try:
                msgspec.convert(content, wanted)
            except msgspec.ValidationError as error:
                yield f"{file}: {error}."


def files_of(part: str, content: Any, type: Any) -> Iterator[tuple[str, Any, Any]]:
    if content is None:
        return
    if part not in ("methods", "agendas"):
        yield f"{part}.yaml", content, type
        return
    for name, one in content.items():
        yield f"{part}/{name}.yaml", one, get_args(type)[1]

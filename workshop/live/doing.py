"""What one says one does on a board: that one writes, or which note one edits. Never the words."""

from typing import Literal

import msgspec

from workshop.boards.note import NoteId
from workshop.clock import SECOND

LASTS = 6 * SECOND  # then it is over, unless it is said again


class Doing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one seat does on a board: nothing, writing a note, or editing that one."""

    history: str
    doing: Literal["writing", "editing"] | None
    note_id: NoteId | None = None

    def __post_init__(self):
        if (self.doing == "editing") != (self.note_id is not None):
            raise ValueError("only who edits names a note")


def read(payload: object) -> Doing | None:
    """What was said; nothing where it has another shape."""
    try:
        return msgspec.convert(payload, Doing)
    except msgspec.ValidationError:
        return None

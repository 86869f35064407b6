"""What each word of a phase opens. A word whose part is not built yet opens nothing."""

from workshop.aggregate import Command
from workshop.boards.commands import (
    AddNote,
    ChangeKind,
    DescribePicture,
    EditNote,
    MoveNote,
    Recolour,
    RemoveNote,
    RemovePicture,
    RestoreNote,
    SetPicture,
)

# What one may do with one's own notes.
OWN: dict[str, set[type[Command]]] = {
    "write": {AddNote, EditNote, MoveNote, ChangeKind, Recolour, RemoveNote, RestoreNote}
    | {SetPicture, DescribePicture, RemovePicture},
    "move": {MoveNote},
    "group": {MoveNote},
    "comment": set(),
    "star": set(),
    "dot": set(),
    "rate": set(),
    "placement": {MoveNote},
}

# What one may do with any note of the own board.
ANY: dict[str, set[type[Command]]] = {
    "move": {MoveNote},
    "group": {MoveNote},
    "placement": {MoveNote},
}


def opened(words: list[str], command: type[Command], own: bool) -> bool:
    """Whether these words open that command, for one's own notes or for any."""
    return any(command in ANY.get(word, ()) or (own and command in OWN[word]) for word in words)

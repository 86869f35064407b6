"""What each word of a phase opens. A word whose part is not built yet opens nothing."""

from workshop.aggregate import Command
from workshop.boards.cluster_commands import (
    DissolveCluster,
    GroupNotes,
    MoveCluster,
    RecolourCluster,
    TitleCluster,
)
from workshop.boards.column_commands import AddColumn, RemoveColumn, TitleColumn
from workshop.boards.commands import (
    AddNote,
    ChangeKind,
    EditNote,
    LinkNotes,
    MergeNotes,
    MoveNote,
    MoveNotes,
    React,
    Recolour,
    RemoveNote,
    RestoreNote,
    StarNote,
    UnlinkNotes,
    UnmergeNotes,
)
from workshop.boards.comment_commands import AddComment, RemoveComment, RestoreComment
from workshop.boards.picture_commands import DescribePicture, RemovePicture, SetPicture

CHANGE = {EditNote, ChangeKind, Recolour, RemoveNote, RestoreNote}
PICTURE = {SetPicture, DescribePicture, RemovePicture}
MOVE = {MoveNote, MoveNotes}
CLUSTER = {GroupNotes, MoveCluster, TitleCluster, RecolourCluster, DissolveCluster}
MERGE = {MergeNotes, UnmergeNotes}
COLUMN = {AddColumn, TitleColumn, RemoveColumn}
LINK = {LinkNotes, UnlinkNotes}
COMMENT = {AddComment, RemoveComment, RestoreComment}
STAR = {StarNote, React}

# What one may do with one's own notes and comments.
OWN: dict[str, set[type[Command]]] = {
    "write": {AddNote} | CHANGE | PICTURE | MOVE | LINK | COLUMN,
    "move": MOVE,
    "group": MOVE | CLUSTER | MERGE | LINK,
    "comment": COMMENT,
    "star": STAR,
    "dot": set(),
    "rate": set(),
    "placement": MOVE,
}

# What one may do with any note of the own board.
ANY: dict[str, set[type[Command]]] = {
    "move": MOVE | {MoveCluster},
    "group": MOVE | CLUSTER | MERGE | LINK,
    "star": STAR,
    "placement": MOVE,
}


def opened(words: list[str], command: type[Command], own: bool) -> bool:
    """Whether these words open that command, for one's own notes or for any."""
    return any(command in ANY.get(word, ()) or (own and command in OWN[word]) for word in words)

"""What a hand may want of the clusters of a board; `instead_of` as in `commands`."""

from collections.abc import Iterable
from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from workshop.aggregate import Author
from workshop.boards.board import Board
from workshop.boards.clusters import LONGEST_TITLE
from workshop.boards.commands import BoardCommand, NoteIds, Places
from workshop.boards.events import (
    ClusterDissolved,
    ClusterMoved,
    ClusterRecoloured,
    ClusterTitled,
    NotesGrouped,
)
from workshop.boards.place import ClusterId, Place
from workshop.refusals import Refused
from workshop.text import clean_line


class ClusterCommand(BoardCommand):
    """Something done to a cluster that is already there. It is nobody's own."""

    cluster_id: ClusterId

    def is_own(self, board: Board, alias: str | None) -> bool:
        return False


class GroupNotes(BoardCommand):
    """A new cluster of these notes, in this order."""

    cluster_id: ClusterId
    note_ids: Annotated[NoteIds, msgspec.Meta(min_length=1)]
    place: Place
    title: str = ""
    colour: str | None = None
    instead_of: Places | UnsetType = UNSET

    def __post_init__(self):
        msgspec.structs.force_setattr(self, "title", cluster_title(self.title))

    def changes(self) -> Iterable[str]:
        return self.note_ids

    def decide(self, board: Board, by: Author, at: int) -> NotesGrouped:
        return board.clusters.group(self, by=by)


class MoveCluster(ClusterCommand):
    """With all that lies in it."""

    place: Place
    instead_of: Place | UnsetType = UNSET

    def decide(self, board: Board, by: Author, at: int) -> ClusterMoved:
        return board.clusters.move(self, by=by)


class TitleCluster(ClusterCommand):
    title: str
    instead_of: str | UnsetType = UNSET

    def __post_init__(self):
        msgspec.structs.force_setattr(self, "title", cluster_title(self.title))

    def decide(self, board: Board, by: Author, at: int) -> ClusterTitled:
        return board.clusters.title(self, by=by)


class RecolourCluster(ClusterCommand):
    colour: str | None
    instead_of: str | UnsetType | None = UNSET

    def decide(self, board: Board, by: Author, at: int) -> ClusterRecoloured:
        return board.clusters.recolour(self, by=by)


class DissolveCluster(ClusterCommand):
    """Its notes stay; `places` say where, for those that shall lie elsewhere."""

    places: Places = {}
    alone: bool = False

    def decide(self, board: Board, by: Author, at: int) -> ClusterDissolved:
        return board.clusters.dissolve(self, by=by)


def cluster_title(title: str) -> str:
    """One clean line of at most 120 characters, perhaps none; refuses `too_long`."""
    title = clean_line(title)
    if len(title) > LONGEST_TITLE:
        raise Refused("too_long", limit=LONGEST_TITLE)
    return title

"""What happens on a board. Fields are only ever added, with a default.

`by` is the alias of whoever did it; `places` say where each note lies from now on, by its id.
"""

from workshop.aggregate import Event
from workshop.boards.picture import Picture
from workshop.boards.place import Place

# One note


class NoteAdded(Event):
    note_id: str
    text: str
    kind: str
    place: Place
    by: str | None
    at: int
    colour: str | None = None
    late: bool = False


class NoteEdited(Event):
    note_id: str
    text: str
    by: str | None
    at: int


class NoteMoved(Event):
    note_id: str
    place: Place
    by: str | None = None


class KindChanged(Event):
    """With it the note takes that colour; none is the kind's own."""

    note_id: str
    kind: str
    by: str | None = None
    colour: str | None = None


class NoteRecoloured(Event):
    note_id: str
    colour: str | None
    by: str | None = None


class NoteRemoved(Event):
    note_id: str
    by: str | None
    at: int


class NoteRestored(Event):
    note_id: str
    by: str | None = None


class PictureSet(Event):
    """None: the note has no picture from here on."""

    note_id: str
    picture: Picture | None
    by: str | None
    at: int


class PictureDescribed(Event):
    note_id: str
    alt: str
    by: str | None
    at: int


class NoteStarred(Event):
    note_id: str
    starred: bool
    by: str | None


class Reacted(Event):
    note_id: str
    reaction: str
    on: bool
    by: str


# Several notes


class NotesMoved(Event):
    places: dict[str, Place]
    by: str | None


class NotesMerged(Event):
    """These went into that one: they are not seen any more, and all that they have counts there."""

    note_id: str
    note_ids: list[str]
    by: str | None


class NotesUnmerged(Event):
    """`into`: those of them that are again in another, in which they were before."""

    note_ids: list[str]
    by: str | None
    into: dict[str, str] = {}


class NotesLinked(Event):
    from_note: str
    to_note: str
    by: str | None
    at: int


class NotesUnlinked(Event):
    from_note: str
    to_note: str
    by: str | None


# Clusters


class NotesGrouped(Event):
    """A new cluster at `place`, with these notes in it."""

    cluster_id: str
    title: str
    colour: str | None
    place: Place
    places: dict[str, Place]
    by: str | None


class ClusterMoved(Event):
    cluster_id: str
    place: Place
    by: str | None


class ClusterTitled(Event):
    cluster_id: str
    title: str
    by: str | None


class ClusterRecoloured(Event):
    cluster_id: str
    colour: str | None
    by: str | None


class ClusterDissolved(Event):
    """It is no more; `places` say where all that lay in it lies now."""

    cluster_id: str
    places: dict[str, Place]
    by: str | None


# Columns of a table


class ColumnAdded(Event):
    column_id: str
    title: str
    by: str | None
    at: int


class ColumnTitled(Event):
    column_id: str
    title: str
    by: str | None


class ColumnRemoved(Event):
    column_id: str
    by: str | None


# Comments


class CommentAdded(Event):
    comment_id: str
    note_id: str
    text: str
    by: str | None
    at: int


class CommentRemoved(Event):
    comment_id: str
    by: str | None
    at: int


class CommentRestored(Event):
    comment_id: str
    by: str | None

"""What happens on a board. Fields are only ever added, with a default."""

from workshop.aggregate import Event
from workshop.boards.picture import Picture
from workshop.boards.place import Place


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


class KindChanged(Event):
    note_id: str
    kind: str


class NoteRecoloured(Event):
    note_id: str
    colour: str | None


class NoteRemoved(Event):
    note_id: str
    by: str | None
    at: int


class NoteRestored(Event):
    note_id: str


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

"""How a picture comes: piece by piece, as far as it has come, and what becomes of it then."""

from collections.abc import Mapping

from workshop.agenda.access import admit_to_board
from workshop.boards import pictures
from workshop.boards.board import Board, Words
from workshop.boards.picture_commands import SetPicture
from workshop.boards.pictures import Upload
from workshop.clerk import Op, clerks
from workshop.clock import DAY
from workshop.database import database
from workshop.ids import fingerprint
from workshop.live.hub import connections
from workshop.live.listeners import Listener
from workshop.methods.layout import Free
from workshop.pictures.cleaning import clean
from workshop.protocol import read_op, read_op_id
from workshop.refusals import Later, Refused
from workshop.workshops.workshop import Workshop

NO_NOTE = "n" + "0" * 32


def begin(
    who: Listener, board: str, id: str, size: int, at: int, during: str | None = None
) -> Upload:
    """Room for that many bytes, for whoever may lay a picture on a note of theirs there."""
    be_patient(who, at)
    must_be_open(who, board, during, at)
    return database.write(
        lambda tx: pictures.begin(tx, who.workshop_id, board, who.seat_id, id, size, at)
    )


def append(who: Listener, board: str, id: str, begins: int, piece: bytes, at: int) -> Upload:
    """As far as it has come with this piece; with the last one it is made ready."""
    be_patient(who, at)
    find(who, board, id)
    upload = database.write(
        lambda tx: pictures.append(tx, who.workshop_id, id, who.seat_id, begins, piece)
    )
    return finish(who, upload) if upload.is_whole and not upload.ready else upload


def find(who: Listener, board: str, id: str) -> Upload:
    """The upload of that seat to that board; refuses `unknown`, also where it is another's."""
    upload = database.read(lambda tx: pictures.find(tx, who.workshop_id, id))
    if (upload.board_id, upload.seat_id) != (board, who.seat_id):
        raise Refused("unknown")
    return upload


def finish(who: Listener, upload: Upload) -> Upload:
    """A clean picture in place of what was sent; of what is none, nothing stays."""
    sent = database.read(lambda tx: pictures.whole(tx, who.workshop_id, upload.id))
    try:
        made = clean(sent)
    except Later:
        raise
    except Refused:
        database.write(lambda tx: pictures.drop(tx, who.workshop_id, upload.id))
        raise
    return database.write(lambda tx: pictures.finish(tx, who.workshop_id, upload.id, made))


def send_whole(who: Listener, wish: Mapping[str, str], content: bytes, at: int) -> None:
    """The file at once, and then `set_picture` as that form asks it. A second press is the same."""
    board = wish["history"].partition(":")[2]
    op_id = read_op_id(wish["op_id"])
    id = "p" + fingerprint(f"{who.seat_id}/{op_id}")[:32]
    if not content:
        raise Refused("no_picture")
    upload = begin(who, board, id, len(content), at)
    if not upload.ready:
        append(who, board, id, 0, content, at)
    op = {"op": "set_picture", "picture": id} | wish
    clerks.of(op["history"], who.workshop_id).perform(read_op(op, who.seat_id, at))


def be_patient(who: Listener, at: int) -> None:
    """A piece counts like an op: who sends a photo is not in a greater hurry than who writes."""
    if not connections.bucket(who).take(at):
        raise Later("slow_down", after=500)


def must_be_open(who: Listener, board: str, during: str | None, at: int) -> None:
    """As the op will be judged, for a note of one's own; before anybody's data is spent on it."""
    wish = SetPicture(note_id=NO_NOTE, picture="p" + "0" * 32, during=during)
    op = Op(f"board:{board}", "", wish, who.seat_id, at)

    def judge(workshop: Workshop) -> None:
        bare = Board(
            board, who.workshop_id, "", None, Free(zones=()), Words(frozenset(), frozenset())
        )
        admit_to_board(workshop, bare, op, workshop.author(who.seat_id, op.history))

    who.ask(judge)


def sweep(at: int) -> int:
    """Lets go of what came a day ago and lies on no note."""
    return database.write(lambda tx: pictures.sweep(tx, at - DAY))

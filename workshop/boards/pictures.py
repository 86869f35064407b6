"""Pictures as rows: an upload that comes piece by piece, and what became of it.

A picture is of one board and came from one seat. Until it is ready it is nobody's business.
"""

from typing import NamedTuple

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from workshop.boards.tables import picture_pieces, pictures
from workshop.refusals import Refused

LARGEST = 12 * 1024 * 1024  # bytes that may be sent
MOST = 1_000  # in a workshop
WAITING = 20  # of one seat that lie on no note


class Upload(NamedTuple):
    """How far a picture has come."""

    id: str
    board_id: str
    seat_id: str
    size: int
    came: int
    ready: bool
    placed: bool
    width: int | None
    height: int | None

    @property
    def is_whole(self) -> bool:
        return self.came == self.size


class Made(NamedTuple):
    """What we made of what was sent: WebP, and a small one."""

    width: int
    height: int
    content: bytes
    small: bytes


COLUMNS = [pictures.c[name] for name in Upload._fields]
ITS_OWN = (pictures.c.workshop_id, pictures.c.id)
ITS_PIECES = (picture_pieces.c.workshop_id, picture_pieces.c.picture_id)


def find(tx: Connection, workshop_id: str, id: str) -> Upload:
    """Refuses `unknown`."""
    row = tx.execute(its_row(workshop_id, id, *COLUMNS)).first()
    if row is None:
        raise Refused("unknown")
    return Upload(*row)


def begin(
    tx: Connection, workshop_id: str, board_id: str, seat_id: str, id: str, size: int, at: int
) -> Upload:
    """The upload of that id from its beginning, or as far as it has come.

    Refuses `too_big`, `too_many`, and `taken` where the id is another's.
    """
    known = tx.execute(its_row(workshop_id, id, *COLUMNS).with_for_update()).first()
    if known:
        return same(Upload(*known), board_id, seat_id, size)
    if not 0 < size <= LARGEST:
        raise Refused("too_big", limit=LARGEST // 1024**2)
    must_fit(tx, workshop_id, seat_id)
    row = {"workshop_id": workshop_id, "id": id, "board_id": board_id, "seat_id": seat_id}
    row |= {"begun_at": at, "size": size, "came": 0, "ready": False, "placed": False}
    tx.execute(insert(pictures).values(row))
    return find(tx, workshop_id, id)


def same(known: Upload, board_id: str, seat_id: str, size: int) -> Upload:
    if (known.board_id, known.seat_id, known.size) != (board_id, seat_id, size):
        raise Refused("taken")
    return known


def must_fit(tx: Connection, workshop_id: str, seat_id: str) -> None:
    in_all = select(func.count()).where(pictures.c.workshop_id == workshop_id)
    if tx.scalar(in_all) >= MOST:
        raise Refused("too_many", limit=MOST)
    if tx.scalar(in_all.where(pictures.c.seat_id == seat_id, ~pictures.c.placed)) >= WAITING:
        raise Refused("too_many", limit=WAITING)


def append(
    tx: Connection, workshop_id: str, id: str, seat_id: str, at: int, content: bytes
) -> Upload:
    """Takes the piece that comes next. One from another place changes nothing: what is given says
    where to go on. Refuses `unknown`, and `too_big` what is longer than was said."""
    row = tx.execute(its_row(workshop_id, id, *COLUMNS).with_for_update()).first()
    if row is None or row.seat_id != seat_id:
        raise Refused("unknown")
    known = Upload(*row)
    if at != known.came or not content:
        return known
    came = at + len(content)
    if came > known.size:
        raise Refused("too_big", limit=LARGEST // 1024**2)
    piece = {"workshop_id": workshop_id, "picture_id": id, "at": at, "content": content}
    tx.execute(insert(picture_pieces).values(piece))
    change(tx, workshop_id, id, came=came)
    return known._replace(came=came)


def whole(tx: Connection, workshop_id: str, id: str) -> bytes:
    """All that was sent."""
    question = select(picture_pieces.c.content).where(*of(ITS_PIECES, workshop_id, id))
    return b"".join(tx.scalars(question.order_by(picture_pieces.c.at)))


def finish(tx: Connection, workshop_id: str, id: str, made: Made) -> Upload:
    """Keeps what was made of it, once, and nothing of what was sent."""
    known = find(tx, workshop_id, id)
    if known.ready:
        return known
    change(tx, workshop_id, id, ready=True, **made._asdict())
    drop_pieces(tx, workshop_id, id)
    return find(tx, workshop_id, id)


def drop(tx: Connection, workshop_id: str, id: str) -> None:
    """As if it had never been sent."""
    drop_pieces(tx, workshop_id, id)
    tx.execute(delete(pictures).where(*of(ITS_OWN, workshop_id, id)))


def placeable(tx: Connection, workshop_id: str, board_id: str, id: str, seat_id: str) -> Upload:
    """The picture, if it has come whole and this seat may lay it on a note of that board: its own,
    or one that lay there before. Refuses `unknown`."""
    found = find(tx, workshop_id, id)
    is_open = found.placed or found.seat_id == seat_id
    if not (found.ready and found.board_id == board_id and is_open):
        raise Refused("unknown")
    return found


def place(tx: Connection, workshop_id: str, id: str) -> None:
    change(tx, workshop_id, id, placed=True)


def sweep(tx: Connection, before: int) -> int:
    """Lets go of what was begun before that instant and never came to lie on a note."""
    old = select(pictures.c.workshop_id, pictures.c.id)
    left = tx.execute(old.where(pictures.c.begun_at < before, ~pictures.c.placed)).all()
    for row in left:
        drop(tx, *row)
    return len(left)


def content(tx: Connection, workshop_id: str, id: str, small: bool) -> bytes | None:
    column = pictures.c.small if small else pictures.c.content
    return tx.scalar(its_row(workshop_id, id, column))


def its_row(workshop_id: str, id: str, *columns) -> Select[Row]:
    return select(*columns).where(*of(ITS_OWN, workshop_id, id))


def change(tx: Connection, workshop_id: str, id: str, **values) -> None:
    tx.execute(update(pictures).where(*of(ITS_OWN, workshop_id, id)).values(values))


def drop_pieces(tx: Connection, workshop_id: str, id: str) -> None:
    tx.execute(delete(picture_pieces).where(*of(ITS_PIECES, workshop_id, id)))


def of(key: tuple, *values: str) -> list:
    return [column == value for column, value in zip(key, values, strict=True)]

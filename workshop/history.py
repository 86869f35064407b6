"""The entries of every aggregate: numbered 1, 2, 3 … without a gap, and never changed.

An entry is number, mark, time and data; beside it, for rights and undo, its seat. Only number,
mark and data leave the server.
"""

from secrets import token_hex
from typing import NamedTuple

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Index,
    Integer,
    String,
    Table,
    Text,
    insert,
    select,
    update,
)

from workshop.database import metadata

histories = Table(
    "histories",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("workshop_id", String(24), nullable=False, index=True),
    Column("seq", Integer, nullable=False, default=0),
    Column("mark", String(8), nullable=False, default=""),
)

entries = Table(
    "entries",
    metadata,
    Column("history", String(80), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("mark", String(8), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("data", Text, nullable=False),
    Column("seat_id", String(24)),
)

# Outlives drawers and names nobody: an op is performed once per root, for ever.
done_ops = Table(
    "done_ops",
    metadata,
    Column("root", String(80), primary_key=True),
    Column("op_id", String(64), primary_key=True),
    Column("history", String(80), nullable=False),
    Column("seq", Integer, nullable=False),
    Index("ix_done_ops_history_seq", "history", "seq"),
)


class Head(NamedTuple):
    """Where a history stands."""

    seq: int
    mark: str


class Entry(NamedTuple):
    """One thing that happened, as it goes over the wire; `data` is its JSON."""

    seq: int
    mark: str
    data: str


def kind_of(name: str) -> str:
    """ "workshop" or "board": what a history is of, by its name."""
    return name.partition(":")[0]


def begin(tx: Connection, history: str, workshop_id: str) -> None:
    """A new history stands at 0."""
    tx.execute(insert(histories).values(id=history, workshop_id=workshop_id, seq=0, mark=""))


def workshop_of(tx: Connection, history: str) -> str | None:
    return tx.scalar(select(histories.c.workshop_id).where(histories.c.id == history))


def head(tx: Connection, history: str, workshop_id: str, lock: bool = False) -> Head | None:
    """Where that history of that workshop stands; with `lock`, it stays there until we commit."""
    question = select(histories.c.seq, histories.c.mark).where(
        histories.c.id == history, histories.c.workshop_id == workshop_id
    )
    row = tx.execute(question.with_for_update() if lock else question).first()
    return Head(row.seq, row.mark) if row else None


def heads(tx: Connection, names: list[str]) -> dict[str, Head]:
    """Where each of these histories stands."""
    question = select(histories.c.id, histories.c.seq, histories.c.mark)
    rows = tx.execute(question.where(histories.c.id.in_(names)))
    return {row.id: Head(row.seq, row.mark) for row in rows}


def since(tx: Connection, history: str, seq: int, most: int | None = None) -> list[Entry]:
    """The entries after number `seq`, in order, at most `most`."""
    question = (
        select(entries.c.seq, entries.c.mark, entries.c.data)
        .where(entries.c.history == history, entries.c.seq > seq)
        .order_by(entries.c.seq)
        .limit(most)
    )
    return [Entry(*row) for row in tx.execute(question)]


def telling_of(tx: Connection, history: str, word: str) -> list[str]:
    """The data of the entries in which that word is written, such as an id, in order."""
    question = select(entries.c.data).where(
        entries.c.history == history, entries.c.data.contains(word, autoescape=True)
    )
    return list(tx.scalars(question.order_by(entries.c.seq)))


def stands_at(tx: Connection, history: str, seq: int, mark: str) -> bool:
    """Whether the history passed through this number with this mark."""
    if seq == 0:
        return True
    question = select(entries.c.mark).where(entries.c.history == history, entries.c.seq == seq)
    return tx.scalar(question) == mark


def answered(tx: Connection, root: str, op_ids: list[str]) -> dict[str, tuple[str, int, str]]:
    """For each op already done: its history, its number, and the seat that asked for it."""
    question = (
        select(done_ops.c.op_id, done_ops.c.history, done_ops.c.seq, entries.c.seat_id)
        .outerjoin(
            entries,
            (entries.c.history == done_ops.c.history) & (entries.c.seq == done_ops.c.seq),
        )
        .where(done_ops.c.root == root, done_ops.c.op_id.in_(op_ids))
    )
    return {row.op_id: (row.history, row.seq, row.seat_id) for row in tx.execute(question)}


def new_mark() -> str:
    return token_hex(4)


def append(tx: Connection, root: str, rows: list[dict]) -> None:
    """Writes new entries with the ops that made them, and moves the head to the last.

    A row is history, seq, mark, at, data, seat_id and op_id.
    """
    if not rows:
        return
    last = rows[-1]
    tx.execute(
        update(histories)
        .where(histories.c.id == last["history"])
        .values(seq=last["seq"], mark=last["mark"])
    )
    tx.execute(insert(entries), [{name: row[name] for name in ENTRY} for row in rows])
    tx.execute(
        insert(done_ops), [{"root": root, **{name: row[name] for name in DONE}} for row in rows]
    )


ENTRY = ("history", "seq", "mark", "at", "data", "seat_id")
DONE = ("op_id", "history", "seq")

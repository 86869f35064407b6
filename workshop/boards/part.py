"""What the parts of a board have in common whose things have rows of their own, by an id."""

from typing import Any, ClassVar

import msgspec
from sqlalchemy import Connection, Table, delete, select

from workshop.database import upsert
from workshop.refusals import Refused


class Part:
    """A part of the board: `all` that there is of it, by id.

    `name` is what the state calls it, `order` the columns in whose order it is read, `key` those
    that say which thing of a board it is. A part says how a thing is read and written.
    """

    name: ClassVar[str]
    table: ClassVar[Table]
    order: ClassVar[tuple[str, ...]]
    most: ClassVar[int]
    key: ClassVar[tuple[str, ...]] = ("id",)

    def __init__(self, board):
        self.board = board
        self.all: dict[str, Any] = {}
        self.untouch()

    def read(self, row) -> tuple[str, Any]:
        """The id and the thing."""
        raise NotImplementedError

    def columns(self, one: Any) -> dict[str, Any]:
        """What its row holds besides its key."""
        return msgspec.structs.asdict(one)

    def untouch(self) -> None:
        self.touched: set[str] = set()

    def state(self) -> dict:
        return {self.name: msgspec.to_builtins(self.all)}

    def load(self, tx: Connection) -> None:
        question = select(self.table).where(self.table.c.board_id == self.board.id)
        for row in tx.execute(question.order_by(*(self.table.c[name] for name in self.order))):
            self.keep(*self.read(row))

    def save(self, tx: Connection) -> None:
        for id in sorted(self.touched - self.all.keys()):
            mine = (self.table.c[name] == value for name, value in self.names_of(id).items())
            tx.execute(delete(self.table).where(*mine))
        kept = sorted(self.touched & self.all.keys())
        upsert(tx, self.table, [self.row(id) for id in kept])

    def row(self, id: str) -> dict[str, Any]:
        own = {"workshop_id": self.board.workshop_id}
        return self.names_of(id) | own | self.columns(self.all[id])

    def names_of(self, id: str) -> dict[str, str]:
        """The key of its row."""
        return {"board_id": self.board.id} | dict(zip(self.key, id.split(">"), strict=True))

    def keep(self, id: str, one: Any) -> None:
        self.all[id] = one

    def get(self, id: str) -> Any:
        """Refuses `gone`."""
        if id not in self.all:
            raise Refused("gone")
        return self.all[id]

    def must_be_new(self, id: str, taken: str = "taken") -> None:
        """Refuses an id that is in use, and more things than fit."""
        if id in self.all:
            raise Refused(taken)
        if len(self.all) >= self.most:
            raise Refused("too_many", limit=self.most)

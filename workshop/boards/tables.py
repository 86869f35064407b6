"""Boards and the notes on them, as they stand now."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    false,
)

from workshop.database import metadata

boards = Table(
    "boards",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("workshop_id", String(24), nullable=False, index=True),
    Column("step", String(24), nullable=False),
    Column("team", String(8)),  # none: everybody's
    Column("method", String(60)),
    Column("layout", JSON, nullable=False),  # as it was when the step was entered
    Column("made_at", BigInteger, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    Column("workshop_id", String(24), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("board_id", String(40), nullable=False),
    Column("text", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("colour", String(20)),
    Column("zone", String(60), nullable=False),
    Column("order", String(40), nullable=False),
    Column("x", Float),
    Column("y", Float),
    Column("cluster", String(40)),
    Column("by", String(10)),  # the writer's alias on this board
    Column("late", Boolean, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("edited", BigInteger),
    Column("removed_by", String(10)),
    Column("removed_at", BigInteger),
    Column("starred", Boolean, nullable=False, server_default=false()),
    Column("reactions", JSON(none_as_null=True)),  # aliases, by reaction
    Column("merged", String(40)),  # the note that it went into
    Column("shared", Boolean, nullable=False, server_default=false()),
    Column("picture", JSON(none_as_null=True)),  # id, width, height, alt
    Index("ix_notes_board_id", "board_id"),
)

clusters = Table(
    "clusters",
    metadata,
    Column("board_id", String(40), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("workshop_id", String(24), nullable=False, index=True),
    Column("title", String(200), nullable=False),
    Column("colour", String(20)),
    Column("zone", String(60), nullable=False),
    Column("order", String(40), nullable=False),
    Column("x", Float),
    Column("y", Float),
    Column("by", String(10)),
    Column("shared", Boolean, nullable=False),
)

comments = Table(
    "comments",
    metadata,
    Column("board_id", String(40), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("workshop_id", String(24), nullable=False, index=True),
    Column("note_id", String(40), nullable=False),
    Column("text", Text, nullable=False),
    Column("by", String(10)),
    Column("at", BigInteger, nullable=False),
    Column("removed_by", String(10)),
    Column("removed_at", BigInteger),
)

columns = Table(
    "board_columns",
    metadata,
    Column("board_id", String(40), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("workshop_id", String(24), nullable=False, index=True),
    Column("title", String(200), nullable=False),
    Column("by", String(10)),
    Column("at", BigInteger, nullable=False),
)

links = Table(
    "note_links",
    metadata,
    Column("board_id", String(40), primary_key=True),
    Column("from_note", String(40), primary_key=True),
    Column("to_note", String(40), primary_key=True),
    Column("workshop_id", String(24), nullable=False, index=True),
    Column("by", String(10)),
    Column("at", BigInteger, nullable=False),
)

# A picture: first an upload of `size` bytes of which `came` are here, then ready to be placed on a
# note. `content` and `small` are what we made of it; what was sent is not kept.
pictures = Table(
    "pictures",
    metadata,
    Column("workshop_id", String(24), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("board_id", String(40), nullable=False),
    Column("seat_id", String(24), nullable=False),
    Column("begun_at", BigInteger, nullable=False),
    Column("size", Integer, nullable=False),
    Column("came", Integer, nullable=False),
    Column("ready", Boolean, nullable=False),
    Column("placed", Boolean, nullable=False),  # lies on a note, or once did
    Column("width", Integer),
    Column("height", Integer),
    Column("content", LargeBinary),
    Column("small", LargeBinary),
)

# What was sent of a picture so far, from that byte on.
picture_pieces = Table(
    "picture_pieces",
    metadata,
    Column("workshop_id", String(24), primary_key=True),
    Column("picture_id", String(40), primary_key=True),
    Column("at", Integer, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

"""The agenda's steps, and where each workshop is in its agenda."""

from sqlalchemy import JSON, Boolean, Column, Integer, String, Table

from workshop.database import metadata

steps = Table(
    "steps",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("workshop_id", String(24), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("type", String(10), nullable=False),
    Column("stage", String(20)),
    Column("method", String(60)),
    Column("mode", String(12)),
    Column("title", JSON),
    Column("minutes", Integer, nullable=False),
    Column("over", String(24)),
    Column("board", Boolean, nullable=False),
    Column("phases", JSON, nullable=False),
    Column("instead", JSON, nullable=False),
    Column("day", Integer, nullable=False, server_default="1"),
)

progress = Table(
    "progress",
    metadata,
    Column("workshop_id", String(24), primary_key=True),
    Column("at", JSON),  # step, phase, since
    Column("entered", JSON, nullable=False),  # step ids in order of first entering
    Column("visited", JSON, nullable=False),  # phase ids
    Column("timer", JSON),
    Column("shows", String(40)),
    Column("log", JSON, nullable=False),  # planned against actual: [phase id, since] in order
)

# When each day of the plan begins; a day without a row begins at the usual time.
day_starts = Table(
    "day_starts",
    metadata,
    Column("workshop_id", String(24), primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("start", String(5), nullable=False),  # 08:30 in the workshop's own time
)

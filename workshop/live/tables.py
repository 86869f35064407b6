"""Who is connected where, so that several processes can count together."""

from sqlalchemy import BigInteger, Column, Integer, String, Table

from workshop.database import metadata

presences = Table(
    "presences",
    metadata,
    Column("process", String(16), primary_key=True),
    Column("seat_id", String(24), primary_key=True),
    Column("workshop_id", String(24), nullable=False, index=True),
    Column("connections", Integer, nullable=False),
    Column("seen_at", BigInteger, nullable=False),
)

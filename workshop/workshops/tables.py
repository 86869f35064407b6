"""One row a workshop: what it is, when, for whom, and how long it is kept."""

from sqlalchemy import JSON, BigInteger, Column, String, Table

from workshop.database import metadata

workshops = Table(
    "workshops",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("code", String(12), nullable=False, unique=True),
    Column("title", String(200), nullable=False),
    Column("challenge", String(2000), nullable=False, default=""),
    Column("language", String(2), nullable=False),
    Column("timezone", String(60), nullable=False),
    Column("days", JSON, nullable=False),  # ISO dates, in order
    Column("state", String(10), nullable=False),
    Column("door", String(6), nullable=False),
    Column("joining", String(6), nullable=False),
    Column("alias_key", String(64), nullable=False),
    Column("address", String(200)),  # the one shown in QR and links; empty: as the page was asked
    Column("erase_on", String(10), nullable=False),  # ISO date
    Column("made_at", BigInteger, nullable=False),
    Column("reopens_as", JSON),  # state and door from before it was finished
)

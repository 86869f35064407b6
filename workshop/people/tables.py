"""Teams and seats. The only rows that hold a participant's name."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table

from workshop.database import metadata

teams = Table(
    "teams",
    metadata,
    Column("workshop_id", String(24), primary_key=True),
    Column("id", String(8), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("name", String(80), nullable=False),
    Column("removed", Boolean, nullable=False, default=False),
)

seats = Table(
    "seats",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("workshop_id", String(24), nullable=False),
    Column("alias", String(10), nullable=False),  # in the workshop's own history
    Column("role", String(16), nullable=False),
    Column("team", String(8)),
    Column("gone", Boolean, nullable=False, default=False),
    Column("name", String(80), nullable=False),
    Column("language", String(2)),
    Column("account_id", String(24), index=True),
    Column("reentry", Integer, nullable=False, default=0),  # how many codes were used up
    Column("notice", String(20)),  # version of the privacy notice that was shown
    Column("notice_at", BigInteger),
    Column("joined_at", BigInteger, nullable=False),
    Index("ix_seats_workshop_id_alias", "workshop_id", "alias", unique=True),
)

# A browser's secret, by its fingerprint; one seat may be open in several browsers.
seat_tokens = Table(
    "seat_tokens",
    metadata,
    Column("workshop_id", String(24), primary_key=True),
    Column("fingerprint", String(64), primary_key=True),
    Column("seat_id", String(24), nullable=False, index=True),
    Column("at", BigInteger, nullable=False),
)

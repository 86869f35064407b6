"""Accounts, the browsers they are signed in with, and links that open one thing for a while."""

from sqlalchemy import BigInteger, Boolean, Column, String, Table

from workshop.database import metadata

accounts = Table(
    "accounts",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("name", String(80), nullable=False),
    Column("email", String(254), nullable=False, unique=True),  # casefolded
    Column("password", String(200), nullable=False),  # argon2
    Column("language", String(2), nullable=False),
    Column("made_at", BigInteger, nullable=False),
)

# One browser that somebody signed in with; its cookie's secret is kept nowhere.
browser_sessions = Table(
    "browser_sessions",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("fingerprint", String(64), nullable=False, unique=True),
    Column("account_id", String(24), nullable=False, index=True),
    Column("browser", String(64), nullable=False),  # fingerprint of the browser's own name
    Column("agent", String(80), nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger, nullable=False),
    Column("revoked", Boolean, nullable=False, default=False),
)

links = Table(
    "links",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("purpose", String(10), nullable=False),
    Column("subject", String(24), nullable=False, index=True),  # what it opens; "" for Sanggar
    Column("once", Boolean, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("used_at", BigInteger),
)

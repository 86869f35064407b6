"""Links that open one thing for a while: 128 random bits, of which only the fingerprint is kept."""

from secrets import token_hex

from sqlalchemy import Connection, delete, insert, select, update

from workshop.accounts.tables import links
from workshop.ids import fingerprint
from workshop.refusals import Refused


def new(tx: Connection, purpose: str, subject: str, now: int, lasts: int, once: bool = True) -> str:
    """The secret of a new link to `subject`, good for `lasts` milliseconds."""
    secret = token_hex(16)
    row = {
        "fingerprint": fingerprint(secret),
        "purpose": purpose,
        "subject": subject,
        "once": once,
        "expires_at": now + lasts,
    }
    tx.execute(insert(links).values(row))
    return secret


def read(tx: Connection, purpose: str, secret: str, now: int) -> str | None:
    """What the link opens; nothing if it is another's, used up or too old."""
    return tx.scalar(select(links.c.subject).where(good(purpose, secret, now)))


def use(tx: Connection, purpose: str, secret: str, now: int) -> str:
    """What the link opens, this once; refuses `gone`. Of two who come at once, one gets it."""
    subject = read(tx, purpose, secret, now)
    used = tx.execute(update(links).where(good(purpose, secret, now)).values(used_at=now))
    if subject is None or not used.rowcount:
        raise Refused("gone")
    return subject


def withdraw(tx: Connection, purpose: str, subject: str) -> None:
    """Ends every link of this purpose to that subject."""
    tx.execute(delete(links).where((links.c.purpose == purpose) & (links.c.subject == subject)))


def good(purpose: str, secret: str, now: int):
    return (
        (links.c.fingerprint == fingerprint(secret))
        & (links.c.purpose == purpose)
        & (links.c.expires_at > now)
        & (~links.c.once | links.c.used_at.is_(None))
    )

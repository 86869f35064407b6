"""An account: the name, e-mail address and language of somebody who leads workshops."""

import re

import msgspec
from sqlalchemy import Connection, insert, select, update

from workshop.accounts.passwords import good_password, hash_password
from workshop.accounts.tables import accounts
from workshop.ids import new_id
from workshop.languages import NAMES
from workshop.refusals import Refused
from workshop.text import clean_line

NAME, EMAIL = 80, 254  # characters
ADDRESS = re.compile(r"\A[^@\s]+@[^@\s]+\Z")


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who leads workshops, as the row was when we looked; never with the password."""

    id: str
    name: str
    email: str
    language: str
    made_at: int


class NewAccount(msgspec.Struct, frozen=True, kw_only=True):
    """All that an account is made of, read and found good; the password only as its hash."""

    name: str
    email: str
    password: str
    language: str

    @classmethod
    def read(cls, name: str, email: str, password: str, language: str) -> "NewAccount":
        """Refuses what a name, an address or a password must not be; takes a while to hash."""
        name, email = read_name(name), read_email(email)
        return cls(
            name=name,
            email=email,
            password=hash_password(good_password(password, name, email)),
            language=read_language(language),
        )


# Finding


def by_id(tx: Connection, account_id: str) -> Account | None:
    return found(tx, accounts.c.id == account_id)


def by_email(tx: Connection, email: str) -> Account | None:
    return found(tx, accounts.c.email == email.casefold())


def found(tx: Connection, where) -> Account | None:
    row = tx.execute(select(*COLUMNS).where(where)).first()
    return Account(**row._mapping) if row else None


def are_there_any(tx: Connection) -> bool:
    return tx.scalar(select(accounts.c.id).limit(1)) is not None


def password_of(tx: Connection, account_id: str) -> str | None:
    """The hash, for whoever checks a password."""
    return tx.scalar(select(accounts.c.password).where(accounts.c.id == account_id))


COLUMNS = [accounts.c[field] for field in Account.__struct_fields__]


# Making and changing


def make(tx: Connection, new: NewAccount, now: int) -> Account:
    """A new account; refuses `taken` where the address has one."""
    if by_email(tx, new.email):
        raise Refused("taken", what="email")
    row = msgspec.to_builtins(new) | {"id": new_id("a"), "made_at": now}
    tx.execute(insert(accounts).values(row))
    return by_id(tx, row["id"])


def change(tx: Connection, account_id: str, **columns: str) -> None:
    tx.execute(update(accounts).where(accounts.c.id == account_id).values(columns))


# Reading what somebody typed


def read_name(text: str) -> str:
    name = clean_line(text)
    if not name:
        raise Refused("empty", what="name")
    if len(name) > NAME:
        raise Refused("too_long", what="name", limit=NAME)
    return name


def read_email(text: str) -> str:
    """The address as it is kept; whether it takes letters, nobody asks."""
    email = clean_line(text).casefold()
    if len(email) > EMAIL or not ADDRESS.match(email):
        raise Refused("invalid", what="email")
    return email


def read_language(text: str) -> str:
    if text not in NAMES:
        raise Refused("invalid", what="language")
    return text

"""Seats: one person's place in one workshop, and whose seat the browser that asks has."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import wraps
from itertools import count

import msgspec
from flask import abort, g, redirect, request
from sqlalchemy import Connection, select, update
from werkzeug import Response

from workshop import cookies
from workshop.accounts import current_account
from workshop.accounts.present import ask_to_sign_in
from workshop.aggregate import LEADS
from workshop.database import database
from workshop.ids import fingerprint
from workshop.people.tables import seat_tokens, seats
from workshop.refusals import Refused
from workshop.security import SAFE
from workshop.workshops import register
from workshop.workshops.codes import read_code
from workshop.workshops.register import WorkshopRow


class Seat(msgspec.Struct, frozen=True, kw_only=True):
    """One person's place in one workshop, as its row was when we looked."""

    id: str
    workshop_id: str
    alias: str  # in the workshop's own history
    role: str
    team: str | None
    gone: bool
    name: str
    language: str | None
    account_id: str | None
    reentry: int
    joined_at: int

    @property
    def leads(self) -> bool:
        return self.role in LEADS and not self.gone


# Whose seat is it?


def current_seat(workshop_id: str) -> Seat | None:
    """The seat of whoever asks: of the account signed in here, else of this browser's token."""
    if "seats" not in g:
        g.seats = {}
    if workshop_id not in g.seats:
        g.seats[workshop_id] = look(workshop_id)
    return g.seats[workshop_id]


def look(workshop_id: str) -> Seat | None:
    account, token = current_account(), read_token(workshop_id)
    if not account and not token:
        return None
    return database.read(
        lambda tx: (
            (account and seat_of_account(tx, workshop_id, account.id))
            or (token and seat_of_token(tx, workshop_id, token))
        )
    )


def token_name(workshop_id: str) -> str:
    return f"seat_{workshop_id}"


def read_token(workshop_id: str) -> str | None:
    return cookies.read(token_name(workshop_id))


def seat_of_account(tx: Connection, workshop_id: str, account_id: str) -> Seat | None:
    return found(tx, (seats.c.workshop_id == workshop_id) & (seats.c.account_id == account_id))


def seat_of_token(tx: Connection, workshop_id: str, token: str) -> Seat | None:
    its_seat = select(seat_tokens.c.seat_id).where(
        seat_tokens.c.workshop_id == workshop_id,
        seat_tokens.c.fingerprint == fingerprint(token),
    )
    return found(tx, (seats.c.workshop_id == workshop_id) & seats.c.id.in_(its_seat))


def seat_by_id(tx: Connection, seat_id: str) -> Seat | None:
    return found(tx, seats.c.id == seat_id)


def seats_of(tx: Connection, workshop_id: str) -> list[Seat]:
    """Every seat that was ever taken there, in the order of joining."""
    question = select(*COLUMNS).where(seats.c.workshop_id == workshop_id).order_by(*JOINING)
    return [Seat(**row._mapping) for row in tx.execute(question)]


def found(tx: Connection, where) -> Seat | None:
    row = tx.execute(select(*COLUMNS).where(where).order_by(*JOINING)).first()
    return Seat(**row._mapping) if row else None


def remember_choice(tx: Connection, seat_id: str, language: str) -> None:
    """The language that this person reads, on whatever device comes next."""
    tx.execute(update(seats).where(seats.c.id == seat_id).values(language=language))


COLUMNS = [seats.c[field] for field in Seat.__struct_fields__]
JOINING = (seats.c.joined_at, seats.c.id)


# Pages of a workshop


def seated(view: Callable) -> Callable:
    """`/w/<code>/…` for those who have a seat: the view is given `workshop` and `seat`.

    Others are led to the door, whether there is such a workshop or not.
    """

    @wraps(view)
    def guarded(code: str, **named):
        workshop = register.find(code)
        seat = current_seat(workshop.id) if workshop else None
        return view(workshop=workshop, seat=seat, **named) if seat else lead_to_door(code)

    return guarded


def lead_to_door(code: str) -> Response:
    if request.method not in SAFE or request.is_json:
        raise Refused("unknown")
    return redirect(f"/j/{read_code(code)}")


def leading(view: Callable) -> Callable:
    """`/w/<code>/…` for those who lead it: the view is given `workshop` and `seat`.

    To everybody else who is signed in it does not exist.
    """

    @wraps(view)
    def guarded(code: str, **named):
        if not current_account():
            return ask_to_sign_in()
        workshop, seat = led_here(code)
        return view(workshop=workshop, seat=seat, **named)

    return guarded


def led_here(code: str) -> tuple[WorkshopRow, Seat]:
    """The workshop of that code and the seat that leads it; otherwise there is nothing."""
    workshop = register.find(code)
    seat = current_seat(workshop.id) if workshop else None
    if seat is None or not seat.leads:
        abort(404)
    return workshop, seat


# What people are called


def shown_names(tx: Connection, workshop_id: str) -> dict[str, str]:
    """By seat id. The second Budi of the workshop is "Budi (2)", for good."""
    return name_apart(seats_of(tx, workshop_id))


def name_apart(people: list[Seat]) -> dict[str, str]:
    """Those who joined earlier keep their names. The team says nothing: a Budi who goes to another
    one is still on the boards of his first, and plenary boards and papers show all of them."""
    used: set[str] = set()
    numbers: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(2))
    shown = {}
    for seat in people:
        wordings = numbered(seat.name, numbers[key(seat.name)])
        shown[seat.id] = next(name for name in wordings if key(name) not in used)
        used.add(key(shown[seat.id]))
    return shown


def numbered(name: str, numbers: Iterator[int]) -> Iterator[str]:
    """The name itself, and then with the numbers that nobody of that name was tried with yet."""
    yield name
    yield from (f"{name} ({number})" for number in numbers)


def key(name: str) -> str:
    return name.casefold()

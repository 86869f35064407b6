"""The re-entry code: eight letters that bring a person back to the same seat on another device.

It is made from the seat and from how many were used, so it is kept nowhere, always at hand on
the seat's page, and good for one use.
"""

import hmac
from hashlib import sha256

from flask import current_app
from sqlalchemy import Connection, update

from workshop.database import upsert
from workshop.ids import CLEAR, fingerprint
from workshop.people.seats import Seat, seats_of
from workshop.people.tables import seat_tokens, seats
from workshop.refusals import Refused

LENGTH = 8


def code_of(seat: Seat) -> str:
    """The code that is good now, also for a facilitator to read out."""
    cause = f"reentry/{seat.id}/{seat.reentry}".encode()
    number = int.from_bytes(hmac.new(current_app.secret_key, cause, sha256).digest())
    return "".join(CLEAR[number // len(CLEAR) ** place % len(CLEAR)] for place in range(LENGTH))


def come_back(tx: Connection, seat: Seat, token: str, now: int) -> Seat:
    """Gives the seat whose code was right to the browser with this new token; refuses `wrong` if
    the code was used or renewed meanwhile."""
    if not use_up(tx, seat):
        raise Refused("wrong")
    mark = fingerprint(token)
    row = {"workshop_id": seat.workshop_id, "fingerprint": mark, "seat_id": seat.id, "at": now}
    upsert(tx, seat_tokens, [row])
    return seat


def seat_with(tx: Connection, workshop_id: str, code: str) -> Seat:
    """The seat of that code; refuses `wrong`. Only looks, so that who guesses holds up nobody who
    writes."""
    given = code.encode()
    fits = [
        seat
        for seat in seats_of(tx, workshop_id)
        if hmac.compare_digest(code_of(seat).encode(), given) and may_come_back(seat)
    ]
    if not fits:
        raise Refused("wrong")
    return fits[0]


def may_come_back(seat: Seat) -> bool:
    """Not who was sent out; and whoever has an account signs in."""
    return not seat.gone and seat.account_id is None


def use_up(tx: Connection, seat: Seat) -> bool:
    """True for one of those who come with the same code at the same time."""
    is_it = (seats.c.id == seat.id) & (seats.c.reentry == seat.reentry)
    return bool(tx.execute(update(seats).where(is_it).values(reentry=seat.reentry + 1)).rowcount)


def renew(tx: Connection, seat: Seat) -> None:
    """Another code from now on, where the old one was overheard."""
    use_up(tx, seat)

"""Who a browser is: it says so, and its cookie proves it. Nothing in a payload does."""

from collections.abc import Callable
from typing import Literal

import msgspec
from flask import Flask, request

from workshop.clock import MINUTE
from workshop.live.listeners import Listener
from workshop.people.seats import current_seat
from workshop.protocol import FACILITATORS
from workshop.refusals import Later, Refused
from workshop.workshops import register

Kind = Literal["seat", "desk", "screen", "observer"]


class Claim(msgspec.Struct, frozen=True):
    """What a browser says of itself when it connects.

    `workshop` is the code; `seat` the alias of the seat that its page was made for.
    """

    workshop: str
    kind: Kind = msgspec.field(name="as")
    seat: str | None = None


def proven(claim: object) -> tuple[str, Listener]:
    """The kind of page and who listens there; refuses `unknown` what the cookie does not prove."""
    try:
        claim = msgspec.convert(claim, Claim)
    except msgspec.ValidationError:
        raise Refused("invalid") from None
    return claim.kind, listener(claim.workshop, claim.kind, claim.seat)


def proven_again(app: Flask, environ: dict, claim: object) -> tuple[str, Listener]:
    """The same, later: the request is that of then, what it is looked up in is that of now.

    In a context of its own: what one request has found out of its cookies answers for no other.
    """
    with app.app_context(), app.request_context(environ):
        return proven(claim)


def asking(code: str) -> Listener:
    """Who sends this request; what its page says of itself stands in the address."""
    return listener(code, request.args.get("as", "seat"), request.args.get("seat"))


def listener(code: str, kind: str = "seat", alias: str | None = None) -> Listener:
    """Who asks, on a page of this kind; the workshop by its code, everything else by cookie.

    A page that was made for the seat of that alias is put off while the cookie is another's.
    """
    workshop = register.find(code)
    if workshop is None:
        raise Refused("unknown")
    seat = current_seat(workshop.id)
    leads = seat is not None and seat.role in FACILITATORS
    if kind == "screen":
        return screen(workshop.id, leads)
    if seat is None or (kind == "desk" and not leads):
        raise Refused("unknown")
    if alias not in (None, seat.alias):
        raise Later("another_seat", after=MINUTE)
    return Listener(workshop.id, seat.id)


def screen(workshop_id: str, leads: bool) -> Listener:
    """A facilitator's own window, or one that was opened by a screen link."""
    if leads or any(proves(workshop_id) for proves in SCREEN_PROOFS):
        return Listener(workshop_id, None)
    raise Refused("unknown")


# The screen enters here how it knows its links: each takes a workshop's id.
SCREEN_PROOFS: list[Callable[[str], bool]] = []

"""Every op a browser may send: what arrives is read once, here, into a command that the rest
can trust.

Features enter their commands with the right that each needs; an op that nobody entered is
`unknown`. The rules that browsers can count on are numbered in docs/protocol.md.
"""

from collections.abc import Collection
from typing import Annotated

import msgspec

from workshop.aggregate import LEADS, Command, name_of
from workshop.clerk import Op
from workshop.history import kind_of
from workshop.refusals import Refused

LARGEST_OP = 32 * 1024  # bytes of JSON

# Without a colon: with one the server names what it asks by itself, see `workshop.clerk.caused`.
OpId = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9_.\-]{8,64}\Z")]


class Envelope(msgspec.Struct):
    """What every op has besides its own fields."""

    history: Annotated[str, msgspec.Meta(pattern=r"\A[a-z]{1,16}:[A-Za-z0-9_\-]{1,60}\Z")]
    op: Annotated[str, msgspec.Meta(max_length=40)]
    op_id: OpId


class Entered(msgspec.Struct, frozen=True):
    """A command as a feature entered it: the roles that may ever ask for it."""

    command: type[Command]
    roles: frozenset[str]


COMMANDS: dict[tuple[str, str], Entered] = {}

FACILITATORS = LEADS - {"server"}
MEMBERS = frozenset({"participant", "scribe"})  # who counts as one of the people, and of a team
WRITERS = FACILITATORS | MEMBERS


def enter(kind: str, *commands: type[Command], roles: Collection[str]) -> None:
    """Lets browsers send these commands to histories of this kind."""
    for command in commands:
        COMMANDS[kind, name_of(command)] = Entered(command, frozenset(roles))


def roles_of(kind: str, name: str) -> frozenset[str]:
    """Who may ever send this; nobody, if the server alone asks for it."""
    entered = COMMANDS.get((kind, name))
    return entered.roles if entered else frozenset()


def read_op(payload: object, seat_id: str, at: int) -> Op:
    """The op that a browser sent; refuses `invalid`, `unknown` or what a value refuses itself."""
    if not isinstance(payload, dict):
        raise Refused("invalid")
    envelope = convert(payload, Envelope)
    entered = COMMANDS.get((kind_of(envelope.history), envelope.op))
    if entered is None:
        raise Refused("unknown")
    fields = {name: value for name, value in payload.items() if name not in ("history", "op_id")}
    command = convert(fields, entered.command)
    return Op(envelope.history, envelope.op_id, command, seat_id, at)


def read_op_id(text: str) -> str:
    """The name that a page gave to what its form asks; refuses `invalid`."""
    return convert(text, OpId)


def convert(fields: object, to: type):
    """The value, or `invalid` with the sentence of what did not fit (never the words sent)."""
    try:
        return msgspec.convert(fields, to)
    except (msgspec.ValidationError, UnicodeEncodeError, RecursionError) as fault:
        cause = fault.__cause__
        if isinstance(cause, Refused):
            raise cause from None
        raise Refused("invalid", where=str(fault)[:200]) from None

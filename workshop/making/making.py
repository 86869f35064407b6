"""Making a workshop: its row, then all that happens in it before anybody has come.

The same form makes the same workshop, however often it arrives: the workshop's id and the names
of its first ops are made of the form, so each is done once. What broke off half way is
completed by sending the form again.
"""

from hashlib import blake2b

import msgspec

from workshop.agenda.commands import ChooseAgenda
from workshop.aggregate import Command
from workshop.clerk import Op, caused
from workshop.database import database
from workshop.ids import derived, new_secret
from workshop.languages import gettext
from workshop.methods import library
from workshop.people.commands import NAME, AddTeam, TakeSeat
from workshop.refusals import Refused
from workshop.workshops import register
from workshop.workshops.commands import ChangeDetails
from workshop.workshops.together import perform_together, refusals_in


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wants made; `key` names the form that it came with."""

    key: str
    details: ChangeDetails
    erase_on: str
    teams: list[str] = []
    agenda: str | None = None
    code: str | None = None


class Maker(msgspec.Struct, frozen=True):
    """The account that makes it, and leads it from then on."""

    id: str
    name: str
    language: str | None = None


def make(wish: Wish, maker: Maker, at: int) -> str:
    """The id of the workshop, a draft that its maker leads; refuses `taken` and `unknown`."""
    if wish.agenda and wish.agenda not in library.agendas:
        raise Refused("unknown")
    workshop_id = id_for(wish, maker)
    commands = first_commands(wish, maker, workshop_id)
    database.write(lambda tx: enter(tx, wish, workshop_id, at))
    answers = perform_together(first_ops(f"workshop:{workshop_id}", commands, at))
    for refusal in refusals_in(answers):
        raise refusal
    return workshop_id


def id_for(wish: Wish, maker: Maker) -> str:
    """The form's key is random, so nobody can guess it; its words tell a changed form apart."""
    words = blake2b(msgspec.json.encode(wish), digest_size=16).hexdigest()
    return derived("w", maker.id, wish.key, words)


def enter(tx, wish: Wish, workshop_id: str, at: int) -> None:
    register.enter(
        tx,
        {
            "id": workshop_id,
            "code": wish.code,
            "title": wish.details.title,
            "challenge": wish.details.challenge,
            "language": wish.details.language,
            "timezone": wish.details.timezone,
            "days": sorted(set(wish.details.days)),
            "joining": wish.details.joining,
            "alias_key": new_secret(),
            "erase_on": wish.erase_on,
            "made_at": at,
        },
    )


def first_commands(wish: Wish, maker: Maker, workshop_id: str) -> list[Command]:
    """The maker sits down first: whatever breaks after that, somebody can mend it."""
    seat = TakeSeat(
        seat_id=derived("p", workshop_id, maker.id),
        name=maker.name[:NAME],
        role="facilitator",
        account_id=maker.id,
        language=maker.language,
    )
    teams = [AddTeam(name=name) for name in wish.teams]
    agenda = [ChooseAgenda(agenda=wish.agenda)] if wish.agenda else []
    return [seat, *teams, *agenda]


def first_ops(history: str, commands: list[Command], at: int) -> list[Op]:
    """Each under the name of its place."""
    return [
        Op(history, caused("make", f"{place:03}"), command, None, at)
        for place, command in enumerate(commands)
    ]


def team_names(given: list[str], number: int, language: str) -> list[str]:
    """As many names as teams: those that were given, then `Team 4`, `Team 5` … ."""
    rest = range(len(given) + 1, number + 1)
    return given + [team_name(place, language) for place in rest]


def team_name(number: int, language: str) -> str:
    """What a team is called until it gives itself a name."""
    _ = gettext(language)
    return _("Team {n}", n=number)

"""Loading the demo: it is played through the same commands as live people use, at the times of
its script, until the room stands at the last step but one.

Between two moves of the room every board has one turn, so all of it takes a few seconds.
"""

from sqlalchemy import Connection, select

from workshop.accounts import account as accounts
from workshop.accounts.account import Account, NewAccount
from workshop.accounts.passwords import hash_password
from workshop.database import database
from workshop.demo.play import Play
from workshop.demo.script import Facts, Script, instant
from workshop.ids import new_secret
from workshop.making.making import Maker, Wish, make
from workshop.refusals import Refused
from workshop.remembering import let_go
from workshop.workshops import register
from workshop.workshops.commands import ChangeDetails
from workshop.workshops.register import WorkshopRow
from workshop.workshops.tables import workshops
from workshop.workshops.times import day_after, today


def load(at: int) -> WorkshopRow:
    """The demo, played; `at` is when, and from then on it is kept its days.

    Refuses `already` where anybody has an account, or any workshop is or was.
    """
    if not database.read(is_empty):
        raise Refused("already")
    script = Script()
    account = database.write(lambda tx: accounts.make(tx, facilitator(script.facts), at))
    workshop_id = begin(script, account, at)
    Play(script, workshop_id, account).run()
    let_go(workshop_id)  # the serving process gives it clerks that turn by themselves
    return register.by_id(workshop_id)


def found() -> WorkshopRow | None:
    """The demo, if it has been loaded here."""
    return register.find(Script().facts.code)


def is_empty(tx: Connection) -> bool:
    return not accounts.are_there_any(tx) and tx.scalar(select(workshops.c.id).limit(1)) is None


def facilitator(facts: Facts) -> NewAccount:
    """Nobody knows the password: one gets in by a link that the server prints."""
    return NewAccount(
        name=facts.facilitator.name,
        email=facts.facilitator.email,
        password=hash_password(new_secret()),
        language=facts.language,
    )


def begin(script: Script, account: Account, at: int) -> str:
    """The workshop's id: a draft with its teams and a ready agenda, as from the form."""
    facts = script.facts
    details = ChangeDetails(
        title=facts.title,
        challenge=facts.challenge,
        language=facts.language,
        timezone=facts.timezone,
        days=facts.days,
        joining="choose",
    )
    wish = Wish(
        key="demo",
        details=details,
        erase_on=day_after(today(facts.timezone, at), facts.retention_days),
        teams=[team.name for team in facts.teams],
        agenda=script.agenda.agenda,
        code=facts.code,
    )
    return make(wish, Maker(account.id, account.name, account.language), instant(facts.made_at))

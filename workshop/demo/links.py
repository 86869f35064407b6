"""The ways into the demo that a server prints: for the one who leads, for the wall, for all."""

from sqlalchemy import Connection

from workshop.accounts import account as accounts
from workshop.accounts import entry_links
from workshop.database import database
from workshop.people.seats import seats_of
from workshop.screen.keys import new_key
from workshop.workshops.register import WorkshopRow


def links_to(workshop: WorkshopRow, address: str, now: int) -> dict[str, str]:
    """New ones each time. The desk's signs its facilitator in, once; an earlier one ends."""
    page = f"{address}/w/{workshop.code}"
    email = database.read(lambda tx: email_of_leader(tx, workshop.id))
    entry = entry_links.sign_in_link(database, email, now)
    key = database.write(lambda tx: new_key(tx, workshop.id, now))
    return {
        "Desk": f"{address}/sign-in/{entry}?next=/w/{workshop.code}/desk",
        "Screen": f"{page}/screen?key={key}",
        "Joining": f"{address}/j/{workshop.code}",
    }


def email_of_leader(tx: Connection, workshop_id: str) -> str:
    """Who made it still has the seat, under whatever name and address by now."""
    seat = next(seat for seat in seats_of(tx, workshop_id) if seat.role == "facilitator")
    return accounts.by_id(tx, seat.account_id).email

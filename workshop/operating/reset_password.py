"""A link for somebody who has forgotten their password."""

import sys

from workshop.accounts import entry_links
from workshop.clock import now
from workshop.database import database
from workshop.operating.opened import opened
from workshop.owning import known_port
from workshop.refusals import Refused
from workshop.settings import Settings
from workshop.welcome import places


def reset_password(settings: Settings, email: str) -> str:
    """Good once and for an hour; whoever uses it signs every browser of the account out."""
    with opened(settings):
        try:
            secret = entry_links.reset_link(database, email, now())
        except Refused:
            sys.exit(f"There is no account with the address {email}.")
    address = places(settings, known_port(settings))[0]
    return f"Open this link within an hour and choose a new password:\n  {address}/reset/{secret}"

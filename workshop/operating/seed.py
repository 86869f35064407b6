"""The demo in an empty database."""

import sys

from workshop.clock import now
from workshop.demo import loading
from workshop.migrating import migrate
from workshop.operating.opened import opened
from workshop.refusals import Refused
from workshop.settings import Settings


def seed(settings: Settings) -> str:
    migrate(settings)
    with opened(settings):
        try:
            workshop = loading.load(now())
        except Refused:
            sys.exit("There is something in the database already, so the demo was not loaded.")
        return f"The demo is loaded: {workshop.code}. Start with --demo to be given its links."

"""Erasing a workshop before its day."""

import sys
from collections.abc import Callable

from workshop.clock import now
from workshop.operating.opened import opened, workshop_of
from workshop.settings import Settings
from workshop.workshops import retention


def erase(settings: Settings, code: str, is_sure: Callable[[str], bool]) -> str:
    """`is_sure` is asked with the title; a running server hears of it within two seconds."""
    with opened(settings):
        workshop = workshop_of(code)
        if not is_sure(workshop.title):
            sys.exit("Nothing was erased.")
        retention.erase(workshop.id, now())
        return f"“{workshop.title}” is erased. Backups that were made before still hold it."

"""What is wrong with the catalogue, in sentences: for `workshop check` and the tests."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from workshop.methods.check.agendas import agendas_add_up, items_are_whole, over_points_back
from workshop.methods.check.boards import grids_are_full, zones_have_a_shape, zones_lie_side_by_side
from workshop.methods.check.files import unreadable
from workshop.methods.check.names import (
    every_method_stands_on_its_shelf,
    files_are_named_by_id,
    ids_are_unique,
    what_is_named_exists,
)
from workshop.methods.check.phases import (
    forms_are_answered_in_zones,
    minutes_add_up,
    notes_are_carried_somewhere,
    people_begin_in_a_zone_of_the_board,
    phases_open_known_words,
    the_room_is_spoken_to,
)
from workshop.methods.check.texts import texts_are_whole
from workshop.methods.library import Catalogue
from workshop.methods.reading import CATALOGUE, UnreadableFile, read_catalogue

RULES: tuple[Callable[[Catalogue], Iterator[str]], ...] = (
    ids_are_unique,
    files_are_named_by_id,
    every_method_stands_on_its_shelf,
    what_is_named_exists,
    texts_are_whole,
    minutes_add_up,
    phases_open_known_words,
    forms_are_answered_in_zones,
    the_room_is_spoken_to,
    people_begin_in_a_zone_of_the_board,
    zones_have_a_shape,
    zones_lie_side_by_side,
    grids_are_full,
    notes_are_carried_somewhere,
    agendas_add_up,
    items_are_whole,
    over_points_back,
)


def check(folder: Path = CATALOGUE) -> list[str]:
    """One sentence for everything that is wrong with the catalogue; nothing when all is well."""
    try:
        return faults(read_catalogue(folder=folder))
    except UnreadableFile as fault:
        return [str(fault)]


def faults(raw: dict[str, Any]) -> list[str]:
    misread = list(unreadable(raw))
    if misread:
        return misread
    catalogue = msgspec.convert(raw, Catalogue)
    return [sentence for rule in RULES for sentence in rule(catalogue)]

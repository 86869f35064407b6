"""Do the phases of every method add up, open what exists and lead somewhere?"""

from collections.abc import Iterator

from workshop.methods.library import Catalogue
from workshop.methods.method import WORDS

PLACES = ("report", "session", "reminder")  # where notes are carried besides methods


def minutes_add_up(catalogue: Catalogue) -> Iterator[str]:
    for method in catalogue.methods.values():
        minutes = sum(phase.minutes for phase in method.phases)
        least, most = method.minutes_range
        if minutes != method.minutes:
            yield f"{method.id}: its phases take {minutes} minutes, it says {method.minutes}."
        if not least <= method.minutes <= most:
            yield f"{method.id}: {method.minutes} minutes are not between {least} and {most}."
        if any(phase.minutes < 1 for phase in method.phases):
            yield f"{method.id}: a phase takes at least one minute."


def phases_open_known_words(catalogue: Catalogue) -> Iterator[str]:
    for method in catalogue.methods.values():
        for n, phase in enumerate(method.phases, 1):
            for word in phase.opens:
                if word not in WORDS:
                    yield f"{method.id}, phase {n}: {word} is not one of {', '.join(WORDS)}."
            if phase.opens and not method.has_board:
                yield f"{method.id}, phase {n}: a form has no board on which to open anything."


def notes_are_carried_somewhere(catalogue: Catalogue) -> Iterator[str]:
    kinds = {kind.id for kind in catalogue.kinds}
    for method in catalogue.methods.values():
        zones = {zone.id for zone in method.layout.zones}
        for carry in method.carry_forward:
            for target in carry.to:
                place, colon, _ = target.partition(":")
                if target not in catalogue.methods and not (colon and place in PLACES):
                    yield f"{method.id} carries notes to {target}, which does not exist."
            for zone in set(carry.from_zones) - zones:
                yield f"{method.id} carries notes from {zone}, which is not one of its zones."
            for kind in {carry.kind, carry.becomes} - kinds:
                yield f"{method.id} carries {kind}, which is not a kind."

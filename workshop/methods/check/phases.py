"""Do the phases of every method add up, open what exists and lead somewhere?"""

from collections.abc import Iterator

from workshop.languages import Both
from workshop.methods.library import Catalogue
from workshop.methods.method import WORDS, Phase

LONGEST_FOR_THE_ROOM = 90  # characters: the largest letters, to be read from the back row

# The first words of sentences that ask the facilitator for something: in any phase, and in those
# in which everybody looks to the front.
FACILITATORS_VERBS = frozenset(
    {"Show", "Reveal", "Import", "Announce"}
    | {"Tayangkan", "Tampilkan", "Tunjukkan", "Umumkan", "Minta"}
)
FACILITATORS_VERBS_IN_PLENARY = FACILITATORS_VERBS.union(
    {"Explain", "Ask", "Hand", "Give", "Tell", "Say", "Pair", "Assign", "Approve", "Open"},
    {"Jelaskan", "Tanyakan", "Bagikan", "Pasangkan", "Tentukan", "Sahkan", "Buka", "Ingatkan"},
)

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


def forms_are_answered_in_zones(catalogue: Catalogue) -> Iterator[str]:
    """A form that is answered with notes, until there are forms, has a zone for each question."""
    forms = {form.id: form for form in catalogue.assessments}
    for method in catalogue.methods.values():
        form, zones = forms.get(method.settings.form or ""), len(method.layout.zones)
        if form and method.has_board and zones != form.length:
            yield f"{method.id}: {form.length} questions cannot be answered in {zones} zones."


def the_room_is_spoken_to(catalogue: Catalogue) -> Iterator[str]:
    for where, phase in phases_of(catalogue):
        if verb := facilitators_verb(phase, phase.room or phase.text):
            yield f"{where}: “{verb} …” asks the facilitator; say in `room` what people read."
        if phase.room and (phase.room.en == phase.text.en or phase.room.id == phase.text.id):
            yield f"{where}: its room says the same as its text."
        if phase.room and max(len(phase.room.en), len(phase.room.id)) > LONGEST_FOR_THE_ROOM:
            yield f"{where}: its room is longer than {LONGEST_FOR_THE_ROOM} characters."


def facilitators_verb(phase: Phase, said: Both) -> str | None:
    """The verb with which it begins, in either language, if it is one of the facilitator's."""
    plenary = phase.mode == "plenary"
    verbs = FACILITATORS_VERBS_IN_PLENARY if plenary else FACILITATORS_VERBS
    first_words = (text.split()[0].rstrip(",;:") for text in (said.en, said.id) if text.strip())
    return next((word for word in first_words if word in verbs), None)


def people_begin_in_a_zone_of_the_board(catalogue: Catalogue) -> Iterator[str]:
    for method in catalogue.methods.values():
        zones = {zone.id for zone in method.layout.zones}
        for n, phase in enumerate(method.phases, 1):
            if phase.zone is not None and phase.zone not in zones:
                yield f"{method.id}, phase {n}: {phase.zone} is not one of its zones."


def phases_of(catalogue: Catalogue) -> Iterator[tuple[str, Phase]]:
    for method in catalogue.methods.values():
        yield from ((f"{method.id}, phase {n}", phase) for n, phase in enumerate(method.phases, 1))


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

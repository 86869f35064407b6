"""A method in brief, as pairs of a word and what is so: for its page."""

from collections.abc import Iterator

from workshop.languages import N_, _, ngettext, say
from workshop.methods.library import Library
from workshop.methods.method import Method
from workshop.methods.modes import MODES
from workshop.methods.settings import MethodSettings

NAMES = {
    "default": N_("are not shown"),
    "optional": N_("only of those who want it"),
    "pseudonymous": N_("a code in place of the name"),
}
PLACES = {
    "report": N_("the report"),
    "session": N_("the screen, as a reminder"),
    "reminder": N_("a letter to remind you"),
}


def facts_of(method: Method, library: Library) -> Iterator[tuple[str, str]]:
    yield _("Time"), say_minutes(*method.minutes_range)
    yield _("Way of working"), ", ".join(_(MODES[mode]) for mode in modes_of(method))
    yield _("Needed"), ", ".join(inside(say(library.materials[id].name)) for id in method.materials)
    yield from promises_of(method.settings)
    yield from numbers_of(method.settings)


def modes_of(method: Method) -> list[str]:
    """The modes of its phases, in the order in which they come."""
    return list(dict.fromkeys(phase.mode for phase in method.phases))


def inside(name: str) -> str:
    """A name within a sentence: "laptop", but "A4" and "SOP" as they are."""
    return name[0].lower() + name[1:] if name[1].islower() else name


def say_minutes(least: int, most: int) -> str:
    return _("{least}–{most} minutes", least=least, most=most)


def promises_of(settings: MethodSettings) -> Iterator[tuple[str, str]]:
    if settings.private_until_reveal:
        yield _("Silent"), _("hidden until they are shown")
    if settings.anonymous:
        yield _("Names"), _(NAMES[settings.anonymous])
    if settings.image_notes:
        yield _("Photos"), _("a note may be a picture")
    if settings.personal_data_warning:
        yield _("Care"), _("no names or numbers of users")


def numbers_of(settings: MethodSettings) -> Iterator[tuple[str, str]]:
    if n := settings.notes_per_person:
        yield _("Notes"), ngettext("{n} from each person", "{n} from each person", n)
    if n := settings.target_notes_per_person:
        yield _("Goal"), ngettext("{n} note from each person", "{n} notes from each person", n)
    if n := settings.votes_per_person:
        yield _("Votes"), ngettext("{n} for each person", "{n} for each person", n)
    if rating := settings.rating:
        criteria = ", ".join(say(criterion.label) for criterion in rating.criteria)
        least, most = rating.scale
        yield (
            _("Rating"),
            _("{criteria}: {least} to {most}", criteria=criteria, least=least, most=most),
        )


def carried_to(method: Method, library: Library) -> list[tuple[str, str | None]]:
    """Where its notes go: names, and for a method its id."""
    targets = dict.fromkeys(target for carry in method.carry_forward for target in carry.to)
    named = (
        (say(library.methods[target].name), target)
        if target in library.methods
        else (_(PLACES[target.partition(":")[0]]), None)
        for target in targets
    )
    return list(dict.fromkeys(named))

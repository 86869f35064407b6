"""What papers call roles, types of step, kinds of note and reactions."""

from workshop.agenda.cue import PLAIN
from workshop.boards import reactions as reacting
from workshop.languages import N_, gettext
from workshop.methods import library

ROLES = {
    "facilitator": N_("Facilitator"),
    "co_facilitator": N_("Co-facilitator"),
    "participant": N_("Participant"),
    "scribe": N_("Scribe"),
    "observer": N_("Observer"),
}
TYPES = {type: name for type, (name, _) in PLAIN.items()} | {"activity": N_("Activity")}


def role(name: str, language: str) -> str:
    return gettext(language)(ROLES[name])


def step_type(name: str, language: str) -> str:
    return gettext(language)(TYPES[name])


def kind(id: str, language: str) -> str:
    """The first words of its meaning: "Insight" of "Insight: the reason behind a pattern"."""
    return library.kinds[id].meaning.in_(language).partition(":")[0]


def reactions(of_note: dict[str, list[str]], language: str) -> list[str]:
    """ "Agree 3", for each that somebody gave."""
    say, given = gettext(language), of_note or {}
    return [f"{say(word)} {len(given[id])}" for id, word in reacting.WORDS.items() if id in given]


def cluster(title: str, language: str) -> str:
    return title or gettext(language)(N_("Cluster without a title"))


def method(id: str | None, language: str) -> str:
    found = library.get(id) if id else None
    return found.name.in_(language) if found else ""


def clock(minutes: int) -> str:
    """08.30, of minutes after midnight."""
    return f"{minutes // 60 % 24:02}.{minutes % 60:02}"

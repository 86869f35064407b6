"""Whose work is what on a board: a witness of its events that knows nothing of how they came about.

Each thing that can be changed by itself (a text, a place, whether a note is there …) is a unit. An
undo may change only what its author has put there oneself, and may only let go of a thing on which
nobody else has worked since.
"""

from collections import defaultdict
from collections.abc import Iterator

Unit = tuple[str, str]  # of what, and which of its properties

THERE = "there"
FRESH = {"starred": False, "merged": None, THERE: True}


class Owners:
    def __init__(self):
        self.values: dict[Unit, object] = {}
        self.putters: dict[Unit, list[tuple[object, str]]] = defaultdict(list)
        self.workers: dict[str, list[tuple[str, bool]]] = defaultdict(list)

    def meets(self, event: dict, by: str, takes_back: bool) -> str | None:
        """Notes who did it; says what an undo has done to the work of others, if it has."""
        fault = None
        for unit, value in list(changes(event)):
            if takes_back and not fault:
                fault = self.fault(unit, value, by)
            self.put(unit, value, by)
        if event["event"] == "cluster_dissolved":
            self.forget(event["cluster_id"])
        for thing in touched(event):
            self.workers[thing].append((by, False))
        return fault

    def forget(self, thing: str) -> None:
        """What it was is no more; it may come back under the same id."""
        for unit in [unit for unit in self.values if unit[0] == thing and unit[1] != THERE]:
            del self.values[unit]

    def fault(self, unit: Unit, value: object, by: str) -> str | None:
        thing, what = unit
        present = self.values.get(unit)
        if present == value:
            return None
        if present is not None and (present, by) not in self.putters[unit]:
            return f"{by} takes back {what} of {thing}, which is {present} by others"
        if what == THERE and not value and self.others_since(thing, by):
            return f"{by} lets go of {thing}, on which others have worked"
        return None

    def others_since(self, thing: str, by: str) -> bool:
        """Whether others have worked on it since that person last put it there. To bring it back
        from the trash is no work on it."""
        log = self.workers[thing]
        last = max((at for at, one in enumerate(log) if one == (by, True)), default=-1)
        return any(who != by for who, has_put in log[last + 1 :] if not has_put)

    def put(self, unit: Unit, value: object, by: str) -> None:
        thing, what = unit
        self.values[unit] = value
        self.putters[unit].append((value, by))
        if what == THERE and value:
            self.workers[thing].append((by, True))


def changes(event: dict) -> Iterator[tuple[Unit, object]]:
    """Each unit that the event changes, and what it is from now on."""
    name, id = event["event"], event.get("note_id")
    if name in WHOLE:
        key, properties = WHOLE[name]
        thing = event[key]
        yield from (((thing, what), event[what]) for what in properties)
        yield from (((thing, what), value) for what, value in FRESH.items())
    if name in ONE:
        key, properties = ONE[name]
        yield from (((event[key], what), event.get(what)) for what in properties)
    if name in THERE_OR_NOT:
        key, is_there = THERE_OR_NOT[name]
        yield (event[key], THERE), is_there
    if name in ("notes_linked", "notes_unlinked"):
        link = f"{event['from_note']}>{event['to_note']}"
        yield (link, THERE), name == "notes_linked"
    if name == "reacted":
        yield (id, f"{event['reaction']} of {event['by']}"), event["on"]
    if name == "notes_merged":
        yield from (((one, "merged"), id) for one in event["note_ids"])
    if name == "notes_unmerged":
        back = event.get("into", {})
        yield from (((one, "merged"), back.get(one)) for one in event["note_ids"])
    for one, place in event.get("places", {}).items():
        yield (one, "place"), place


WHOLE = {
    "note_added": ("note_id", ("text", "place", "kind", "colour")),
    "notes_grouped": ("cluster_id", ("title", "place", "colour")),
    "comment_added": ("comment_id", ("text",)),
}
ONE = {
    "note_edited": ("note_id", ("text",)),
    "note_moved": ("note_id", ("place",)),
    "kind_changed": ("note_id", ("kind", "colour")),
    "note_recoloured": ("note_id", ("colour",)),
    "note_starred": ("note_id", ("starred",)),
    "cluster_moved": ("cluster_id", ("place",)),
    "cluster_titled": ("cluster_id", ("title",)),
    "cluster_recoloured": ("cluster_id", ("colour",)),
}
THERE_OR_NOT = {
    "note_removed": ("note_id", False),
    "note_restored": ("note_id", True),
    "cluster_dissolved": ("cluster_id", False),
    "comment_removed": ("comment_id", False),
    "comment_restored": ("comment_id", True),
}


def touched(event: dict) -> set[str]:
    """All that somebody has worked on with it."""
    ids = {event.get(key) for key in ("note_id", "cluster_id", "from_note", "to_note")}
    ids |= set(event.get("note_ids", ())) | set(event.get("places", {}))
    if event["event"] != "notes_grouped":
        places = [event.get("place"), *event.get("places", {}).values()]
        ids |= {place["cluster"] for place in places if place and place.get("cluster")}
    if event["event"] in ("notes_unlinked", "note_restored"):
        return ids - {None, event.get("from_note"), event.get("to_note")}
    return ids - {None}

"""A board as one reader sees it on a plain page: its state becomes slips, heaps and piles."""

from collections import defaultdict
from typing import Any, NamedTuple

from workshop.agenda.slips import Arrow, Heap, Pile, Remark, Removal, Slip
from workshop.methods import library


class Reader(NamedTuple):
    """Who reads: their own alias on the board, and the names of the others."""

    me: str | None
    names: dict[str, str]

    def owns(self, thing: dict) -> bool:
        return thing["by"] == self.me

    def author(self, thing: dict) -> str:
        """Empty where it is the reader's own."""
        return "" if self.owns(thing) else self.names.get(thing["by"], "")


class Reading:
    """The state of a board with the eyes of one reader."""

    def __init__(self, state: dict[str, dict], cue: dict[str, Any], reader: Reader):
        self.notes, self.clusters = state["notes"], state["clusters"]
        self.reader = reader
        self.zones = cue["layout"]["zones"]
        self.colours = {kind["id"]: kind["colour"] for kind in cue["kinds"]}
        self.merged = grouped(self.notes, "merged")
        self.comments = grouped(state["comments"], "note_id")
        self.links = grouped(state["links"], "from_note")

    def slips(self) -> list[Slip]:
        """All notes, those in the trash too, in order; what went into one is with it."""
        there = [id for id, note in self.notes.items() if not note.get("merged")]
        return sorted(map(self.slip, there), key=in_order)

    def piles(self, slips: list[Slip]) -> list[Pile]:
        """Every zone of the layout, in reading order, with its notes and clusters."""
        lying = [slip for slip in slips if not slip.removed]
        return [Pile(zone, self.things(zone["id"], lying)) for zone in self.zones]

    def things(self, zone: str, lying: list[Slip]) -> list[Slip | Heap]:
        here = [slip for slip in lying if slip.zone == zone]
        loose = [slip for slip in here if slip.cluster is None]
        inside = defaultdict(list)
        for slip in here:
            inside[slip.cluster].append(slip)
        heaps = [self.heap(id, slips) for id, slips in inside.items() if id]
        return sorted([*loose, *heaps], key=in_order)

    def heap(self, id: str, slips: list[Slip]) -> Heap:
        cluster = self.clusters[id]
        return Heap(id, cluster["title"], cluster["colour"], cluster["place"]["order"], slips)

    def slip(self, id: str) -> Slip:
        note = self.notes[id]
        kind, place, reactions = (
            library.kinds[note["kind"]],
            note["place"],
            note.get("reactions", {}),
        )
        cluster = self.clusters.get(place.get("cluster"))
        return Slip(
            id=id,
            text=note["text"],
            kind=kind.id,
            letter=kind.letter,
            colour=note["colour"] or self.colours.get(kind.id, kind.colour),
            author=self.reader.author(note),
            own=self.reader.owns(note),
            late=note["late"],
            removed=note["removed"] and self.removal(note["removed"]),
            zone=(cluster or note)["place"]["zone"],
            cluster=place["cluster"] if cluster else None,
            order=place["order"],
            starred=note.get("starred", False),
            reactions={reaction: len(who) for reaction, who in reactions.items()},
            mine=[reaction for reaction, who in reactions.items() if self.reader.me in who],
            merged=[self.slip(one) for one in self.merged[id]],
            remarks=[self.remark(*one) for one in self.comments[id].items() if is_there(one[1])],
            arrows=[self.arrow(link) for link in self.links[id].values() if self.leads(link)],
            picture=note.get("picture"),
        )

    def removal(self, removed: dict) -> Removal:
        return Removal(self.reader.author(removed), self.reader.owns(removed), removed["at"])

    def remark(self, id: str, comment: dict) -> Remark:
        author = self.reader.author(comment)
        return Remark(id, comment["text"], author, self.reader.owns(comment))

    def arrow(self, link: dict) -> Arrow:
        return Arrow(link["to_note"], self.notes[link["to_note"]]["text"])

    def leads(self, link: dict) -> bool:
        """To a note that lies on the board."""
        to = self.notes[link["to_note"]]
        return is_there(to) and not to.get("merged")


def is_there(thing: dict) -> bool:
    return thing["removed"] is None


def in_order(thing: Slip | Heap) -> tuple[str, str]:
    return thing.order, thing.id


def grouped(things: dict[str, dict], field: str) -> dict[str, dict[str, dict]]:
    """By what that field says, in the order in which they came."""
    groups = defaultdict(dict)
    for id, thing in things.items():
        groups[thing.get(field)][id] = thing
    return groups

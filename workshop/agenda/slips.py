"""The notes of a board as plain HTML shows them: zone by zone, in order."""

from typing import Any, NamedTuple

from workshop.boards.columns import zone_of
from workshop.boards.order import key_after
from workshop.methods import library


class Slip(NamedTuple):
    """One note. `author` is empty where it is the reader's own."""

    id: str
    text: str
    kind: str
    letter: str
    colour: str
    author: str
    own: bool
    late: bool
    removed: bool
    zone: str
    order: str
    picture: dict[str, Any] | None


class Pile(NamedTuple):
    """One zone with what lies in it, and the order key of what comes next."""

    zone: dict[str, Any]
    slips: list[Slip]

    @property
    def next_order(self) -> str:
        return key_after(self.slips[-1].order if self.slips else None)


class Reader(NamedTuple):
    """Who reads: their own alias on the board, and the names of the others."""

    me: str | None
    names: dict[str, str]


def slips_of(notes: dict[str, dict], cue: dict[str, Any], reader: Reader) -> list[Slip]:
    """All of a board, those in the trash too, in order. `notes` is the board's state."""
    colours = {kind["id"]: kind["colour"] for kind in cue["kinds"]}
    found = [slip_of(note_id, note, colours, reader) for note_id, note in notes.items()]
    return sorted(found, key=lambda slip: (slip.order, slip.id))


def slip_of(note_id: str, note: dict, colours: dict[str, str], reader: Reader) -> Slip:
    kind, own = library.kinds[note["kind"]], note["by"] == reader.me
    return Slip(
        id=note_id,
        text=note["text"],
        kind=kind.id,
        letter=kind.letter,
        colour=note["colour"] or colours.get(kind.id, kind.colour),
        author="" if own else reader.names.get(note["by"], ""),
        own=own,
        late=note["late"],
        removed=note["removed"] is not None,
        zone=note["place"]["zone"],
        order=note["place"]["order"],
        picture=note.get("picture"),
    )


def piles_of(slips: list[Slip], cue: dict[str, Any]) -> list[Pile]:
    """Every zone of the layout, in reading order, with its notes."""
    lying = [slip for slip in slips if not slip.removed]
    return [
        Pile(zone, [slip for slip in lying if slip.zone == zone["id"]])
        for zone in cue["layout"]["zones"]
    ]


def extended(layout: dict[str, Any], columns: dict[str, dict]) -> dict[str, Any]:
    """A table with what people added to it: as browsers do it in static/js/board/extended.js, but
    for the sizes of its zones, which no plain page draws."""
    added = sorted(columns.items(), key=lambda one: (one[1]["at"], one[0]))
    width = len(layout["column_titles"])
    rows = zip(layout["row_titles"], batched(layout["zones"], width), strict=True)
    zones = [zone for row, cells in rows for zone in (*cells, *more_of(row, cells[-1], added))]
    titles = [{"id": id, "title": column["title"]} for id, column in added]
    return layout | {"zones": zones, "column_titles": layout["column_titles"] + titles}


def batched(zones: list[dict], size: int) -> list[list[dict]]:
    return [zones[at : at + size] for at in range(0, len(zones), size)]


def more_of(row: dict, last: dict, added: list[tuple[str, dict]]) -> list[dict]:
    return [
        last | {"id": zone_of(row["id"], id), "title": f"{row['title']} / {column['title']}"}
        for id, column in added
    ]

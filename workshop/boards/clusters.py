"""Clusters: notes that belong together, under a title. A cluster moves as one.

A note knows in which cluster it lies; the cluster knows where it lies and what it is called. One
in which nothing lies any more is not seen, and can be used again.
"""

import msgspec
from msgspec import UNSET

from workshop.aggregate import Author
from workshop.boards.conditions import still
from workshop.boards.events import (
    ClusterDissolved,
    ClusterMoved,
    ClusterRecoloured,
    ClusterTitled,
    NotesGrouped,
    NotesMoved,
)
from workshop.boards.order import key_after
from workshop.boards.part import Part
from workshop.boards.place import Place
from workshop.boards.tables import clusters
from workshop.refusals import Refused

LONGEST_TITLE = 120


class Cluster(msgspec.Struct):
    """`shared`: somebody else than its maker has worked on it, or put something into it."""

    title: str
    colour: str | None
    place: Place
    by: str | None = None
    shared: bool = False


class Clusters(Part):
    name, table, order, most = "clusters", clusters, ("id",), 500

    def read(self, row) -> tuple[str, Cluster]:
        place = Place(row.zone, row.order, row.x, row.y)
        return row.id, Cluster(row.title, row.colour, place, row.by, row.shared)

    def columns(self, one: Cluster) -> dict:
        return {
            "title": one.title,
            "colour": one.colour,
            "zone": one.place.zone,
            "order": one.place.order,
            "x": one.place.x,
            "y": one.place.y,
            "by": one.by,
            "shared": one.shared,
        }

    # What it knows

    def members(self, id: str) -> list[str]:
        """All that lies in it, in order; also what would come back to it from the trash."""
        notes = self.board.notes
        inside = [note_id for note_id, note in notes.items() if note.place.cluster == id]
        return sorted(inside, key=lambda note_id: (notes[note_id].place.order, note_id))

    # What it decides

    def group(self, wish, by: Author) -> NotesGrouped:
        """At least two notes under a new title."""
        self.must_be_new(wish.cluster_id)
        notes = self.board.there(dict.fromkeys(wish.note_ids))
        if len(notes) < 2:
            raise Refused("too_few" if len(set(wish.note_ids)) < 2 else "gone")
        if wish.instead_of is not UNSET:
            self.must_lie(notes, wish.instead_of)
        place = self.board.spot(alone(wish.place))
        return NotesGrouped(
            cluster_id=wish.cluster_id,
            title=wish.title,
            colour=self.board.words.colour(wish.colour),
            place=place,
            places=in_order(notes, place.zone, wish.cluster_id),
            by=by.alias,
        )

    def must_lie(self, notes: list[str], thought: dict[str, Place]) -> None:
        if any(self.board.notes[id].place != thought.get(id) for id in notes):
            raise Refused("changed")

    def move(self, wish, by: Author) -> ClusterMoved:
        before = self.get(wish.cluster_id).place
        still(before, wish.instead_of)
        place = self.board.spot(alone(wish.place), before)
        return ClusterMoved(cluster_id=wish.cluster_id, place=place, by=by.alias)

    def title(self, wish, by: Author) -> ClusterTitled:
        still(self.get(wish.cluster_id).title, wish.instead_of)
        return ClusterTitled(cluster_id=wish.cluster_id, title=wish.title, by=by.alias)

    def recolour(self, wish, by: Author) -> ClusterRecoloured:
        still(self.get(wish.cluster_id).colour, wish.instead_of)
        colour = self.board.words.colour(wish.colour)
        return ClusterRecoloured(cluster_id=wish.cluster_id, colour=colour, by=by.alias)

    def dissolve(self, wish, by: Author) -> ClusterDissolved:
        """`alone`: only while nobody else has worked on it. Its notes lie where it lay, or where
        they are wished to lie."""
        cluster = self.get(wish.cluster_id)
        if wish.alone and (cluster.shared or cluster.by != by.alias):
            raise Refused("shared")
        free = dict.fromkeys(self.members(wish.cluster_id), cluster.place)
        wished = {
            id: place
            for id, place in wish.places.items()
            if id in free and place.cluster != wish.cluster_id
        }
        places = self.board.spots(
            free | {id: self.board.ground(place) for id, place in wished.items()}
        )
        return ClusterDissolved(cluster_id=wish.cluster_id, places=places, by=by.alias)

    # What it applies

    def notes_grouped(self, event: NotesGrouped) -> None:
        cluster = Cluster(event.title, event.colour, event.place, event.by)
        self.keep(event.cluster_id, cluster)
        self.touched.add(event.cluster_id)
        for note_id, place in event.places.items():
            self.board.change(note_id, event.by, place=place)

    def cluster_moved(self, event: ClusterMoved) -> None:
        self.board.ranks.move(self.all[event.cluster_id].place, event.place)
        self.change(event.cluster_id, event.by, place=event.place)

    def cluster_titled(self, event: ClusterTitled) -> None:
        self.change(event.cluster_id, event.by, title=event.title)

    def cluster_recoloured(self, event: ClusterRecoloured) -> None:
        self.change(event.cluster_id, event.by, colour=event.colour)

    def cluster_dissolved(self, event: ClusterDissolved) -> None:
        self.board.ranks.lift(self.all.pop(event.cluster_id).place)
        self.touched.add(event.cluster_id)
        for note_id, place in event.places.items():
            self.board.change(note_id, event.by, place=place)
            self.share(place, event.by)

    def note_added(self, event) -> None:
        self.share(event.place, event.by)

    def note_moved(self, event) -> None:
        self.share(event.place, event.by)

    def notes_moved(self, event: NotesMoved) -> None:
        for place in event.places.values():
            self.share(place, event.by)

    def share(self, place: Place, by: str | None) -> None:
        """Somebody puts something into it."""
        if place.cluster in self.all:
            self.change(place.cluster, by)

    def keep(self, id: str, cluster: Cluster) -> None:
        super().keep(id, cluster)
        self.board.ranks.lay(cluster.place)

    def change(self, id: str, by: str | None, **properties) -> None:
        cluster = self.all[id]
        for name, value in properties.items():
            setattr(cluster, name, value)
        cluster.shared = cluster.shared or (by is not None and by != cluster.by)
        self.touched.add(id)


def alone(place: Place) -> Place:
    """A cluster lies in no other."""
    return msgspec.structs.replace(place, cluster=UNSET)


def in_order(note_ids: list[str], zone: str, cluster: str) -> dict[str, Place]:
    """One behind the other in that cluster."""
    places, key = {}, None
    for note_id in note_ids:
        key = key_after(key)
        places[note_id] = Place(zone, key, cluster=cluster)
    return places

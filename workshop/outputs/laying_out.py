"""What lies on the boards of a workshop: zone by zone, in clusters and beside them, and on each
note all that hangs on it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Table

from workshop.boards import tables
from workshop.boards.rows import note_of
from workshop.ids import alias
from workshop.methods.layout import AnyLayout
from workshop.outputs.outline import Arrow, Board, Cluster, Comment, Lying, Team, Thing, Zone
from workshop.outputs.reading import of_workshop
from workshop.workshops.register import WorkshopRow


def boards_of(
    tx: Connection,
    workshop: WorkshopRow,
    teams: dict[str, Team],
    names: dict[str, str],
    language: str,
) -> dict[str, list[Board]]:
    """By step, in the order of the teams."""
    rows = [by_board(tx, table, workshop.id) for table in ROWS]
    added = by_board(tx, tables.columns, workshop.id)
    boards = defaultdict(list)
    for row in tx.execute(of_workshop(tables.boards, workshop.id)):
        floor = Floor(Rows(*(found[row.id] for found in rows)), people(workshop, row.id, names))
        more = [(column.id, column.title) for column in sorted(added[row.id], key=in_time)]
        zones = floor.zones(zone_titles(row.layout, more, language))
        team = teams.get(row.team)
        boards[row.step].append(Board(row.id, team, row.method, row.made_at, zones, floor.trash()))
    for of_step in boards.values():
        of_step.sort(key=lambda board: board.team.number if board.team else 0)
    return boards


class Rows(NamedTuple):
    """Those of one board."""

    notes: list[Any]
    clusters: list[Any]
    comments: list[Any]
    links: list[Any]


ROWS = (tables.notes, tables.clusters, tables.comments, tables.links)


def by_board(tx: Connection, table: Table, workshop_id: str) -> dict[str, list[Any]]:
    found = tx.execute(of_workshop(table, workshop_id))
    return grouped(found, lambda row: row.board_id)


def grouped(rows: Iterable[Any], key) -> dict[str, list[Any]]:
    groups = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def people(workshop: WorkshopRow, board: str, names: dict[str, str]) -> dict[str, str]:
    """The names behind the aliases of that board."""
    history = f"board:{board}"
    return {alias(workshop.alias_key, history, seat): name for seat, name in names.items()}


def zone_titles(layout: dict, more: list[tuple[str, str]], language: str) -> dict[str, str]:
    """In reading order, with the columns that people added."""
    zones = msgspec.convert(layout, AnyLayout).with_columns(more).zones
    return {zone.id: zone.title.in_(language) for zone in zones}


def in_order(row) -> tuple:
    return row.order, row.id


def in_time(row) -> tuple:
    return row.at, row.id


class Floor:
    """One board, read from its rows."""

    def __init__(self, rows: Rows, names: dict[str, str]):
        self.names = names
        self.notes = {row.id: row for row in sorted(rows.notes, key=in_order)}
        self.clusters = {row.id: row for row in rows.clusters}
        self.merged = grouped(sorted(rows.notes, key=in_time), lambda row: row.merged)
        self.comments = grouped(sorted(rows.comments, key=in_time), lambda row: row.note_id)
        self.links = grouped(
            sorted(rows.links, key=lambda row: (row.at, row.to_note)), lambda row: row.from_note
        )

    # Where it lies

    def zones(self, titles: dict[str, str]) -> list[Zone]:
        """With what lies in each, clusters and loose notes in their common order."""
        notes = [row for row in self.notes.values() if not row.merged and row.removed_at is None]
        inside = grouped(notes, lambda row: row.cluster if row.cluster in self.clusters else None)
        filled = [self.clusters[id] for id in inside if id]
        things = grouped(sorted([*inside[None], *filled], key=in_order), lambda row: row.zone)
        return [
            Zone(id, title, [self.thing(row, inside) for row in things[id]])
            for id, title in titles.items()
        ]

    def thing(self, row, inside: dict[str, list]) -> Thing:
        if row.id in self.clusters:
            return Cluster(row.id, row.title, [self.lying(one) for one in inside[row.id]])
        return self.lying(row)

    def trash(self) -> list[Lying]:
        return [self.lying(row) for row in self.notes.values() if row.removed_at is not None]

    # What hangs on it

    def lying(self, row) -> Lying:
        return Lying(
            id=row.id,
            note=note_of(row),
            zone=self.clusters.get(row.cluster, row).zone,
            author=self.name(row.by),
            remover=self.name(row.removed_by),
            merged=[self.lying(one) for one in self.merged[row.id]],
            comments=[self.comment(one) for one in self.comments[row.id] if one.removed_at is None],
            links=[self.arrow(one) for one in self.links[row.id] if self.is_there(one.to_note)],
        )

    def comment(self, row) -> Comment:
        return Comment(row.id, row.text, self.name(row.by), row.at)

    def arrow(self, row) -> Arrow:
        return Arrow(row.to_note, self.notes[row.to_note].text, self.name(row.by), row.at)

    def is_there(self, note_id: str) -> bool:
        return self.notes[note_id].removed_at is None

    def name(self, by: str | None) -> str:
        return self.names.get(by, "")

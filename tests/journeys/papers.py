"""Every note that a paper holds, as rows of the ledger: once for each time that it stands there."""

import csv
import json
import re
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

from tests.journeys.ledger import Row

HEADING = re.compile(r"(#+) (.+)")
ITEM = re.compile(r"- \*\*\S+\*\* (.+) — [^()]+")
THROWN = re.compile(r"- \*\*\S+\*\* (.+) — [^()]+ \((.+), (.+)\)")
EVERYBODY = {"Everybody": ""}


def in_json(path: Path, titles: Mapping[str, str]) -> list[Row]:
    """`titles` are those of the methods, by id."""
    whole = json.loads(path.read_text())
    boards = {board["id"]: board for board in whole["boards"]}
    teams = {team["id"]: team["name"] for team in whole["teams"]} | {None: ""}

    def row(note: dict) -> Row:
        board = boards[note["board_id"]]
        zones = {zone["id"]: zone["title"]["en"] for zone in board["layout"]["zones"]}
        step, team, zone = titles[board["method"]], teams[board["team"]], zones[note["zone"]]
        return Row(note["text"], step, team, zone, note["removed_at"] is not None)

    return sorted(map(row, whole["notes"]))


def people_in_json(path: Path) -> list[str]:
    """Whoever had a seat and no account, in the order in which they came."""
    seats = json.loads(path.read_text())["seats"]
    return [seat["name"] for seat in seats if seat["role"] == "participant"]


def born_in_json(path: Path) -> list[str]:
    """The words of every note, as often as a history tells that it was added."""
    histories = json.loads(path.read_text())["histories"]
    events = [entry["data"] for history in histories for entry in history["entries"]]
    return sorted(event["text"] for event in events if event["event"] == "note_added")


def in_csv(path: Path) -> list[Row]:
    with ZipFile(path) as tables:
        notes = tables.read("notes.csv").decode("utf-8-sig")
    return sorted(
        Row(note["Text"], note["Step"], note["Team"], note["Zone"], bool(note["Removed at"]))
        for note in csv.DictReader(StringIO(notes))
    )


def in_markdown(path: Path) -> list[Row]:
    """Of a note in the trash it does not tell the zone."""
    rows, under = [], {}
    for line in map(as_written, path.read_text().splitlines()):
        if heading := HEADING.fullmatch(line):
            under[len(heading[1])] = heading[2]
        elif thrown := THROWN.fullmatch(line):
            text, step, team = thrown.groups()
            rows.append(Row(text, step, EVERYBODY.get(team, team), "", True))
        elif item := ITEM.fullmatch(line):
            rows.append(Row(item[1], under[3], EVERYBODY.get(under[4], under[4]), under[5]))
    return sorted(rows)


def as_written(line: str) -> str:
    return re.sub(r"\\(.)", r"\1", line)


def without_zones_of_trash(rows: list[Row]) -> list[Row]:
    return sorted(row._replace(zone="") if row.is_removed else row for row in rows)

"""The complete file: it equals the rows, the histories in it lead to them, and it opens no door."""

import json
from base64 import b64encode

import msgspec
from sqlalchemy import select

from tests.cast import edit_note, move_note, note_id
from tests.outputs.conftest import AT, WORDS
from workshop import every_table
from workshop.boards import rows
from workshop.database import metadata
from workshop.history import entries
from workshop.memory import KINDS
from workshop.outputs.json_writer import PARTS, SECRET
from workshop.people.tables import seats
from workshop.workshops.tables import workshops

# Of a workshop, but of this server alone: secrets of browsers, and who is connected now.
STAYS = {"seat_tokens", "presences", "picture_pieces"}


def test_every_table_of_a_workshop_is_taken_home():
    assert every_table.TABLES
    of_workshops = {name for name, table in metadata.tables.items() if "workshop_id" in table.c}

    assert of_workshops - STAYS == {part.table.name for part in PARTS.values()}


def test_it_tells_its_version_and_when_it_was_made(taken):
    whole = taken.json()

    assert (whole["sanggar"], whole["exported_at"]) == (1, AT)


def test_it_equals_the_rows(taken):
    whole = taken.json()

    for name, part in PARTS.items():
        left_out = part.without | {"workshop_id"}
        found = [keep(row, left_out) for row in of_cast(taken.cast, part.table)]
        told = [keep(row, {"aliases", "entries"}) for row in whole[name]]
        assert sorted(found, key=json.dumps) == sorted(told, key=json.dumps)
    question = select(workshops).where(workshops.c.id == taken.cast.workshop_id)
    row = taken.cast.database.read(lambda tx: tx.execute(question).one())
    assert whole["workshop"] == keep(row._mapping, SECRET)


def of_cast(cast, table) -> list[dict]:
    question = select(table).where(table.c.workshop_id == cast.workshop_id)
    return cast.database.read(lambda tx: [row._mapping for row in tx.execute(question)])


def keep(row, left_out) -> dict:
    kept = {name: value for name, value in row.items() if name not in left_out}
    return json.loads(json.dumps(kept, default=in_base64))


def in_base64(content: bytes) -> str:
    return b64encode(content).decode()


def test_it_holds_every_entry_as_it_went_over_the_wire(taken):
    for history in taken.json()["histories"]:
        question = select(entries).where(entries.c.history == history["id"])
        found = taken.cast.database.read(
            lambda tx, question=question: list(tx.execute(question.order_by(entries.c.seq)))
        )
        assert history["seq"] == len(found)
        assert [(entry["seq"], entry["mark"], entry["at"]) for entry in history["entries"]] == [
            (row.seq, row.mark, row.at) for row in found
        ]
        assert [entry["data"] for entry in history["entries"]] == [
            json.loads(row.data) for row in found
        ]
        assert [entry["seat"] for entry in history["entries"]] == [row.seat_id for row in found]


def test_its_entries_lead_to_all_that_lies_on_its_boards(taken):
    cast = taken.cast
    taken.work_together()
    cast.asks("ben", edit_note(1), taken.board)
    cast.asks("ben", move_note(2, zone="wild"), taken.board)
    whole = taken.json()
    history = next(one for one in whole["histories"] if one["id"] == taken.board)
    kind = KINDS["board"]
    board = cast.database.read(lambda tx: kind.load(tx, taken.board))
    told_of = board.state()
    for part in (board.notes, board.clusters.all, board.comments.all, board.links.all):
        assert part
        part.clear()

    for entry in history["entries"]:
        board.apply(msgspec.convert(entry["data"], kind.event))

    kept = cast.database.read(lambda tx: rows.load(tx, board.id))
    assert msgspec.to_builtins(board.notes) == msgspec.to_builtins(kept)
    assert board.state() == told_of
    told = {note["id"]: note["text"] for note in whole["notes"]}
    assert told == {id: note.text for id, note in board.notes.items()}
    assert told.keys() == {note_id(number) for number in (*WORDS, 20, 99)}


def test_each_history_tells_who_stands_behind_its_aliases(taken):
    whole = taken.json()
    names = {seat["id"]: seat["name"] for seat in whole["seats"]}
    aliases = next(one["aliases"] for one in whole["histories"] if one["id"] == taken.board)

    assert {names[aliases[note["by"]]] for note in whole["notes"]} == {"Ben"}
    mine = next(one["aliases"] for one in whole["histories"] if one["id"] == taken.cast.history)
    assert {seat["alias"]: seat["id"] for seat in whole["seats"]} == mine


def test_nothing_in_it_opens_a_door(taken):
    text = taken.file("json").decode()

    for column in ("alias_key", "fingerprint", "password", "account_id", "reentry", "token"):
        assert f'"{column}"' not in text
    key, *marks = taken.cast.database.read(
        lambda tx: [
            tx.scalar(
                select(workshops.c.alias_key).where(workshops.c.id == taken.cast.workshop_id)
            ),
            *tx.scalars(select(seats.c.account_id).where(seats.c.account_id.is_not(None))),
        ]
    )
    assert not [secret for secret in (key, *marks) if secret in text]

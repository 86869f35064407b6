"""Aggregates made from the state that a snapshot holds, as a browser makes its own."""

import msgspec

from workshop.agenda.agenda import Agenda, Progress
from workshop.agenda.steps import Step
from workshop.aggregate import Event
from workshop.boards.board import Board, Words
from workshop.boards.clusters import Cluster
from workshop.boards.columns import Column
from workshop.boards.comments import Comment
from workshop.boards.links import Link
from workshop.boards.note import Note
from workshop.methods.layout import Free
from workshop.people.people import People, Place, Team
from workshop.workshops.workshop import Facts, Upkeep, Workshop


def board_in(state: dict) -> Board:
    board = Board("s-t1", "w", "s", "t1", Free(zones=()), Words(frozenset(), frozenset()))
    board.notes = msgspec.convert(state["notes"], dict[str, Note])
    board.clusters.all = msgspec.convert(state["clusters"], dict[str, Cluster])
    board.columns.all = msgspec.convert(state["columns"], dict[str, Column])
    board.comments.all = msgspec.convert(state["comments"], dict[str, Comment])
    board.links.all = msgspec.convert(state["links"], dict[str, Link])
    for lying in (*board.notes.values(), *board.clusters.all.values()):
        board.ranks.lay(lying.place)
    return board


def workshop_in(state: dict) -> Workshop:
    workshop = Workshop("w", "0" * 64, picked(state, Facts), Upkeep(erase_on="2027-05-23"))
    teams = msgspec.convert(state["teams"], dict[str, Team])
    seats = msgspec.convert(state["seats"], dict[str, Place])
    workshop.people = People(workshop, teams, seats)
    steps = msgspec.convert(state["steps"], list[Step])
    workshop.agenda = Agenda(workshop, steps, picked(state, Progress))
    return workshop


def picked(state: dict, to: type):
    return msgspec.convert({k: v for k, v in state.items() if k in to.__struct_fields__}, to)


IN = {"board": board_in, "workshop": workshop_in}


def after(kind: str, state: dict, entries: list[dict]) -> dict:
    """The state once these events are applied to it."""
    aggregate = IN[kind](state)
    for event in read(entries):
        aggregate.apply(event)
    return aggregate.state()


def read(entries: list[dict]) -> list[Event]:
    from workshop.memory import KINDS

    return [msgspec.convert(entry, KINDS["board"].event) for entry in entries]

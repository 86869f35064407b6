"""What the server of a browser's play made of each op, held against the real board; and whether
what was taken back was one's own."""

import msgspec

from tests.owners import Owners
from workshop.aggregate import Author, name_of
from workshop.boards import cluster_commands, commands, comment_commands
from workshop.boards.board import Board, Words
from workshop.languages import Both
from workshop.methods.layout import Columns, Zone
from workshop.refusals import Refused

KINDS_OF_NOTES = frozenset({"idea", "question", "quote"})
COLOURS = frozenset({"teal", "pink"})
COMMANDS = {
    name_of(command): command
    for module in (commands, cluster_commands, comment_commands)
    for command in vars(module).values()
    if isinstance(command, type) and issubclass(command, commands.BoardCommand)
}


def fault(play: dict) -> str | None:
    """The first thing that is wrong in it, if anything is."""
    boards: dict[str, tuple[Board, Owners]] = {}
    for one in play["judged"]:
        board, owners = boards.setdefault(one["op"]["history"], (a_board(), Owners()))
        if found := fault_of(board, owners, one):
            return f"{found} (seed {play['seed']}): {one}"
    return None


def fault_of(board: Board, owners: Owners, one: dict) -> str | None:
    found = decided(board, one)
    if isinstance(found, Refused):
        return None if found.code == one.get("code") else f"here it is refused as {found.code}"
    event = msgspec.to_builtins(found)
    if undone := owners.meets(event, one["alias"], takes_back=one["isTurned"]):
        return undone
    if "event" not in one or found != msgspec.convert(one["event"], type(found)):
        return f"here it becomes {event}"
    board.apply(found)
    return None


def a_board() -> Board:
    words = Words(KINDS_OF_NOTES, COLOURS)
    zones = tuple(Zone(id=id, title=Both(en=id, id=id), kind="idea") for id in ("ideas", "wild"))
    return Board("s-t1", "w", "s", "t1", Columns(zones=zones), words)


def decided(board: Board, one: dict):
    asked = {k: v for k, v in one["op"].items() if k not in ("op", "history", "op_id")}
    command = COMMANDS[one["op"]["op"]]
    try:
        wish = msgspec.convert(asked, command)
        return wish.decide(board, by=Author("seat", alias=one["alias"]), at=one["now"])
    except Refused as refusal:
        return refusal

"""The workshop as an ordered outline to read and to copy: stage, step, team, zone, notes."""

import re
from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection

from workshop.languages import current_language
from workshop.methods import library
from workshop.outputs.outline import Outline, outline, step_title, zone_titles

# Whatever could begin a heading, a list, a link, a tag or emphasis.
SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~])")


def write(tx: Connection, workshop_id: str) -> bytes:
    """Every note that is not in the trash, once; a note's words cannot change the outline."""
    return "\n".join(lines(outline(tx, workshop_id), current_language())).encode()


def lines(whole: Outline, language: str) -> Iterator[str]:
    yield f"# {plain(whole.workshop.title)}"
    yield ""
    if whole.workshop.challenge:
        yield f"> {plain(whole.workshop.challenge)}"
        yield ""
    stage = None
    for step in whole.steps:
        if step["stage"] and step["stage"] != stage:
            stage = step["stage"]
            yield f"## {library.stages[stage].name.in_(language)}"
            yield ""
        yield from step_lines(whole, step, language)


def step_lines(whole: Outline, step: dict, language: str) -> Iterator[str]:
    yield f"### {plain(step_title(step, language))} ({step['minutes']}′)"
    yield ""
    teams = {team["id"]: team["name"] for team in whole.teams}
    for board in (board for board in whole.boards if board["step"] == step["id"]):
        if board["team"]:
            yield f"#### {plain(teams.get(board['team'], board['team']))}"
            yield ""
        yield from board_lines(whole, board, language)


def board_lines(whole: Outline, board: dict, language: str) -> Iterator[str]:
    by_zone = defaultdict(list)
    for note in whole.notes:
        if note["board_id"] == board["id"] and note["removed_at"] is None:
            by_zone[note["zone"]].append(note)
    for zone, title in zone_titles(board, language).items():
        if by_zone[zone]:
            yield f"**{plain(title)}**"
            yield ""
            yield from (note_line(note) for note in by_zone[zone])
            yield ""


def note_line(note: dict) -> str:
    letter = library.kinds[note["kind"]].letter
    author = f" — {plain(note['author'])}" if note["author"] else ""
    return f"- [{plain(letter)}] {plain(note['text'])}{author}"


def plain(text: str) -> str:
    """The words as they were written, on one line, with no sign that Markdown would take."""
    return SIGNS.sub(r"\\\1", " ".join(text.split()))

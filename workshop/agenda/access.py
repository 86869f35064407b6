"""Who may do what, where and when: the only place that says so.

What a person may not see answers exactly as what does not exist: `unknown`.
"""

from msgspec.structs import replace

from workshop.agenda.opens import opened
from workshop.aggregate import Aggregate, Author, Command, name_of
from workshop.boards.board import Board
from workshop.boards.commands import AddNote
from workshop.boards.picture_commands import SetPicture
from workshop.clerk import Op
from workshop.protocol import MEMBERS, roles_of
from workshop.refusals import Refused
from workshop.workshops.workshop import ERASED, FINISHED, Workshop


def admit_to_workshop(workshop: Workshop, root: Aggregate, op: Op, by: Author) -> Author:
    """Refuses `not_yours` to whoever may never ask this of a workshop."""
    if by.role == "server":
        return by
    if by.gone or by.role not in roles_of("workshop", name_of(op.command)):
        raise Refused("not_yours")
    return by


def admit_to_board(workshop: Workshop, board: Board, op: Op, by: Author) -> Author:
    """Refuses what this author may not do on this board in this phase."""
    if by.role == "server":
        return by
    if not may_read(workshop, board.id, by):
        raise Refused("unknown")
    if workshop.facts.state in (FINISHED, ERASED):
        raise Refused("finished")
    if by.gone or by.role not in roles_of("board", name_of(op.command)):
        raise Refused("not_yours")
    return by if by.leads else admit_writer(workshop, board, op.command, by)


def admit_writer(workshop: Workshop, board: Board, command: Command, by: Author) -> Author:
    """What the phase opens; and words that were written while it did, when they come late."""
    if not owns(workshop, board.id, by):
        raise Refused("not_yours")
    own = command.is_own(board, by.alias)
    if is_here(workshop, board.id, by):
        opens = workshop.agenda.phase.opens
        if opened(opens, type(command), own):
            return by
        if not own and opened(opens, type(command), own=True):
            raise Refused("not_yours")
    if not (own and is_late(workshop, board.id, command, by)):
        raise Refused("not_now")
    return replace(by, late=True)


def is_here(workshop: Workshop, board_id: str, by: Author) -> bool:
    """Whether the room works on this board now."""
    here = workshop.agenda.here
    return here is not None and workshop.agenda.board_of(here, by.team) == board_id


def is_late(workshop: Workshop, board_id: str, command: Command, by: Author) -> bool:
    """A note of a phase that opened writing on this board, and that the room has left; or the
    picture of such a note, which takes longer to come."""
    if not isinstance(command, AddNote | SetPicture) or command.during is None:
        return False
    agenda = workshop.agenda
    if command.during not in agenda.progress.visited or command.during == agenda.at.phase_id:
        return False
    step = agenda.step(command.during.partition("/")[0])
    phase = agenda.phase_at(command.during)
    return agenda.board_of(step, by.team) == board_id and opened(phase.opens, AddNote, own=True)


# Reading


def may_read(workshop: Workshop, board_id: str, by: Author) -> bool:
    """The table of `who may see what`: for a seat, by its role as it is now."""
    if not is_there(workshop, board_id):
        return False
    return by.leads or owns(workshop, board_id, by) or workshop.agenda.progress.shows == board_id


def may_show(workshop: Workshop, board_id: str) -> bool:
    """The screen: only what the desk shows."""
    return is_there(workshop, board_id) and workshop.agenda.progress.shows == board_id


def is_there(workshop: Workshop, board_id: str) -> bool:
    """Whether the room has come to that board, and the workshop is not erased."""
    try:
        workshop.agenda.team_of(board_id)
    except Refused:
        return False
    return workshop.facts.state != ERASED


def owns(workshop: Workshop, board_id: str, by: Author) -> bool:
    """Everybody's boards, and those of one's own team."""
    if by.role not in MEMBERS and not by.leads:
        return False
    return workshop.agenda.team_of(board_id) in (None, by.team)

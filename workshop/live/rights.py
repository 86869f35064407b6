"""Rights that were lost: whoever may no longer hear a history leaves its room at once."""

from workshop.clerk import clerks
from workshop.history import kind_of
from workshop.live import hub
from workshop.live.connections import Connection
from workshop.refusals import Refused
from workshop.workshops.workshop import Workshop


def review(app, workshop_history: str) -> None:
    """Looks again at all that this process's connections of a workshop hear: one look for all."""
    with app.app_context():
        workshop_id = workshop_history.partition(":")[2]
        heard = boards_heard(hub.connections.of(workshop_id))
        if not heard:
            return
        clerk = clerks.of(workshop_history, workshop_id)
        for connection, board in clerk.look(lambda workshop: lost(workshop, heard))[1]:
            hub.stop_hearing(connection, f"board:{board}")
            hub.send_here("closed", {"history": f"board:{board}"}, connection.sid)


def review_proofs() -> None:
    """Hangs up on whoever leads or watches with a session that was ended or a link withdrawn."""
    for connection in list(hub.connections.by_sid.values()):
        if connection.prove and not still_proven(connection):
            hub.socketio.server.disconnect(connection.sid)


def still_proven(connection: Connection) -> bool:
    try:
        return connection.prove()[1] == connection.listener
    except Refused:
        return False


def boards_heard(connections: list[Connection]) -> list[tuple[Connection, str]]:
    return [
        (connection, room.partition(":")[2])
        for connection in connections
        for room in connection.rooms
        if kind_of(room) == "board"
    ]


def lost(workshop: Workshop, heard: list[tuple[Connection, str]]) -> list[tuple[Connection, str]]:
    return [(one, board) for one, board in heard if not may_hear(workshop, one, board)]


def may_hear(workshop: Workshop, connection: Connection, board: str) -> bool:
    try:
        return connection.listener.hears(workshop, board)
    except Refused:  # a seat that is not there any more
        return False

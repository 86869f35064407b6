"""Rights that were lost: whoever may no longer hear a history leaves its room at once."""

from workshop.clerk import kind_of
from workshop.live import hub
from workshop.refusals import Refused


def review(app, workshop_history: str) -> None:
    """Looks again at all that this process's connections of a workshop hear."""
    with app.app_context():
        for connection in hub.connections.of(workshop_history.partition(":")[2]):
            for room in [room for room in connection.rooms if kind_of(room) == "board"]:
                if not may_hear(connection, room):
                    hub.stop_hearing(connection, room)
                    hub.send("closed", {"history": room}, connection.sid)


def may_hear(connection, room: str) -> bool:
    try:
        connection.listener.check(room)
    except Refused:
        return False
    return True

"""The sockets of this process and the connections on them, for all that send or listen."""

from contextlib import suppress

from flask import current_app
from flask_socketio import SocketIO
from werkzeug.local import LocalProxy

from workshop.live.connections import Connection, Connections

socketio = SocketIO()
connections: Connections = LocalProxy(lambda: current_app.extensions["connections"])


def hear(connection: Connection, history: str, alias: str | None) -> None:
    connection.rooms[history] = alias
    with suppress(KeyError):  # it has left meanwhile
        socketio.server.enter_room(connection.sid, history)
        if history in connection.boards:
            socketio.server.enter_room(connection.sid, room_of_company(history))


def stop_hearing(connection: Connection, history: str) -> None:
    connection.rooms.pop(history, None)
    connection.doing.pop(history, None)
    for room in (history, room_of_company(history)):
        socketio.server.leave_room(connection.sid, room)


def send(message: str, data: dict, room: str) -> None:
    """To a room, over all processes."""
    socketio.emit(message, data, to=room)


def send_here(message: str, data: dict, room: str | None = None) -> None:
    """To that room's connections of this process, to one by its sid, or to all of them."""
    socketio.emit(message, data, to=room, ignore_queue=True)


def room_of_counts(workshop_id: str) -> str:
    """Where desks and screens hear how many are here."""
    return f"counts:{workshop_id}"


def room_of_company(history: str) -> str:
    """Where those who are on a board hear of each other."""
    return f"company:{history}"

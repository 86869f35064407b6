"""Sockets: a browser says who it is, submits ops, and asks for what it missed."""

import logging
from functools import partial

from flask import current_app, request
from flask_socketio import ConnectionRefusedError
from gevent.monkey import is_module_patched
from socketio import Manager

from workshop.clerk import clerks
from workshop.clock import now
from workshop.database import StoreUnavailable
from workshop.live import catching_up, wire
from workshop.live.answers import refusal_answer
from workshop.live.company import company
from workshop.live.connections import Connection, Connections
from workshop.live.hub import (
    connections,
    hear,
    room_of_counts,
    send_here,
    socketio,
    stop_hearing,
)
from workshop.live.presence import presence
from workshop.live.proof import proven, proven_again
from workshop.live.transport import guard
from workshop.protocol import FACILITATORS, read_op
from workshop.refusals import Later, Refused

log = logging.getLogger(__name__)

LARGEST_FRAME = 64 * 1024


def init_app(app) -> None:
    settings = app.extensions["settings"]
    app.extensions["connections"] = Connections()
    socketio.init_app(
        app,
        async_mode="gevent" if is_module_patched("socket") else "threading",
        json=wire,
        client_manager=between_processes(settings.redis_url),
        max_http_buffer_size=LARGEST_FRAME,
        cors_allowed_origins=None,  # none but our own
        ping_interval=20,
        ping_timeout=15,
        serve_client=False,
    )
    guard(socketio.server)


def between_processes(redis_url: str) -> Manager | None:
    """What carries frames to other processes, where there are any."""
    if not redis_url:
        return None
    from workshop.live.relay import Relay  # its driver is there only where several serve

    return Relay(redis_url)


@socketio.on("connect")
def on_connect(auth: object = None):
    try:
        kind, listener = proven(auth)
        facts = listener.facts()
    except Refused as refusal:
        raise ConnectionRefusedError(refusal.code, {"code": refusal.code}) from None
    except StoreUnavailable:
        raise ConnectionRefusedError("storage", {"code": "storage"}) from None
    connection = Connection(request.sid, kind, listener)
    if connection.watches or facts["role"] in FACILITATORS:
        app = current_app._get_current_object()
        connection.prove = partial(proven_again, app, request.environ, auth)
    connections.add(connection)
    presence.came(listener)
    if connection.watches:
        socketio.server.enter_room(request.sid, room_of_counts(listener.workshop_id))
    welcome = {"now": now(), "workshop": listener.workshop_history} | facts
    send_here("welcome", welcome, request.sid)


@socketio.on("disconnect")
def on_disconnect(_reason: object = None):
    if connection := connections.by_sid.pop(request.sid, None):
        presence.went(connection.listener)


def answering(handler):
    """A handler's answer as a browser reads it; what nobody expected is a `fault`."""

    def handle(payload: object = None, *_rest: object) -> dict:
        connection = connections.by_sid.get(request.sid)
        if connection is None:
            return refusal_answer(Refused("unknown"))
        try:
            return handler(connection, payload)
        except Refused as refusal:
            return refusal_answer(refusal)
        except StoreUnavailable:
            return refusal_answer(Later("storage"))
        except Exception:
            log.exception("%s failed", handler.__name__)
            return refusal_answer(Refused("fault"))

    return handle


@socketio.on("submit")
@answering
def on_submit(connection: Connection, payload: object) -> dict:
    listener = connection.listener
    if listener.seat_id is None:
        raise Refused("not_yours")
    op = read_op(payload, listener.seat_id, now())
    connection.take(op)
    try:
        # Nothing before this line waits: so the queue has one connection's ops in their order.
        clerk = clerks.of(op.history, listener.workshop_id)
        done = clerk.perform(op, partial(connection.settled, op))
    except Later as later:
        raise connection.hold(op, later) from None
    finally:
        connection.unanswered -= 1
    return {"ok": True, "history": done.history, "seq": done.seq}


@socketio.on("catch_up")
@answering
def on_catch_up(connection: Connection, payload: object) -> dict:
    ask = catching_up.read(payload)
    if not connection.questions.take(now()):
        raise Later("slow_down", after=500)
    me = connection.listener.check(ask.history)
    # First, so that nothing slips between the history and the room.
    hear(connection, ask.history, me)
    return catching_up.answer(ask, connection.listener.workshop_id, me)


@socketio.on("leave")
@answering
def on_leave(connection: Connection, payload: object) -> dict:
    ask = catching_up.read(payload)
    stop_hearing(connection, ask.history)
    return {"ok": True}


@socketio.on("presence")
def on_presence(payload: object = None, *_rest: object) -> None:
    if connection := connections.by_sid.get(request.sid):
        company.hear(connection, payload, now())


@socketio.on("ping_clock")
@answering
def on_ping_clock(connection: Connection, payload: object) -> dict:
    return {"now": now()}


@socketio.on("*")
def on_anything_else(event: object = None, *_rest: object) -> dict:
    return refusal_answer(Refused("unknown"))

"""What the stock transport lacks: a cap on what a client sends, and on what one must be sent.

The names patched here are private to python-engineio, so its version is pinned and a test sends
a frame that is too big.
"""

import importlib.util
import logging

from engineio.async_drivers import gevent as driver

log = logging.getLogger(__name__)

LARGEST_MESSAGE = 64 * 1024
LONGEST_QUEUE = 200  # frames that a client may leave unread; then it is cut and comes back
SILENT = 5  # seconds that a socket may stay without saying who it is


class Capped(driver.WebSocketWSGI):
    """A WebSocket that is closed with 1009 before a huge message is in memory.

    Compression is not offered: it would be done once for every client.
    """

    def __init__(self, handler, server):
        super().__init__(handler, server)
        self.server_args["max_message_size"] = LARGEST_MESSAGE

    def __call__(self, environ, start_response):
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        return super().__call__(environ, start_response)


def cap() -> None:
    """Must run before the first SocketIO is made."""
    if importlib.util.find_spec("geventwebsocket"):
        raise RuntimeError("gevent-websocket must not be installed: it would replace the transport")
    driver._async["websocket"] = Capped


class Watchdog:
    """Looks at all sockets once a second, and closes those that stopped reading or speaking."""

    def __init__(self, server):
        self.server = server  # python-socketio's
        self.silent: dict[str, int] = {}

    def look(self) -> None:
        sockets = dict(self.server.eio.sockets)
        self.silent = {
            sid: self.silent.get(sid, 0) + 1 for sid in sockets if not self.has_spoken(sid)
        }
        for sid, socket in sockets.items():
            if socket.queue.qsize() > LONGEST_QUEUE:
                log.info("a client stopped reading: %d frames wait", socket.queue.qsize())
                self.cut(socket)
            elif self.silent.get(sid, 0) > SILENT:
                self.cut(socket)

    def has_spoken(self, sid: str) -> bool:
        return bool(self.server.manager.sid_from_eio_sid(sid, "/"))

    def cut(self, socket) -> None:
        self.server.start_background_task(socket.close, wait=False, abort=True)

"""What the stock transport lacks: a cap on what a client sends and on what one must be sent, and
frames that are made once for a whole room and leave whole.

The names patched here are private to python-engineio, so its version is pinned and a test sends
a frame that is too big.
"""

import importlib.util
import logging
import re
from contextlib import suppress
from functools import lru_cache, partial
from socket import SHUT_RDWR, SO_LINGER, SOL_SOCKET
from struct import pack

from engineio.async_drivers import gevent as driver
from gevent.pywsgi import WSGIHandler

from workshop.live.outgoing import Outgoing, Rest
from workshop.live.wire import Garbled

log = logging.getLogger(__name__)

LARGEST_MESSAGE = 64 * 1024
PACKETS = ("1", "2", "3", "4", "5", "6")  # the kinds of Engine.IO that a client may send
AT_ONCE = pack("ii", 1, 0)  # what was not read is forgotten
LONGEST_QUEUE = 200  # frames that a client may leave unread; then it is cut and comes back
SILENT = 5  # seconds that a socket may stay without saying who it is


class Capped(driver.WebSocketWSGI):
    """A WebSocket that is closed with 1009 before a huge message is in memory.

    Compression is not offered: it would be done once for every client.
    """

    def __init__(self, handler, server):
        super().__init__(partial(self.begin, handler), server)
        self.server_args["max_message_size"] = LARGEST_MESSAGE

    def __call__(self, environ, start_response):
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        self.connection = environ["wsgi.input"].raw._sock  # as simple-websocket finds it
        try:
            return super().__call__(environ, start_response)
        finally:
            self.hang_up()

    def begin(self, handler, _self) -> object:
        """Lets the engine's socket, whose method the handler is, send without detours."""
        socket = handler.__self__
        socket.websocket, self.ws.sock = self, InTurn(self.ws.sock, socket)
        if not socket.connected:  # it does not come from polling
            early, socket.queue = socket.queue, Outgoing(self.connection.fileno(), frame)
            while not early.empty():
                socket.queue.put(early.get())
        return handler(self)

    def wait(self) -> str | None:
        """The next message; None, which ends the connection, where it cannot be one."""
        said = super().wait()
        return said if isinstance(said, str) and said[:1] in PACKETS else None

    def send(self, message: str | bytes) -> None:
        """The whole frame, however slowly it is read: the stock one sends what fits, and the
        rest would be lost."""
        if not self.ws.connected:
            raise OSError("the browser has left")
        self.ws.sock.sendall(frame(message))

    def close(self) -> None:
        """Says goodbye, after all else has been said."""
        self.ws.sock = self.ws.sock.line
        with suppress(OSError):  # it is closed
            super().close()

    def hang_up(self) -> None:
        """Ends the connection; greenlets that wait on it wake."""
        with suppress(OSError):  # it has ended meanwhile
            self.connection.shutdown(SHUT_RDWR)

    def cut(self) -> None:
        """Ends the connection though its client has not read all."""
        with suppress(OSError):
            self.connection.setsockopt(SOL_SOCKET, SO_LINGER, AT_ONCE)
        self.hang_up()


class InTurn:
    """A browser's line, as simple-websocket uses it: what that says by itself, such as the answer
    to a ping, waits for its turn and never lies in the middle of a frame."""

    def __init__(self, line, socket):
        self.line, self.socket = line, socket
        self.recv, self.sendall, self.close = line.recv, line.sendall, line.close

    def send(self, frame: bytes) -> None:
        self.socket.queue.put(Rest(frame))


class Handler(WSGIHandler):
    """Reads no further request from a connection that was a WebSocket."""

    def handle_one_response(self) -> None:
        super().handle_one_response()
        if "HTTP_SEC_WEBSOCKET_KEY" in self.environ:
            self.close_connection = True


@lru_cache(maxsize=8)  # what a room is told is framed once for all of it
def frame(message: str | bytes) -> bytes:
    """A message as one WebSocket frame of a server, which is not masked."""
    if isinstance(message, Rest):
        return message
    text = isinstance(message, str)
    payload = message.encode() if text else message
    size = len(payload)
    if size < 126:
        length = bytes([size])
    elif size < 65_536:
        length = b"\x7e" + size.to_bytes(2)
    else:
        length = b"\x7f" + size.to_bytes(8)
    return (b"\x81" if text else b"\x82") + length + payload


def cap() -> None:
    """Must run before the first SocketIO is made."""
    if importlib.util.find_spec("geventwebsocket"):
        raise RuntimeError("gevent-websocket must not be installed: it would replace the transport")
    driver._async["websocket"] = Capped


# A connection, its end, or a message by name. Nothing that comes in bytes, and nothing in the name
# of what python-socketio tells itself.
MESSAGE = re.compile(r'0|1|2\d{0,18}\["(?!(?:dis)?connect")')


def guard(server) -> None:
    """Closes the line of a client that says what is no message, before anybody reads on."""
    read = server.eio.handlers["message"]

    def read_or_cut(sid: str, said: str | bytes) -> object:
        socket = server.eio.sockets[sid]
        if socket.closed:
            return None
        try:
            if not isinstance(said, str) or not MESSAGE.match(said):
                raise Garbled
            return read(sid, said)
        except Garbled:
            log.info("a client was cut: it said what is no message")
            return cut(socket)

    server.eio.on("message", read_or_cut)


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
                cut(socket)
            elif self.silent.get(sid, 0) > SILENT:
                cut(socket)

    def has_spoken(self, sid: str) -> bool:
        return bool(self.server.manager.sid_from_eio_sid(sid, "/"))


def cut(socket) -> None:
    """Closes a client's socket for good."""
    socket.close(wait=False, abort=True)
    if websocket := getattr(socket, "websocket", None):
        websocket.cut()

"""A WebSocket that speaks Socket.IO, by hand on a plain socket: slim enough for a thousand of them
in one process, and free to say what no library would."""

import base64
import json
import os
import select
import socket
import struct
from typing import Any, NamedTuple

WHERE = "/socket.io/?EIO=4&transport=websocket"
TEXT, BINARY, CLOSE, PING = 1, 2, 8, 9
AT_ONCE = 65_536  # bytes read at a time


class Cut(ConnectionError):
    """The other side has closed, with this code where it gave one."""

    def __init__(self, code: int | None = None):
        super().__init__(f"closed with {code}")
        self.code = code


class Line:
    """One connection to a server on this machine."""

    def __init__(self, port: int, cookie: str = "", receives: int | None = None):
        self.socket = socket.socket()
        self.frames = Frames()
        self.unheard: list[Said] = []  # what somebody read and left for the next
        if receives:  # bytes that the system keeps for us while we do not read
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receives)
        self.socket.settimeout(10)
        self.socket.connect(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.ready = select.poll()
        self.ready.register(self.socket, select.POLLIN)
        self.shake_hands(cookie)

    def shake_hands(self, cookie: str) -> None:
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET {WHERE} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n"
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: {key}\r\n\r\n".encode()
        )
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += self.some_bytes()
        head, _, rest = answer.partition(b"\r\n\r\n")
        if b" 101 " not in head.partition(b"\r\n")[0]:
            raise Cut()
        self.frames.buffer += rest

    def send(self, text: str) -> None:
        self.socket.sendall(frame(text.encode()))

    def emit(self, message: str, payload: object, ask: int | None = None) -> None:
        """A message of Socket.IO; with a number, its answer comes under that number."""
        self.send(f"42{'' if ask is None else ask}{json.dumps([message, payload])}")

    def receive(self, seconds: float) -> list["Said"]:
        """What has been said, waiting that long for it; raises `Cut` where nothing can come."""
        if unheard := self.unheard:
            self.unheard = []
            return unheard
        if self.ready.poll(seconds * 1_000):
            self.frames.buffer += self.some_bytes()
        said = [hear(text.decode()) for text in self.frames.whole()]
        if any(one.kind == "ping" for one in said):
            self.send("3")
        return said

    def some_bytes(self) -> bytes:
        got = self.socket.recv(AT_ONCE)
        if not got:
            raise Cut()
        return got

    def close(self) -> None:
        self.socket.close()

    def reset(self) -> None:
        """Ends it as a lost network does, without a word."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()


class Frames:
    """Bytes as they arrive, and the whole messages among them."""

    def __init__(self):
        self.buffer = bytearray()

    def whole(self) -> list[bytes]:
        """The messages that have arrived; raises `Cut` at the one that closes."""
        found, at, data = [], 0, self.buffer
        while len(data) - at >= 2:
            size, begins = data[at + 1], at + 2
            if size >= 126:
                kind, width = ("!H", 2) if size == 126 else ("!Q", 8)
                if len(data) < begins + width:
                    break
                (size,) = struct.unpack_from(kind, data, begins)
                begins += width
            ends = begins + size
            if len(data) < ends:
                break
            if data[at] & 15 == CLOSE:
                raise Cut(int.from_bytes(data[begins : begins + 2]) if size else None)
            found.append(bytes(data[begins:ends]))
            at = ends
        del data[:at]
        return found


class Said(NamedTuple):
    """What a server says: `ask` is the number of the question that it answers."""

    kind: str
    ask: int | None = None
    name: str | None = None
    data: Any = None


KINDS = {"0": "open", "2": "ping", "40": "joined", "41": "left", "44": "refused"}


def hear(text: str) -> Said:
    if text[:1] == "4" and text[2:3] == "/":  # of a namespace that is not ours
        return Said("other")
    if text.startswith("42"):
        name, *data = json.loads(text[2:])
        return Said("message", None, name, data[0] if data else None)
    if text.startswith("43"):
        number, _, answer = text[2:].partition("[")
        return Said("answer", int(number), None, json.loads("[" + answer)[0])
    kind = KINDS.get(text[:2]) or KINDS.get(text[:1], "other")
    return Said(kind, data=json.loads(text[2:]) if kind in ("joined", "refused") else None)


def frame(payload: bytes, kind: int = TEXT, final: bool = True) -> bytes:
    """As a browser frames it, behind a mask."""
    size = len(payload)
    mask = os.urandom(4)
    stretched = int.from_bytes((mask * (size // 4 + 1))[:size])
    masked = (int.from_bytes(payload) ^ stretched).to_bytes(size)
    if size < 126:
        length = bytes([0x80 | size])
    elif size < 65_536:
        length = b"\xfe" + struct.pack("!H", size)
    else:
        length = b"\xff" + struct.pack("!Q", size)
    return bytes([(0x80 if final else 0) | kind]) + length + mask + masked

"""Under which addresses this machine can be reached by the phones in the room."""

import ctypes
import re
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from ctypes.util import find_library
from typing import NamedTuple

UP, LOOPBACK = 0x1, 0x8

# Interfaces that lead to tunnels, containers and virtual machines, not into the room.
ELSEWHERE = re.compile(
    r"docker|podman|cni|flannel|cali|veth|br-|virbr|lxc|lxd|vmnet|vboxnet|bridge"
    r"|tun|tap|utun|wg|ppp|ipsec|tailscale|zt|nebula|awdl|llw|anpi"
)


class Address(NamedTuple):
    """One address of this machine."""

    host: str
    interface: str

    @property
    def leads_elsewhere(self) -> bool:
        """Through a VPN or to containers: phones in the room cannot come that way."""
        return ELSEWHERE.match(self.interface) is not None


def addresses() -> list[Address]:
    """All addresses of active interfaces, the likeliest first; VPN and containers last."""
    towards_outside = outgoing()
    return sorted(
        active(),
        key=lambda one: (one.leads_elsewhere, one.host != towards_outside, one.interface),
    )


def outgoing() -> str | None:
    """The address that this machine would go out from; nothing is sent to find it."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outside:
        outside.connect(("192.0.2.1", 9))
        return outside.getsockname()[0]
    return None


def active() -> Iterator[Address]:
    """What the system's own getifaddrs tells; nothing where there is no such call."""
    with suppress(OSError, AttributeError):
        for entry in interface_entries():
            address = address_in(entry)
            if address and entry.flags & UP and not entry.flags & LOOPBACK:
                yield Address(address, entry.name.decode(errors="replace"))


class Entry(ctypes.Structure):
    """`struct ifaddrs`, as far as Linux, macOS and the BSDs agree."""


Entry._fields_ = [
    ("next", ctypes.POINTER(Entry)),
    ("name", ctypes.c_char_p),
    ("flags", ctypes.c_uint),
    ("address", ctypes.POINTER(ctypes.c_ubyte)),
]


def interface_entries() -> Iterator[Entry]:
    system = ctypes.CDLL(find_library("c"), use_errno=True)
    entries = ctypes.POINTER(Entry)()
    if system.getifaddrs(ctypes.byref(entries)):
        raise OSError(ctypes.get_errno(), "the interfaces cannot be listed")
    try:
        at = entries
        while at:
            yield at.contents
            at = at.contents.next
    finally:
        system.freeifaddrs(entries)


def address_in(entry: Entry) -> str | None:
    """The IPv4 address of an entry; `struct sockaddr` begins differently on each system."""
    if not entry.address:
        return None
    starts_with_length = sys.platform == "darwin" or "bsd" in sys.platform
    family = entry.address[1] if starts_with_length else sockaddr_family(entry)
    return socket.inet_ntoa(bytes(entry.address[4:8])) if family == socket.AF_INET else None


def sockaddr_family(entry: Entry) -> int:
    return int.from_bytes(bytes(entry.address[0:2]), sys.byteorder)

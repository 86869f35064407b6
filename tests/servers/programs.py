"""Finding and starting the programs that tests run beside themselves."""

import importlib.util
import os
import pwd
import random
import shutil
import socket
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def in_wheel(module: str, pattern: str) -> Path | None:
    """A file that an installed package carries, found without importing the package."""
    spec = importlib.util.find_spec(module)
    return next(Path(spec.origin).parent.glob(pattern), None) if spec else None


def on_path(names: Iterable[str]) -> Path | None:
    found = filter(None, map(shutil.which, names))
    return next(map(Path, found), None)


def free_port() -> int:
    """Below the ports that outgoing connections are given, so that a server which is down for a
    moment finds its own still free."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


def wait_until(question: Callable[[], T], seconds: float = 15) -> T:
    """Asks until the answer is true, and gives it; what is raised meanwhile counts as no."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            if answer := question():
                return answer
        except Exception:
            if time.monotonic() > deadline:
                raise
        if time.monotonic() > deadline:
            raise TimeoutError(f"not true within {seconds} s: {question}")
        time.sleep(0.02)


def without_rights() -> dict:
    """How subprocess starts what refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}

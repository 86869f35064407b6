"""The server under load: started as a user starts it, on a core of its own, and watched."""

import os
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple

from tests.servers.programs import free_port

ROOT = Path(__file__).resolve().parents[1]
CORE, OURS = 0, 1  # the server's, and that of whoever loads it
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


class Process(NamedTuple):
    """What it has used so far."""

    cpu: float  # seconds
    memory: int  # bytes

    @classmethod
    def of(cls, pid: int) -> "Process":
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        resident = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return cls((int(fields[11]) + int(fields[12])) / TICKS, resident * PAGE)


class Server:
    def __init__(self, data: Path, *options: str):
        self.data = data
        self.port = free_port()
        self.options = options
        self.page_after = 0.0  # seconds from the start to the first page

    def start(self) -> None:
        where = ["--host", "127.0.0.1", "--port", str(self.port), "--data", str(self.data)]
        command = [sys.executable, "-m", "workshop", "serve", *where, *self.options]
        begins = monotonic()
        self.process = subprocess.Popen(
            [*on_core(CORE), *command], cwd=ROOT, stdout=subprocess.DEVNULL
        )
        while not self.gives_a_page():
            sleep(0.01)
        self.page_after = monotonic() - begins

    def gives_a_page(self) -> bool:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{self.port}/j", timeout=10).read()
        except urllib.error.HTTPError as page:
            return b"<html" in page.read()  # a page, though nobody is in charge yet
        except OSError:
            return False
        return True

    def used(self) -> Process:
        return Process.of(self.process.pid)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(15)


def on_core(core: int) -> list[str]:
    return ["taskset", "-c", str(core)] if shutil.which("taskset") else []


@contextmanager
def serving(data: Path, *options: str):
    server = Server(data, *options)
    server.start()
    try:
        yield server
    finally:
        server.stop()

"""Sanggar as a person starts it: a process of its own, reached over the network."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.servers.programs import free_port, wait_until

ROOT = Path(__file__).resolve().parents[2]


class Served:
    """A server with its data folder and its port; it keeps both when it is killed and started
    again. Its log holds what every start has said."""

    def __init__(self, folder: Path, options: tuple[str, ...], settings: dict[str, str]) -> None:
        self.data = folder / "data"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        # For browsers: here, as on a venue's Wi-Fi, a page is no secure context.
        self.address = f"http://sanggar.test:{self.port}"
        self.options = options
        self.settings = settings
        self.log_file = folder / "server.log"
        self.process: subprocess.Popen | None = None

    @property
    def command(self) -> list[str]:
        where = f"--host 127.0.0.1 --port {self.port} --data".split()
        return [sys.executable, "-P", "-m", "workshop", "serve", *where, str(self.data)]

    def start(self) -> None:
        with self.log_file.open("a") as log:
            self.process = subprocess.Popen(
                [*self.command, *self.options],
                cwd=self.log_file.parent,
                env=environment(self.settings),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        wait_until(self.answers, seconds=30)

    def answers(self) -> bool:
        if self.process.poll() is not None:
            pytest.fail(f"the server ended with {self.process.returncode}:\n{self.log}")
        return self.get("/healthz").status == 200

    def get(self, path: str):
        return urllib.request.urlopen(self.url + path, timeout=10)

    def kill(self) -> None:
        """Ends it as a power cut does."""
        self.process.kill()
        self.process.wait()

    def stop(self, seconds: float = 15) -> int:
        """Asks it to end, as an operator does, and gives its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds)

    def restart(self) -> None:
        self.kill()
        self.start()

    @property
    def log(self) -> str:
        return self.log_file.read_text(errors="replace") if self.log_file.exists() else ""

    def said(self, pattern: str) -> re.Match:
        """Waits until the log holds a line of this kind."""
        return wait_until(lambda: re.search(pattern, self.log, re.MULTILINE))


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Starts servers that end with the test: `serve("--demo", tick_ms=50)`; a setting is given
    by its name, two servers of one test share nothing unless `folder` says so."""
    started: list[Served] = []

    def serve(*options: str, folder: Path | None = None, **settings) -> Served:
        folder = folder or tmp_path / f"served-{len(started)}"
        folder.mkdir(parents=True, exist_ok=True)
        served = Served(folder, options, {name: str(value) for name, value in settings.items()})
        started.append(served)
        served.start()
        return served

    yield serve
    for served in started:
        if served.process:
            served.kill()
        print(f"--- what the server at {served.url} said\n{served.log}")


def environment(settings: dict[str, str]) -> dict[str, str]:
    """This one, with no setting but those given."""
    inherited = {name: value for name, value in os.environ.items() if "SANGGAR_" not in name}
    given = {f"SANGGAR_{name.upper()}": value for name, value in settings.items()}
    return inherited | given | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}

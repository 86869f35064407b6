"""Sanggar as a person starts it: a process of its own, reached over the network."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest

from tests.servers.programs import free_port, wait_until

ROOT = Path(__file__).resolve().parents[2]
# As bin/run does it: the checkout is found from anywhere.
CHECKOUT = ["env", f"PYTHONPATH={ROOT}", sys.executable, "-P", "-m", "workshop"]


class Served:
    """A server with its data folder and its port; it keeps both when it is killed and started
    again. Its log holds what every start has said."""

    def __init__(self, program: list[str], options: tuple[str, ...], folder: Path, settings: dict):
        self.folder = folder
        self.data = folder / "data"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        # For browsers: here, as on a venue's Wi-Fi, a page is no secure context.
        self.address = f"http://sanggar.test:{self.port}"
        where = ["--host", "127.0.0.1", "--port", str(self.port), "--data", str(self.data)]
        self.command = [*program, "serve", *where, *options]
        self.environment = environment(settings)
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        with (self.folder / "log").open("a") as log:
            self.process = subprocess.Popen(
                self.command,
                cwd=self.folder,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        wait_until(self.answers, seconds=60)

    def answers(self) -> bool:
        if self.process.poll() is not None:
            pytest.fail(f"the server ended with {self.process.returncode}:\n{self.log}")
        return self.get("/healthz").status == 200

    def get(self, path: str) -> HTTPResponse:
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
        return (self.folder / "log").read_text(errors="replace")

    def said(self, pattern: str) -> re.Match:
        """Waits until the log holds a line of this kind."""
        return wait_until(lambda: re.search(pattern, self.log, re.MULTILINE))


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Starts servers that end with the test: `serve("--demo", tick_ms=50)`.

    A setting is given by its name. Two servers share nothing, unless they are given the same
    database_url and redis_url; another `program` than the checkout's may serve.
    """
    started: list[Served] = []

    def serve(*options: str, program: list[str] = CHECKOUT, **settings: object) -> Served:
        folder = tmp_path / f"served-{len(started) + 1}"
        folder.mkdir()
        started.append(served := Served(program, options, folder, settings))
        served.start()
        return served

    yield serve
    for served in started:
        if served.process:
            served.kill()
        print(f"What the server at {served.url} said:\n{served.log}")


def environment(settings: dict) -> dict[str, str]:
    """The one we are in, with no settings but those given."""
    left_out = ("SANGGAR_", "PYTHONPATH")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    given = {f"SANGGAR_{name.upper()}": str(value) for name, value in settings.items()}
    return kept | given | {"PYTHONUNBUFFERED": "1"}

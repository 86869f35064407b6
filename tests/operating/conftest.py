"""The command `workshop`, typed by an operator."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workshop.cli import main


class Operator:
    """Types commands about one data folder."""

    def __init__(self, data: Path):
        self.data = data

    def types(self, *words: object, answer: str | None = None) -> Result:
        command = [str(word) for word in (*words, "--data", self.data)]
        return CliRunner().invoke(main, command, input=answer)

    def gets(self, *words: object, **more) -> str:
        """What is printed when it works."""
        ended = self.types(*words, **more)
        assert ended.exit_code == 0, refusal(ended)
        return ended.output

    def is_refused(self, *words: object, **more) -> str:
        """The one sentence when it does not."""
        ended = self.types(*words, **more)
        assert ended.exit_code == 1
        return refusal(ended)


def refusal(ended: Result) -> str:
    """`sys.exit` prints its sentence; the runner keeps it."""
    assert isinstance(ended.exception, SystemExit), ended.exception
    return str(ended.exception.code)


@pytest.fixture
def operator(app) -> Operator:
    """Of a Sanggar that nobody serves."""
    return Operator(app.extensions["settings"].data)

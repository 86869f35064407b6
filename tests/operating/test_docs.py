"""What operators and programmers are told is all there is."""

from pathlib import Path

import msgspec
import pytest

from workshop.cli import main
from workshop.outputs.json_writer import PARTS, SECRET
from workshop.settings import PREFIX, Settings
from workshop.workshops.tables import workshops

DOCS = Path(__file__).parents[2] / "docs"
OPERATING = (DOCS / "operating.md").read_text()
EXPORT = (DOCS / "export.md").read_text()

FOR_DEVELOPERS = {"migration"}


@pytest.mark.parametrize("field", msgspec.structs.fields(Settings), ids=lambda field: field.name)
def test_every_setting_is_told(field):
    assert f"| `{PREFIX}{field.name.upper()}` |" in OPERATING


@pytest.mark.parametrize("name", sorted(main.commands.keys() - FOR_DEVELOPERS))
def test_every_command_is_told(name):
    assert f"| `{name}" in OPERATING


def test_every_part_and_every_column_of_the_json_is_told():
    lines = [line for line in EXPORT.splitlines() if line.startswith("| `")]
    told = {line.split("`")[1]: line for line in lines}
    for name, part in {**PARTS, "workshop": None}.items():
        table = part.table if part else workshops
        left_out = {"workshop_id", *(part.without if part else SECRET)}
        for column in table.columns:
            if column.name not in left_out:
                assert f"`{column.name}`" in told[name], f"{name}: {column.name}"

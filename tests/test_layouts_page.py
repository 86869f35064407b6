"""docs/layouts.md shows every layout that a method may have, on every device."""

import re
from itertools import product
from pathlib import Path

from workshop.methods.library import Library

DOCS = Path(__file__).parents[1] / "docs"
SHOWN = re.findall(r'<img src="([^"]+)"', (DOCS / "layouts.md").read_text())
HEAVIEST = 60 * 1024


def test_every_layout_is_shown_on_every_device_in_light_and_in_dark():
    layouts = {method.layout.type for method in Library.load().methods.values()}
    devices, looks = ("laptop", "screen", "phone"), ("light", "dark")

    assert sorted(SHOWN) == sorted(
        f"layouts/{'-'.join(one)}.webp" for one in product(layouts, devices, looks)
    )


def test_every_picture_of_it_is_there_and_small():
    assert {file.name for file in (DOCS / "layouts").iterdir()} == {Path(one).name for one in SHOWN}
    assert [one for one in SHOWN if (DOCS / one).stat().st_size > HEAVIEST] == []

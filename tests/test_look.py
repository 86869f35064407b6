import re
from pathlib import Path

import pytest

from tests.colour import colour, contrast, declared, note_colours, worn
from tests.programs import load_program

ROOT = Path(__file__).parent.parent
SHEETS = sorted((ROOT / "static/css").glob("*.css"))
THEMES = ("light", "dark", "contrast")
STAGES = ("warmup", "empathise", "define", "ideate", "prototype", "test", "closer")

# What is read on what.
READ = [
    *(
        (ink, ground)
        for ink in ("ink", "ink-2", "ink-3")
        for ground in ("paper", "surface", "sunk")
    ),
    *((ink, "accent-soft") for ink in ("ink", "ink-3", "accent")),
    *((ink, ground) for ink in ("accent", "soga", "danger") for ground in ("paper", "surface")),
    *((ink, f"{ink}-soft") for ink in ("soga", "good", "warn", "danger")),
    *((f"stage-{stage}", "paper") for stage in STAGES),
    ("on-accent", "accent"),
    ("on-accent", "accent-deep"),
    ("good", "paper"),
    ("warn", "paper"),
    ("paper", "ink"),
    ("print-ink", "print-paper"),
    ("print-ink-2", "print-paper"),
    ("print-soga", "print-paper"),
]
# What is only seen: borders of things one can use.
SEEN = [("edge", "paper"), ("edge", "surface")]


def test_black_and_white_are_as_far_apart_as_can_be():
    assert contrast((0, 0, 0), (1, 0, 0)) == pytest.approx(21, abs=0.01)


def test_the_dark_that_is_wished_and_the_dark_that_is_chosen_are_alike():
    assert declared("wished dark") == declared("dark")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), READ)
def test_ink_can_be_read_on_its_ground(theme, ink, ground):
    tokens = worn(theme)
    assert contrast(colour(tokens[ink]), colour(tokens[ground])) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("edge", "ground"), SEEN)
def test_the_edge_of_what_one_can_use_is_seen(theme, edge, ground):
    tokens = worn(theme)
    assert contrast(colour(tokens[edge]), colour(tokens[ground])) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_every_note_can_be_read_and_so_can_its_letter(theme):
    notes = note_colours(theme)
    assert len(notes) == 10
    for name, note in notes.items():
        assert contrast(note["ink"], note["paper"]) >= 4.5, name
        assert contrast(note["letter"], note["tab"]) >= 4.5, name


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_colours_are_named_in_the_tokens_alone(sheet):
    named = re.findall(
        r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)|\b(?:rgb|hsl|oklch|oklab)\(", sheet.read_text()
    )
    assert sheet.stem == "tokens" or not named


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_layers_decide_who_wins(sheet):
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL)
    allowed = "[hidden] { display: none !important; }"  # no part may undo it
    assert "!important" not in text.replace(allowed, "")
    outside = re.sub(r"@font-face\s*\{[^}]*\}", "", text)
    assert outside.lstrip().startswith("@layer")


def test_every_icon_that_is_named_is_in_the_picture_and_no_other():
    icons = load_program("icons")
    assert icons.named() == set(icons.SYMBOL.findall(icons.SPRITE.read_text()))

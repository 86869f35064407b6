"""The stylesheets say nothing that nobody uses."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
CLASS = re.compile(r"\.([a-z][\w-]*)")
WORD = re.compile(r"[A-Za-z][\w-]*")
# Where a page or a script names classes: in its class attributes, and in what it quotes.
NAMING = {
    "templates": re.compile(r'class="((?:[^"{]|\{\{.*?\}\}|\{%.*?%\})*)"|\{[{%].*?[}%]\}'),
    "static/js": re.compile(r'"[^"\n]*"|`[^`]*`'),
    "workshop": re.compile(r'"[\w -]+"'),
}
# `leg--{{ leg.standing }}` and `timer--${name}`: the page puts the end of the name there.
OPEN_END = re.compile(r"([\w-]*|\})--(?:\{\{|\$\{|\{%)")


CARDS = {"note", "row", "cluster"}  # whose states are added to whichever of them it is


def classes() -> dict[str, str]:
    """Every class that a stylesheet selects, and the sheet."""
    found = {}
    for sheet in sorted((ROOT / "static" / "css").glob("*.css")):
        rules = COMMENT.sub("", sheet.read_text())
        for selectors in re.findall(r"([^{};]+)\{", rules):
            found |= dict.fromkeys(CLASS.findall(selectors), sheet.name)
    return found


def sources() -> list[tuple[str, str]]:
    """What may name a class: the folder, and the text of each of its files."""
    return [
        (folder, path.read_text())
        for folder in NAMING
        for path in (ROOT / folder).rglob("*.*")
        if path.suffix in {".html", ".js", ".py"}
    ]


def test_every_class_of_a_stylesheet_is_named_by_a_page_or_a_script():
    texts = sources()
    all_words = {word for _, text in texts for word in WORD.findall(text)}
    open_ends = {block for _, text in texts for block in OPEN_END.findall(text)}
    named = {
        word
        for folder, text in texts
        for found in NAMING[folder].finditer(text)
        for word in WORD.findall(found[0])
    }

    def is_named(name: str) -> bool:
        block, _, end = name.rpartition("--")
        if block in CARDS and end in named:
            return True
        return name in named or (block in open_ends and end in all_words)

    unnamed = {f"{sheet}: {name}" for name, sheet in classes().items() if not is_named(name)}
    assert unnamed == set()

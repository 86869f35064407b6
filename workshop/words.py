"""The translations: English sentences are the keys, the .po files of a language the answers.

Each feature keeps its own .po file; together they are one catalogue. What the scripts say is
given to the browser by itself, so that a phone loads no word that its page cannot say.
"""

import json
import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from babel.messages.pofile import read_po

Catalogue = dict[str, tuple[str, ...]]

SELECTIONS = 64  # of words; strangers may ask for any

# t("…") and tn("…", …) of scripts. bin/words reads them with a real reader of JavaScript, which
# takes half a second; a test holds both against each other.
SAID = re.compile(r'\btn?\(\s*("(?:[^"\\]|\\.)+")')


class Words:
    """Every language's catalogue and, of each, the part that scripts say; made of files."""

    def __init__(self, files: list[Path]):
        self.catalogues: dict[str, Catalogue] = {}
        for file in files:
            if file.suffix == ".po":
                self.catalogues.setdefault(file.parent.name, {}).update(read_catalogue(file))
        self.said = {file: said_by(file) for file in files if file.suffix == ".js"}
        self.made: dict[tuple[str, frozenset[Path]], ScriptWords] = {}

    def for_scripts(self, language: str, scripts: Iterable[Path] | None = None) -> "ScriptWords":
        """What these scripts say, or all of them, in that language."""
        catalogue = self.catalogues.get(language, {})
        which = frozenset(self.said if scripts is None else scripts)
        if (language, which) not in self.made:
            said = {key for script in which for key in self.said.get(script, ())}
            if len(self.made) >= SELECTIONS:
                self.made.clear()
            words = {key: catalogue[key] for key in said & catalogue.keys()}
            self.made[language, which] = ScriptWords(words)
        return self.made[language, which]


class ScriptWords:
    """One language's words for scripts: a JSON text and the name of this very text."""

    def __init__(self, words: Catalogue):
        text = json.dumps(words, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        self.body = text.encode()
        self.version = sha256(self.body).hexdigest()[:10]


def read_catalogue(file: Path) -> Catalogue:
    """A sentence without its translation is left out, so that its English shows."""
    with file.open("rb") as lines:
        messages = read_po(lines, ignore_obsolete=True)
    return {
        key_of(message.id): forms
        for message in messages
        if message.id and not message.fuzzy and (forms := forms_of(message.string))
    }


def said_by(script: Path) -> set[str]:
    return {json.loads(literal) for literal in SAID.findall(script.read_text("utf-8"))}


def key_of(message: str | tuple[str, ...]) -> str:
    """Of a sentence with two forms, the singular is the key."""
    return message if isinstance(message, str) else message[0]


def forms_of(strings: str | tuple[str, ...]) -> tuple[str, ...]:
    """What is there: Indonesian has one form, whatever a file says of two."""
    return tuple(form for form in ([strings] if isinstance(strings, str) else strings) if form)

"""The translations: English sentences are the keys, the .po files of a language the answers.

Each feature keeps its own .po file; together they are one catalogue. What the scripts say is
given to the browser by itself, so that a phone loads no word that its page cannot say.
"""

import json
import re
from hashlib import sha256
from pathlib import Path

from babel.messages.pofile import read_po

Catalogue = dict[str, tuple[str, ...]]

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
        said = {key for file in files if file.suffix == ".js" for key in said_by(file)}
        self.for_scripts = {
            language: ScriptWords({key: catalogue[key] for key in said & catalogue.keys()})
            for language, catalogue in self.catalogues.items()
        }


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

"""Which language a person reads, and sentences in it.

`_("Add {name}", name=…)` speaks the language of the present request; sockets, letters and papers
have none, so they ask for one: `_ = gettext("id")`. Placeholders look the same in Python, in
templates and in scripts: `{name}`.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from flask import (
    Blueprint,
    Flask,
    current_app,
    g,
    has_request_context,
    redirect,
    request,
    url_for,
)
from markupsafe import escape
from msgspec import Struct
from werkzeug import Response

from workshop import assets, cookies, folder
from workshop.addresses import local_path
from workshop.headers import FOR_EVER
from workshop.watching import Watched
from workshop.words import Catalogue, ScriptWords, Words

NAMES = {"id": "Bahasa Indonesia", "en": "English"}
DEFAULT = "id"
# What browsers call them; old Androids still say "in" for Indonesian.
TAGS = {"id": "id", "in": "id", "en": "en"}

pages = Blueprint("languages", __name__)


class Both(Struct, frozen=True):
    """A text that was written in both languages, as methods and agendas are."""

    en: str
    id: str

    def in_(self, language: str) -> str:
        return getattr(self, language)


class Speech(Struct, frozen=True):
    """One language, to be called as `_`."""

    language: str
    catalogue: Catalogue

    def __call__(self, message: str, /, **facts: Any) -> str:
        return fill(self.find(message), facts)

    def plural(self, one: str, many: str, n: int, /, **facts: Any) -> str:
        """`many` as said of `n` things, which the sentence may name as `{n}`."""
        return fill(self.find_plural(one, many, n), {"n": n, **facts})

    def find(self, message: str) -> str:
        return self.catalogue.get(message, (message,))[0]

    def find_plural(self, one: str, many: str, n: int) -> str:
        forms = self.catalogue.get(one, (one, many))  # Indonesian has one form for all numbers
        return forms[0] if n == 1 else forms[-1]


def fill(sentence: str, facts: dict[str, Any]) -> str:
    return sentence.format(**facts) if facts else sentence


def gettext(language: str) -> Speech:
    """The sentences of one language, for everything that has no request."""
    return Speech(language, all_words().catalogues.get(language, {}))


def _(message: str, /, **facts: Any) -> str:
    """A sentence in the language of the person who asks."""
    return gettext(current_language())(message, **facts)


def ngettext(one: str, many: str, n: int, /, **facts: Any) -> str:
    return gettext(current_language()).plural(one, many, n, **facts)


def N_(message: str) -> str:
    """Marks a sentence that is said later, when its reader is known."""
    return message


def say(text: Both) -> str:
    """The reader's half of a text in both languages."""
    return text.in_(current_language())


def current_language() -> str:
    """What the person chose, else what the browser asks for, else Indonesian."""
    if not has_request_context():
        return DEFAULT
    if "language" not in g:
        g.language = chosen_language() or asked_language()
    return g.language


def chosen_language() -> str | None:
    choice = cookies.read("language")
    return choice if choice in NAMES else None


def asked_language() -> str:
    return TAGS[request.accept_languages.best_match(TAGS, DEFAULT)]


def remember_language(response: Response, language: str) -> None:
    cookies.keep(response, "language", language, days=365)


@pages.post("/language")
def choose_language() -> Response:
    response = redirect(local_path(request.form.get("next")), 303)
    if request.form.get("language") in NAMES:
        remember_language(response, request.form["language"])
    return response


@pages.get("/words/<language>.<version>.json")
def script_words(language: str, version: str) -> Response:
    """What scripts say, all or those of some islands; one address is one text for ever."""
    if language not in all_words().catalogues:
        return current_app.response_class("{}", mimetype="application/json")
    words = script_words_of(language, request.args.get("of"))
    response = current_app.response_class(words.body, mimetype="application/json")
    response.headers["Cache-Control"] = FOR_EVER if version == words.version else "no-cache"
    return response


def script_words_of(language: str, islands: str | None) -> ScriptWords:
    if islands is None:
        return all_words().for_scripts(language)
    modules = assets.needed_by("js/app.js", *assets.island_paths(islands.split()))
    return all_words().for_scripts(language, (folder("static") / path for path in modules))


def words_of(islands: Iterable[str]) -> dict[str, str] | None:
    """Where this reader's scripts find what they say: at first, and all of it.

    English scripts carry their words already.
    """
    language = current_language()
    if language not in all_words().catalogues:
        return None
    names = " ".join(islands)
    first, every = script_words_of(language, names), script_words_of(language, None)
    return {
        "first": url_for(
            "languages.script_words", language=language, version=first.version, of=names
        ),
        "all": url_for("languages.script_words", language=language, version=every.version),
    }


def all_words() -> Words:
    return current_app.extensions["words"]()


# Templates: a sentence is text, and so are its facts, except those that are markup already.


def say_markup(message: str, /, **facts: Any) -> str:
    return fill(escape(gettext(current_language()).find(message)), facts)


def say_markup_plural(one: str, many: str, n: int, /, **facts: Any) -> str:
    sentence = gettext(current_language()).find_plural(one, many, n)
    return fill(escape(sentence), {"n": n, **facts})


def init_app(app: Flask) -> None:
    watched = [Path(__file__).parent / "translations", folder("static") / "js"]
    app.extensions["words"] = Watched(watched, (".po", ".js"), Words)
    app.register_blueprint(pages)
    app.jinja_env.globals.update(
        _=say_markup,
        ngettext=say_markup_plural,
        say=say,
        language=current_language,
        language_names=NAMES,
        words_of=words_of,
    )
    app.jinja_env.filters["say"] = say

import json
import re

import pytest

from tests.programs import load_program
from tests.shell import open_shell
from workshop import languages
from workshop.languages import Both, gettext
from workshop.words import read_catalogue


@pytest.fixture(scope="module")
def words():
    return load_program("words")


@pytest.fixture
def app(tmp_path):
    return open_shell(tmp_path)


@pytest.fixture
def ben(app):
    return app.test_client()


def test_every_sentence_is_translated_once_with_the_same_placeholders(words):
    assert list(words.find_complaints(words.gather(), words.read_files())) == []


@pytest.mark.parametrize(
    ("file", "complaint"),
    [
        ('msgid "Gone"\nmsgstr "Hilang"', "nobody says"),
        ('msgid "Add {name}"\nmsgstr "Tambah {nama}"', "other placeholders"),
        ('msgid "Add {name}"\nmsgstr ""', "no translation"),
        ('msgid "Add"\nmsgstr "Tambah di sini.Tambah di sini."', "says a sentence twice"),
    ],
)
def test_a_translation_that_is_not_right_is_found(words, file, complaint, tmp_path, monkeypatch):
    (tmp_path / "a.po").write_text(f'msgid ""\nmsgstr ""\n\n{file}\n')
    monkeypatch.setattr(words, "TRANSLATIONS", tmp_path)
    said = {"Add {name}": words.Sentence("Add {name}", ["workshop/a/b.py"])}
    assert any(complaint in line for line in words.find_complaints(said, words.read_files()))


def test_two_files_may_not_say_one_thing_in_two_ways(words, tmp_path, monkeypatch):
    for name, answer in (("a", "Tambah"), ("b", "Tambahkan")):
        (tmp_path / f"{name}.po").write_text(f'msgid "Add"\nmsgstr "{answer}"\n')
    monkeypatch.setattr(words, "TRANSLATIONS", tmp_path)
    said = {"Add": words.Sentence("Add", ["workshop/a/b.py"])}
    assert list(words.find_complaints(said, words.read_files())) == [
        "b.po: another file translates “Add” otherwise"
    ]


@pytest.mark.parametrize(
    ("place", "feature"),
    [
        ("workshop/boards/board.py", "boards"),
        ("workshop/errors.py", "shell"),
        ("templates/desk/bar.html", "desk"),
        ("templates/layouts/page.html", "shell"),
        ("static/js/live/room.js", "live"),
        ("static/js/lib/timer.js", "shell"),
        ("static/js/islands/desk.js", "desk"),
        ("static/js/islands/theme.js", "shell"),
        ("static/js/app.js", "shell"),
    ],
)
def test_a_sentence_belongs_to_the_feature_that_says_it(words, place, feature):
    assert words.Sentence("Add", [place]).feature == feature


def test_bringing_the_files_up_to_date_keeps_translations_and_drops_what_nobody_says(
    words, tmp_path, monkeypatch
):
    (tmp_path / "desk.po").write_text(
        'msgid "Add"\nmsgstr "Tambah"\n\nmsgid "Gone"\nmsgstr "Hilang"\n'
    )
    monkeypatch.setattr(words, "TRANSLATIONS", tmp_path)
    places = ["workshop/boards/board.py"]
    said = {
        "Add": words.Sentence("Add", places),
        "One": words.Sentence(("One", "{n}"), places),
    }
    words.update(said, words.read_files(), [])

    files = words.read_files()
    assert files["desk"].get("Add").string == "Tambah"
    assert files["desk"].get("Gone") is None
    assert files["boards"].get("One").string == ("",)


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("", "id"),
        ("de", "id"),
        ("in-ID", "id"),
        ("id-ID,id;q=0.9,en;q=0.8", "id"),
        ("en-GB,en;q=0.9", "en"),
        ("fr,en;q=0.5", "en"),
    ],
)
def test_a_browser_gets_the_language_it_asks_for(ben, asked, language):
    page = ben.get("/", headers={"Accept-Language": asked})
    assert f'<html lang="{language}"' in page.text


def test_a_choice_is_remembered_and_leads_back_to_the_page(ben):
    answer = ben.post("/language", data={"language": "en", "next": "/methods?stage=ideate"})
    assert (answer.status_code, answer.location) == (303, "/methods?stage=ideate")
    assert '<html lang="en"' in ben.get("/", headers={"Accept-Language": "id"}).text


def test_a_language_that_is_none_changes_nothing(ben):
    answer = ben.post("/language", data={"language": "xx", "next": "//evil.example"})
    assert answer.location == "/"
    assert not any("language=" in cookie for cookie in answer.headers.getlist("Set-Cookie"))


def test_a_sentence_can_be_said_without_a_request(app):
    with app.app_context():
        _ = gettext("id")
        assert _("Sign in") == "Masuk"
        assert _("Nobody translated this {n}", n=3) == "Nobody translated this 3"


def test_one_and_many_are_told_apart_where_the_language_does():
    english = languages.Speech("en", {})
    assert english.plural("One note", "{n} notes", 1) == "One note"
    assert english.plural("One note", "{n} notes", 0) == "0 notes"
    indonesian = languages.Speech("id", {"One note": ("{n} catatan",)})
    assert indonesian.plural("One note", "{n} notes", 1) == "1 catatan"


def test_a_file_that_counts_as_english_does_still_has_its_one_form(tmp_path):
    (tmp_path / "a.po").write_text(
        'msgid "One note"\nmsgid_plural "{n} notes"\nmsgstr[0] "{n} catatan"\n\n'
        'msgid "Nobody translated this"\nmsgstr ""\n'
    )
    assert read_catalogue(tmp_path / "a.po") == {"One note": ("{n} catatan",)}


def test_facts_in_a_template_are_text_and_never_markup(app):
    with app.test_request_context(headers={"Accept-Language": "en"}):
        template = app.jinja_env.from_string('{{ _("Hello {name} & co", name=name) }}')
        assert template.render(name="<b>{x}") == "Hello &lt;b&gt;{x} &amp; co"


def test_a_text_in_both_languages_is_said_in_the_readers(app):
    with app.test_request_context(headers={"Accept-Language": "en"}):
        text = Both(en="Idea", id="Ide")
        assert app.jinja_env.from_string("{{ say(t) }} {{ t|say }}").render(t=text) == "Idea Idea"
        assert text.in_("id") == "Ide"


def test_scripts_get_their_own_words_and_no_others(app, ben, words):
    page = ben.get("/", headers={"Accept-Language": "id"}).text
    address = re.search(r'data-more="(/words/id\.[0-9a-f]+\.json)"', page)[1]
    answer = ben.get(address)
    assert "immutable" in answer.headers["Cache-Control"]
    said = {
        key
        for key, sentence in words.gather().items()
        if any(place.startswith("static/js/") for place in sentence.places)
    }
    translated = app.extensions["words"]().catalogues["id"].keys()
    assert json.loads(answer.text).keys() == said & translated


def test_a_page_gets_first_what_its_own_islands_say(ben):
    some = json.loads(ben.get("/words/id.0.json?of=status+../../x+none").text)
    assert "You are offline." in some
    assert "This has been done already." not in some  # what says that comes later


def test_an_old_address_gives_the_words_of_today_and_is_not_kept(ben):
    assert ben.get("/words/id.0000000000.json").headers["Cache-Control"] == "no-cache"


def test_english_pages_fetch_no_words(ben):
    assert "/words/" not in ben.get("/", headers={"Accept-Language": "en"}).text

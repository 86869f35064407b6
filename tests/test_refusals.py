import re
from pathlib import Path

import pytest

from tests.shell import open_shell
from workshop.refusals import LATERS, SENTENCES, Later, Refused, facts_of, sentence

ROOT = Path(__file__).parent.parent


@pytest.fixture
def app(tmp_path):
    app = open_shell(tmp_path)

    @app.get("/refuse/<code>")
    def refuse(code):
        raise Later(code, after=300) if code in LATERS else Refused(code, limit=2000)

    return app


def test_every_code_that_is_refused_has_a_sentence():
    said = re.compile(r'\b(?:Refused|Later)\(\s*"(\w+)"')
    codes = {
        code
        for file in (ROOT / "workshop").rglob("*.py")
        for code in said.findall(file.read_text())
    }
    assert codes <= SENTENCES.keys()


@pytest.mark.parametrize("code", SENTENCES)
def test_every_sentence_can_be_said_without_facts(code):
    assert not facts_of(SENTENCES[code][-1])


def test_scripts_say_the_same():
    script = (ROOT / "static/js/lib/refusals.js").read_text()
    table = {
        code: tuple(re.findall(r't\("([^"]+)"\)', sentences))
        for code, sentences in re.findall(r"^  (\w+): \(\) => \[(.*?)\],$", script, re.M | re.S)
    }
    assert table == SENTENCES


def test_a_sentence_is_in_the_readers_language_and_tells_the_facts(app):
    with app.app_context():
        refusal = Refused("too_long", limit=2000)
        assert sentence(refusal, "en").startswith("This is too long: 2000 characters")
        assert sentence(refusal, "id").startswith("Terlalu panjang: paling banyak 2000 karakter")
        assert sentence(Refused("too_long"), "en") == "This is too long. Please shorten it."


def test_a_code_that_is_new_to_the_table_is_a_fault(app):
    with app.app_context():
        assert sentence(Refused("never_heard"), "en") == SENTENCES["fault"][0]


def test_facts_are_told_as_they_are(app):
    with app.app_context():
        assert "“{x}{0} <b>” is taken" in sentence(Refused("taken", name="{x}{0} <b>"), "en")


def test_a_page_tells_a_refusal_in_words(app):
    answer = app.test_client().get("/refuse/gone", headers={"Accept-Language": "en"})
    assert answer.status_code == 410
    assert "This has been removed meanwhile." in answer.text


def test_a_program_gets_the_code_the_facts_and_the_sentence(app):
    ask = {"Accept": "application/json", "Accept-Language": "en"}
    answer = app.test_client().get("/refuse/too_long", headers=ask)
    assert answer.status_code == 400
    assert answer.json == {
        "ok": False,
        "code": "too_long",
        "limit": 2000,
        "sentence": "This is too long: 2000 characters fit. Please shorten it.",
    }


def test_what_can_be_later_says_when(app):
    answer = app.test_client().get("/refuse/storage", headers={"Accept": "application/json"})
    assert answer.status_code == 503
    assert (answer.json["later"], answer.json["after"]) == (True, 300)

import pytest

from tests.shell import open_shell
from workshop.database import StoreUnavailable


@pytest.fixture
def app(tmp_path):
    app = open_shell(tmp_path)

    @app.get("/break")
    def break_down():
        raise ValueError("the canary sings")

    @app.get("/store")
    def no_store():
        raise StoreUnavailable()

    @app.post("/upload")
    def upload():
        from flask import request

        return str(len(request.get_data()))

    return app


@pytest.fixture
def ben(app):
    return app.test_client()


def test_a_fault_shows_nothing_of_its_inside_and_is_logged(app, ben, caplog):
    answer = ben.get("/break", headers={"Accept-Language": "en"})
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.text
    assert "canary" not in answer.text
    assert "the canary sings" in caplog.text


def test_a_page_that_is_not_there_says_what_to_do(ben):
    answer = ben.get("/nowhere", headers={"Accept-Language": "id"})
    assert answer.status_code == 404
    assert "Silakan periksa kembali alamat atau kodenya." in answer.text


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_error_speaks_the_readers_language(ben, language):
    answer = ben.get("/nowhere", headers={"Accept-Language": language})
    assert f'<html lang="{language}"' in answer.text


def test_a_program_gets_json(ben):
    answer = ben.get("/nowhere", headers={"Accept": "application/json"})
    assert answer.status_code == 404
    assert (answer.json["ok"], answer.json["code"]) == (False, "unknown")


def test_a_browser_that_takes_anything_gets_a_page(ben):
    assert ben.get("/nowhere", headers={"Accept": "*/*"}).mimetype == "text/html"


def test_a_wrong_method_names_the_right_one(ben):
    answer = ben.get("/upload")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]


def test_what_is_too_big_is_told_with_the_limit(ben):
    answer = ben.post("/upload", data=b"x" * (20 * 1024 * 1024 + 1))
    assert answer.status_code == 413
    assert "20 MB" in answer.text


def test_a_store_that_cannot_answer_is_a_wait_not_a_fault(ben):
    assert ben.get("/store").status_code == 503
    asked = ben.get("/store", headers={"Accept": "application/json"}).json
    assert asked["later"] and asked["code"] == "storage"

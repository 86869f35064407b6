import pytest

from tests.shell import open_shell


@pytest.fixture
def app(tmp_path):
    return open_shell(tmp_path)


def test_a_stranger_finds_the_field_for_the_code_and_the_way_to_sign_in(app):
    page = app.test_client().get("/").text
    assert '<form class="join__form" method="get" action="/j">' in page
    assert 'name="code"' in page
    assert 'href="/sign-in"' in page


def test_a_facilitator_finds_the_workshops(app, monkeypatch):
    monkeypatch.setitem(app.jinja_env.globals, "current_account", lambda: "Ada")
    answer = app.test_client().get("/")
    assert (answer.status_code, answer.location) == (302, "/workshops")


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_page_comes_in_the_chosen_appearance(app, theme):
    ben = app.test_client()
    ben.set_cookie("theme", theme)
    assert f'data-theme="{theme}"' in ben.get("/").text


def test_an_appearance_that_is_none_is_the_devices_own(app):
    ben = app.test_client()
    ben.set_cookie("theme", '"><script>')
    assert "data-theme" not in ben.get("/").text

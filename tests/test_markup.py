import pytest

from tests.shell import open_shell
from workshop.markup import attributes


@pytest.fixture
def app(tmp_path):
    return open_shell(tmp_path)


def test_attributes_cannot_be_broken_out_of():
    assert attributes({"value": '"><b>'}) == ' value="&#34;&gt;&lt;b&gt;"'


def test_attributes_are_bare_when_true_and_missing_when_there_is_nothing():
    given = {"required": True, "disabled": False, "maxlength": None, "aria_live": "off", "for_": 1}
    assert attributes(given) == ' required aria-live="off" for="1"'


def test_a_field_after_a_refusal_says_what_to_do_where_it_is_read(app):
    with app.test_request_context():
        source = '{% from "parts/field.html" import field with context %}{{ field("name", "Name", "B", wrong="Shorter", maxlength=40) }}'  # noqa: E501
        field = app.jinja_env.from_string(source).render()
    assert 'maxlength="40" aria-invalid="true" autofocus aria-describedby="name-about"' in field
    assert '<span class="field__wrong" id="name-about">Shorter</span>' in field


def test_an_act_is_a_form_with_its_token(app):
    with app.test_request_context():
        source = '{% from "parts/button.html" import act with context %}{{ act("Close", "/door", {"to": "<x>"}) }}'  # noqa: E501
        form = app.jinja_env.from_string(source).render()
    assert 'method="post" action="/door"' in form
    assert 'name="csrf_token"' in form
    assert 'name="to" value="&lt;x&gt;"' in form


def test_every_template_can_be_read(app):
    for name in app.jinja_env.list_templates():
        app.jinja_env.get_template(name)

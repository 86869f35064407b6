"""Downloads, as browsers get them."""

import json

import pytest
from msgspec import structs

from workshop.outputs.formats import file_name
from workshop.workshops.commands import EraseWorkshop

FORMATS = {"json": "application/json", "csv": "application/zip", "md": "text/markdown"}


@pytest.mark.parametrize("format", FORMATS)
def test_a_stranger_is_asked_to_sign_in(house, workshop, format):
    answer = house.browser().get(f"/w/{workshop.code}/export/{format}")

    assert answer.status_code == 302
    assert answer.location.startswith("/sign-in?next=")


def test_a_participant_gets_nothing(house, workshop):
    phone = house.join(workshop, "Ben")

    assert phone.get(f"/w/{workshop.code}/export/json").location.startswith("/sign-in")


def test_who_leads_another_workshop_finds_nothing(house, ada, workshop):
    assert ada.get("/w/ZZZZZZ/export/json").status_code == 404
    assert ada.get(f"/w/{workshop.code}/export/pdf").status_code == 404


@pytest.mark.parametrize(("format", "type"), FORMATS.items())
def test_who_leads_gets_a_file_named_after_the_workshop(ada, workshop, format, type):
    answer = ada.get(f"/w/{workshop.code}/export/{format}")

    assert answer.status_code == 200
    assert answer.mimetype == type
    assert answer.headers["Cache-Control"] == "no-store"
    ending = "zip" if format == "csv" else format
    name = f'attachment; filename="Layanan yang Memudahkan {workshop.code}.{ending}"'
    assert answer.headers["Content-Disposition"] == name


def test_a_title_of_other_letters_names_the_file_too(workshop):
    strange = structs.replace(workshop, title='Anggaran "2026"/…\\ – é 服务')

    assert file_name(strange, "md") == f"Anggaran 2026 é 服务 {workshop.code}.md"


def test_it_speaks_the_language_of_who_asks(ada, workshop):
    assert "## Teams" in ada.get(f"/w/{workshop.code}/export/md").text
    ada.set_cookie("language", "id")
    assert "## Kelompok" in ada.get(f"/w/{workshop.code}/export/md").text


def test_the_file_is_complete_json(ada, workshop):
    whole = json.loads(ada.get(f"/w/{workshop.code}/export/json").data)

    assert whole["workshop"]["code"] == workshop.code
    assert [team["name"] for team in whole["teams"]] == ["Melati", "Kenanga"]


def test_of_an_erased_workshop_there_is_nothing(house, ada, workshop):
    house.ask(workshop.id, EraseWorkshop())

    assert ada.get(f"/w/{workshop.code}/export/json").status_code == 404

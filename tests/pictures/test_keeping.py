"""Pictures are kept with the notes: in every backup, in the export, until the day of erasure."""

from base64 import b64decode

import pytest

from tests.cast import Cast, add_note
from tests.operating.conftest import Operator, operator  # noqa: F401
from tests.pictures.having import A_PICTURE, have_picture, picture_id, set_picture
from workshop import create_app
from workshop.boards import pictures
from workshop.outputs.formats import written
from workshop.settings import Settings
from workshop.workshops import register, retention

CANARY = b"a canary in the pixels" * 3


@pytest.fixture
def laid(app):
    """A note of Ben's with a picture, and one more that is half on its way."""
    cast = Cast(app)
    cast.board = cast.start_writing()
    cast.asks("ben", add_note(), cast.board)
    have_picture(cast, "ben", cast.board, made=A_PICTURE._replace(content=CANARY))
    cast.asks("ben", set_picture(alt="Loket di atas roda"), cast.board)
    whose = (cast.workshop_id, cast.board.removeprefix("board:"), cast.seat("ben"))
    cast.database.write(lambda tx: pictures.begin(tx, *whose, picture_id(2), 1_000, cast.at))
    half = (cast.workshop_id, picture_id(2), cast.seat("ben"), 0, CANARY)
    cast.database.write(lambda tx: pictures.append(tx, *half))
    return cast


def test_a_backup_brings_pictures_back_and_uploads_go_on(laid, operator, tmp_path):  # noqa: F811
    operator.gets("backup", tmp_path / "backup.zip")
    elsewhere = Operator(tmp_path / "elsewhere")
    elsewhere.gets("restore", tmp_path / "backup.zip")

    database = create_app(Settings(data=elsewhere.data)).extensions["database"]
    whole = database.read(lambda tx: pictures.content(tx, laid.workshop_id, picture_id(1), False))
    half = database.read(lambda tx: pictures.whole(tx, laid.workshop_id, picture_id(2)))
    database.close()
    assert (whole, half) == (CANARY, CANARY)


def test_of_an_erased_workshop_no_pixel_is_left_on_the_disk(laid):
    files = list(laid.app.extensions["settings"].data.glob("sanggar.db*"))
    assert any(CANARY in file.read_bytes() for file in files)

    retention.erase(laid.workshop_id, laid.tick())

    assert not any(CANARY in file.read_bytes() for file in files if file.exists())


def test_the_export_holds_the_pictures_that_lie_on_notes(laid):
    document = exported(laid, "json")

    (taken,) = document["pictures"]
    assert (taken["id"], b64decode(taken["content"])) == (picture_id(1), CANARY)
    assert document["notes"][0]["picture"]["id"] == picture_id(1)


def exported(cast, format: str):
    import json

    row = register.by_id(cast.workshop_id)
    body = cast.database.read(lambda tx: written(tx, row, format, "en", cast.at))
    return json.loads(body) if format == "json" else body.decode()


def test_papers_say_what_can_be_seen(laid):
    assert "with a picture: Loket di atas roda" in exported(laid, "md")

"""A picture comes in pieces: from where it stopped, once, and from whoever may lay it on a note."""

import io

import pytest
from sqlalchemy import select

from tests.cast import add_note
from tests.pictures.corpus import JAKARTA, REFUSED, lying_photo, photo
from tests.pictures.having import picture_id, set_picture
from tests.pictures.phone import Sending
from workshop.boards import pictures
from workshop.boards.tables import pictures as table
from workshop.clock import DAY
from workshop.pictures import sending
from workshop.refusals import Refused

SENT = photo()


@pytest.fixture
def board(room):
    return room.act(lambda cast: cast.start_writing())


def send(room, board, name="ben", sent=SENT, number=1) -> Sending:
    address = f"{room.path}/boards/{board.removeprefix('board:')}"
    return Sending(room.phone(name), address, picture_id(number), sent)


def test_a_picture_comes_in_pieces_and_is_ready_with_the_last(room, board):
    """P1"""
    upload = send(room, board)
    size = len(SENT)

    assert upload.begin() == {"ok": True, "size": size, "came": 0, "ready": False}
    assert upload.append(0, 1_000)["came"] == 1_000
    assert upload.append(1_000) == {"ok": True, "size": size, "came": size, "ready": True}


def test_one_that_was_broken_off_goes_on_where_it_stopped(room, board):
    """P1, P2"""
    first = send(room, board)
    first.begin()
    first.append(0, 1_000)

    later = send(room, board)
    assert later.begin()["came"] == later.how_far()["came"] == 1_000
    assert later.append(1_000)["ready"] is True


def test_a_piece_from_another_place_changes_nothing_and_tells_where_to_go_on(room, board):
    """P2"""
    upload = send(room, board)
    upload.begin()
    upload.append(0, 1_000)

    for begins, ends in ((0, 1_000), (500, 1_500), (2_000, 3_000), (-1, None)):
        assert upload.append(begins, ends)["came"] == 1_000
    assert upload.append(1_000)["ready"] is True


def test_the_last_piece_sent_again_gets_the_same_answer(room, board):
    """P2"""
    upload = send(room, board)
    first = upload.all()

    assert upload.append(len(SENT)) == upload.how_far() == first


def test_more_than_was_said_is_refused(room, board):
    upload = send(room, board)
    upload.begin(size=1_000)

    assert upload.append(0)["code"] == "too_big"
    assert upload.how_far()["came"] == 0


def test_a_file_over_the_limit_is_refused_before_it_is_sent(room, board):
    """P3"""
    answer = send(room, board).begin(size=30 * 1024**2)

    assert (answer["code"], answer["limit"]) == ("too_big", 12)


def test_a_piece_over_the_limit_is_not_read(room, board):
    upload = send(room, board, sent=bytes(300 * 1024))
    upload.begin()

    assert upload.append(0)["code"] == "too_long"


@pytest.mark.parametrize("size", [0, -1, "10", None, 1.5, 2**40])
def test_a_size_that_is_none_is_not_understood(room, board, size):
    assert send(room, board).begin(size=size)["code"] == "invalid"


@pytest.mark.parametrize("id", ["", "p", "../../etc/passwd", "n" + "0" * 32, "p" + "g" * 32])
def test_an_id_that_is_none_is_not_understood(room, board, id):
    assert send(room, board).begin(id=id)["code"] == "invalid"


@pytest.mark.parametrize("name", ["words", "a drawing with a script in it", "half a photo"])
def test_of_what_is_no_picture_nothing_stays(room, board, name):
    """P4"""
    sent, code = REFUSED[name]
    upload = send(room, board, sent=sent)

    assert upload.all() == {"ok": False, "code": code}
    assert upload.how_far()["code"] == "unknown"


def test_where_a_photo_was_taken_is_kept_nowhere(room, board):
    """P4"""
    upload = send(room, board, sent=lying_photo())
    assert JAKARTA.encode() in upload.sent
    upload.all()

    found = room.act(lambda cast: everything(cast.database))
    assert b"WEBP" in found
    assert JAKARTA.encode() not in found


def everything(database) -> bytes:
    """All that the file on the disk holds."""
    connection = database.writing.raw_connection()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    with open(database.url.database, "rb") as file:
        return file.read()


# Whose it is


def test_another_seats_upload_is_not_there_for_anybody_else(room, board):
    """P3, R2"""
    send(room, board, "ben").begin()

    citra = send(room, board, "citra")
    assert citra.how_far()["code"] == "unknown"
    assert citra.append(0)["code"] == "unknown"
    assert citra.begin()["code"] == "taken"


def test_one_who_may_not_write_there_sends_nothing(room, board):
    """P3"""
    assert send(room, board, "olga").begin()["code"] == "unknown"
    assert send(room, board, None).begin()["code"] == "unknown"
    assert send(room, "board:sffffffffff-t1", "ben").begin()["code"] == "unknown"


def test_a_phase_that_does_not_open_writing_takes_none_and_one_that_did_takes_it_late(room, board):
    """P3, T1"""
    step = board.removeprefix("board:").rpartition("-")[0]
    room.act(lambda cast: cast.go_to("storyboard"))

    assert send(room, board).begin()["code"] == "not_now"
    assert send(room, board).begin(during=f"{step}/0")["code"] == "not_now"
    assert send(room, board).begin(during=f"{step}/1")["ok"] is True


def test_who_sends_without_end_is_told_that_it_is_enough(room, board):
    for number in range(pictures.WAITING):
        room.act(lambda cast, number=number: begun(cast, board, number))

    answer = send(room, board, number=99).begin()
    assert (answer["code"], answer["limit"]) == ("too_many", pictures.WAITING)


def begun(cast, board: str, number: int) -> None:
    whose = (cast.workshop_id, board.removeprefix("board:"), cast.seat("ben"))
    cast.database.write(lambda tx: pictures.begin(tx, *whose, picture_id(number), 9, cast.at))


def test_a_form_of_another_site_sends_nothing(room, board):
    upload = send(room, board)
    stranger = {"Origin": "http://elsewhere.test", "Accept": "application/json"}

    answer = upload.phone.post(f"{upload.address}/pictures", json={}, headers=stranger)
    assert answer.status_code == 403


# What is left over


def test_what_lies_on_no_note_after_a_day_is_let_go(room, board):
    """P6"""
    room.act(lambda cast: cast.asks("ben", add_note(), board))
    for number in (1, 2):
        send(room, board, number=number).all(piece=4_000)
    room.act(lambda cast: cast.asks("ben", set_picture(picture=1), board))
    begun_at = room.act(lambda cast: begun_when(cast))

    assert room.act(lambda cast: sending.sweep(begun_at + DAY)) == 0
    assert room.act(lambda cast: sending.sweep(begun_at + DAY + 60_000)) == 1

    assert send(room, board, number=1).how_far()["ready"] is True
    assert send(room, board, number=2).how_far()["code"] == "unknown"
    with pytest.raises(Refused, match="unknown"):
        room.act(lambda cast: cast.asks("ben", set_picture(picture=2), board))


def begun_when(cast) -> int:
    return cast.database.read(lambda tx: tx.scalar(select(table.c.begun_at)))


# By a plain form


def form(room, board, sent=SENT, **more) -> dict:
    fields = {"history": board, "op_id": "f" * 32, "note_id": add_note()["note_id"], "alt": "Loket"}
    return fields | {"picture": (io.BytesIO(sent), "foto.jpg")} | more


def test_a_form_without_script_lays_it_on_the_note_once(room, board):
    """P5"""
    room.act(lambda cast: cast.asks("ben", add_note(), board))

    for _ in range(2):
        answer = room.phone("ben").post(f"{room.path}/pictures", data=form(room, board))
        assert answer.status_code == 303
    note = room.act(lambda cast: cast.notes(board))[add_note()["note_id"]]
    assert (note["picture"]["width"], note["picture"]["alt"]) == (800, "Loket")


@pytest.mark.parametrize("name", ["words", "very wide"])
def test_a_form_with_no_picture_comes_back_with_what_to_do_and_the_words(room, board, name):
    room.act(lambda cast: cast.asks("ben", add_note(), board))

    answer = room.phone("ben").post(
        f"{room.path}/pictures", data=form(room, board, REFUSED[name][0])
    )
    assert answer.status_code == 422
    assert "Please" in answer.text and "Loket" in answer.text


def test_a_form_for_somebody_elses_note_is_refused(room, board):
    room.act(lambda cast: cast.asks("citra", add_note(), board))

    answer = room.phone("ben").post(f"{room.path}/pictures", data=form(room, board))
    assert answer.status_code == 422
    assert room.act(lambda cast: cast.notes(board))[add_note()["note_id"]].get("picture") is None

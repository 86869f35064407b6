"""The live path without a socket: the same ops, the same answers."""

import gzip
import json
from functools import partial

import pytest

from tests.browser import Browser
from tests.cast import TOKEN, add_note, edit_note, note_id, remove_note
from tests.conftest import ON_BOTH
from tests.failing import heal_commits, lose_answers
from tests.live.asking import submit
from workshop.accounts import setup
from workshop.boards.note import LONGEST
from workshop.clock import MINUTE, now
from workshop.live.buckets import BURST
from workshop.protocol import LARGEST_OP
from workshop.refusals import Refused

pytestmark = ON_BOTH

MORE = 6_000  # letters of four bytes: more than an op by JSON holds, once each byte is %XX


@pytest.fixture
def browse(cast, monkeypatch):
    """`ben = browse("ben")`: Ben's browser, with his seat's cookie."""
    from tests.live.conftest import apart

    monkeypatch.setitem(cast.app.extensions, "is_set_up", True)
    assert setup.is_set_up()
    monkeypatch.setattr(cast.app, "test_client_class", Browser)

    class Apart:
        def __init__(self, name: str):
            self.client = cast.app.test_client()
            self.client.set_cookie(f"seat_{cast.workshop_id}", TOKEN.format(name))

        def get(self, path: str, **named):
            return apart(self.client.get, f"/w/{cast.code}{path}", **named)

        def post(self, path: str, **named):
            return apart(self.client.post, f"/w/{cast.code}{path}", **named)

    return Apart


def test_an_op_by_json_gets_a_sockets_answer(cast, browse, board):
    """O8"""
    ben = browse("ben")

    answer = ben.post("/ops", json=submit(board, add_note()))
    assert answer.json == {"ok": True, "history": board, "seq": 1}
    again = ben.post("/ops", json=submit(board, add_note()))
    assert again.json == answer.json
    refused = ben.post("/ops", json=submit(board, {"op": "dance"}, "op-00000002"))
    assert refused.json == {"ok": False, "code": "unknown"}


def test_an_op_by_form_goes_back_to_its_page(cast, browse, board):
    """O8"""
    form = {"history": board, "op": "add_note", "op_id": "op-of-a-form", "note_id": note_id(1)}
    form |= {"text": "Loket keliling", "kind": "idea", "zone": "ideas", "order": "a0"}

    answer = browse("ben").post("/ops", data=form)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/w/{cast.code}")
    assert cast.notes(board)[note_id(1)]["text"] == "Loket keliling"


def test_a_refused_form_comes_back_with_its_words(cast, browse, board):
    """O8"""
    form = {"history": board, "op": "edit_note", "op_id": "op-of-a-form", "note_id": note_id(1)}

    answer = browse("ben").post("/ops", data=form | {"text": "Kata yang tidak hilang"})
    assert answer.status_code == 422
    assert "Kata yang tidak hilang" in answer.text
    assert cast.notes(board) == {}


def test_a_form_that_was_put_off_is_pressed_again_as_the_same_op(cast, browse, board):
    """O8, E4: its commit may have gone through although the answer was lost."""
    ben = browse("ben")
    form = {"history": board, "op": "add_note", "op_id": "op-of-a-form", "note_id": note_id(1)}
    form |= {"text": "Loket keliling", "kind": "idea", "zone": "ideas", "order": "a0"}
    lose_answers(cast)
    put_off = ben.post("/ops", data=form)
    heal_commits(cast)

    assert put_off.status_code == 503
    assert 'name="op_id" value="op-of-a-form"' in put_off.text
    assert "Loket keliling" in put_off.text
    assert "otomatis" not in put_off.text
    assert ben.post("/ops", data=form).status_code == 303
    assert [note["text"] for note in cast.notes(board).values()] == ["Loket keliling"]


@pytest.mark.parametrize("number", ["--5", "9" * 5_000, "5.", "²", "-", "999999999"])
def test_a_form_whose_number_is_none_is_refused_and_changes_nothing(cast, browse, board, number):
    """O2, O8"""
    form = {"history": cast.history, "op": "extend_timer", "op_id": "op-of-a-form"}
    before = cast.look(lambda workshop: workshop.seq)

    assert browse("ada").post("/ops", data=form | {"seconds": number}).status_code == 422
    assert cast.look(lambda workshop: workshop.seq) == before


@pytest.mark.parametrize(
    "body", ["[" * 30_000, "", "{", b'"\xff"', '{"text": ' + "9" * 5_000 + "}"]
)
def test_what_is_no_json_is_refused_as_a_socket_would(browse, board, body):
    """O2, O8"""
    answer = browse("ben").post("/ops", data=body, content_type="application/json")

    assert answer.json["ok"] is False
    assert answer.json["code"] == "invalid"


def padded(board: str, size: int) -> str:
    """An op whose JSON has that many bytes."""
    return json.dumps(submit(board, add_note())).ljust(size)


def test_an_op_by_json_has_32_kib_and_no_byte_more(cast, browse, board):
    """O12"""
    ben = browse("ben")
    sends = partial(ben.post, "/ops", content_type="application/json")

    assert sends(data=padded(board, LARGEST_OP + 1)).json == {"ok": False, "code": "too_long"}
    assert cast.notes(board) == {}
    assert sends(data=padded(board, LARGEST_OP)).json["ok"]


def test_an_op_by_form_may_be_three_times_as_large_for_its_percent_signs(cast, browse, board):
    """O12"""
    ben = browse("ben")
    form = {"history": board, "op": "add_note", "op_id": "op-of-a-form", "note_id": note_id(1)}
    form |= {"kind": "idea", "zone": "ideas", "order": "a0"}
    longest = LONGEST * "😀"
    assert LARGEST_OP < 3 * len((MORE * "😀").encode()) < 3 * LARGEST_OP

    refused = ben.post("/ops", data=form | {"text": 3 * LARGEST_OP * "x"})
    assert refused.status_code == 413
    assert "persingkat" in refused.text
    assert ben.post("/ops", data=form | {"text": MORE * "😀"}).status_code == 422
    assert cast.notes(board) == {}
    assert ben.post("/ops", data=form | {"text": longest}).status_code == 303
    assert cast.notes(board)[note_id(1)]["text"] == longest


def test_a_seat_that_writes_too_fast_is_turned_away_before_anything_is_read(
    cast, browse, board, monkeypatch
):
    """O5, O12"""
    ben = browse("ben")
    monkeypatch.setattr("workshop.live.pages.now", lambda: cast.at)
    for _ in range(BURST):
        ben.post("/ops", data="[", content_type="application/json")

    answer = ben.post("/ops", data=padded(board, LARGEST_OP + 1), content_type="application/json")
    assert (answer.json["code"], answer.json["later"]) == ("slow_down", True)


def test_a_snapshot_is_compressed_and_known_by_its_number_and_mark(cast, browse, board):
    """J8"""
    cast.asks("ben", add_note(), board)
    ben = browse("ben")
    answer = ben.get(f"/snapshot?history={board}")
    whole = json.loads(gzip.decompress(answer.data))

    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["ETag"] == f'"{whole["seq"]}-{whole["mark"]}"'
    assert whole["state"]["notes"] == cast.notes(board)
    known = ben.get(f"/snapshot?history={board}", headers={"If-None-Match": answer.headers["ETag"]})
    assert known.status_code == 304


def test_entries_by_http_are_what_a_socket_would_be_told(cast, browse, board):
    """J8"""
    cast.asks("ben", add_note(), board)

    answer = browse("ben").get(f"/entries?history={board}&since=0&mark=").json
    assert [entry[0] for entry in answer["entries"]] == [1]
    assert answer["more"] is False
    assert abs(answer["now"] - now()) < MINUTE


@pytest.mark.parametrize("since", ["-1", "99999999999999999999", "9" * 5_000, "two"])
def test_entries_after_what_is_no_number_are_refused(browse, board, since):
    """O2, J8"""
    answer = browse("ben").get(f"/entries?history={board}&since={since}&mark=")

    assert (answer.json["ok"], answer.json["code"]) == (False, "invalid")


def test_a_snapshot_of_what_is_not_mine_is_not_there(cast, browse, board):
    """R2"""
    olga = browse("olga")

    for history in (board, "board:snowhere00-t1"):
        refused = olga.get(f"/snapshot?history={history}")
        assert refused.status_code == 404
        assert refused.json == {"ok": False, "code": "unknown"}
    assert olga.get(f"/entries?history={board}").json == {"ok": False, "code": "unknown"}


def test_a_note_that_is_gone_cannot_be_changed(cast, board):
    """K2"""
    cast.asks("ben", add_note(), board)
    cast.asks("ben", remove_note(), board)

    with pytest.raises(Refused, match="gone"):
        cast.asks("ben", edit_note(), board)


def test_a_page_that_outlived_its_token_is_given_another(cast, browse, board):
    """O8"""
    ben, stranger = browse("ben"), browse("nobody")
    old = {"X-CSRF-Token": "salt.of-another-browser"}
    op = submit(board, add_note())

    assert ben.post("/ops", json=op, headers=old).json["code"] == "stale"
    new = {"X-CSRF-Token": ben.get("/token").json["token"]}
    assert ben.post("/ops", json=op, headers=new).json["ok"]
    assert stranger.get("/token").json == {"ok": False, "code": "unknown"}


def test_a_page_of_another_seat_takes_and_tells_nothing_until_it_is_loaded_again(
    cast, browse, board
):
    """C5: words that Ben wrote never go out as Citra's."""
    bens = cast.look(lambda workshop: workshop.people.alias(cast.seat("ben")))
    citra = browse("citra")
    put_off = {"ok": False, "code": "another_seat", "later": True, "after": 60_000}

    assert citra.post(f"/ops?seat={bens}", json=submit(board, add_note())).json == put_off
    for page in ("entries", "snapshot", "names"):
        assert citra.get(f"/{page}?history={board}&seat={bens}").json == put_off
    assert cast.notes(board) == {}
    assert browse("ben").post(f"/ops?seat={bens}", json=submit(board, add_note())).json["ok"]


def test_a_form_of_another_seat_comes_back_with_its_words(cast, browse, board):
    """C5"""
    bens = cast.look(lambda workshop: workshop.people.alias(cast.seat("ben")))
    form = {"history": board, "op": "add_note", "op_id": "op-of-a-form", "note_id": note_id(1)}
    form |= {"text": "Kata Ben", "kind": "idea", "zone": "ideas", "order": "a0"}

    answer = browse("citra").post(f"/ops?seat={bens}", data=form)

    assert "Kata Ben" in answer.text
    assert cast.notes(board) == {}

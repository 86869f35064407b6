"""The screen's page: who may see it, and that it never names anybody."""

import json

import pytest

from tests.cast import Cast, add_note
from workshop.clock import DAY, now
from workshop.screen.keys import DAYS, new_key, withdraw_keys


def screen(phone, room, **query: str):
    return phone.get(f"{room.path}/screen", query_string=query)


@pytest.fixture
def key(room) -> str:
    """The key of a screen link to this workshop."""
    return room.act(lambda cast: keyed(cast, cast.workshop_id))


def keyed(cast, workshop_id: str, at: int | None = None) -> str:
    return cast.database.write(lambda tx: new_key(tx, workshop_id, at or now()))


@pytest.fixture
def projector(room, key):
    """A browser that came by the link."""
    projector = room.phone(None)
    assert screen(projector, room, key=key).status_code == 303
    return projector


# Who may


def test_only_a_facilitator_sees_the_screen_without_a_key(room):
    assert screen(room.phone("ada"), room).status_code == 200
    assert screen(room.phone("ben"), room).status_code == 404
    assert screen(room.phone(None), room).status_code == 404


def test_the_key_goes_from_the_address_into_a_cookie(room, key):
    projector = room.phone(None)

    answer = screen(projector, room, key=key)

    assert answer.location == f"{room.path}/screen"
    assert "HttpOnly" in answer.headers["Set-Cookie"]
    page = screen(projector, room)
    assert page.status_code == 200
    assert key not in page.text


def test_a_wrong_key_and_a_key_of_another_workshop_open_nothing(room, key):
    other = room.act(lambda cast: Cast(room.app))
    others = room.act(lambda cast: keyed(cast, other.workshop_id))

    for wrong in ("", "0" * 32, others):
        assert screen(room.phone(None), room, key=wrong).status_code == 404
    assert room.phone(None).get(f"/w/{other.code}/screen?key={key}").status_code == 404


def test_a_key_in_the_cookie_opens_no_other_workshop(room, projector):
    other = room.act(lambda cast: Cast(room.app))

    assert projector.get(f"/w/{other.code}/screen").status_code == 404


def test_a_key_that_was_withdrawn_or_is_too_old_opens_nothing(room, projector):
    assert screen(projector, room).status_code == 200

    room.act(lambda cast: cast.database.write(lambda tx: withdraw_keys(tx, cast.workshop_id)))
    assert screen(projector, room).status_code == 404

    old = room.act(lambda cast: keyed(cast, cast.workshop_id, cast.at - (DAYS + 1) * DAY))
    assert screen(room.phone(None), room, key=old).status_code == 404


def test_with_a_key_one_sees_the_screen_and_nothing_else(room, projector):
    board = room.act(lambda cast: cast.start_writing())
    room.act(lambda cast: cast.asks("ben", add_note(1, "Loket keliling"), board))
    asked = {"history": board, "as": "screen"}

    for path in ("", "/desk", "/manage", "/mine", f"/boards/{board.partition(':')[2]}"):
        assert "Loket keliling" not in projector.get(room.path + path).text
        assert projector.get(room.path + path).status_code in (302, 404)
    assert projector.get(f"{room.path}/snapshot", query_string=asked).status_code == 404


def test_a_board_is_heard_only_while_the_desk_shows_it(room, projector):
    board = room.act(lambda cast: cast.start_writing())
    asked = {"history": board, "as": "screen"}
    assert projector.get(f"{room.path}/snapshot", query_string=asked).status_code == 404

    show = {"op": "show_board", "board": board.partition(":")[2]}
    room.act(lambda cast: cast.asks("ada", show))
    assert projector.get(f"{room.path}/snapshot", query_string=asked).status_code == 200

    room.act(lambda cast: cast.asks("ada", {"op": "show_step"}))
    assert projector.get(f"{room.path}/snapshot", query_string=asked).status_code == 404


# Never a name


def test_no_name_is_in_the_page_nor_to_be_asked_for(room, projector):
    board = room.act(lambda cast: cast.start_writing())
    show = {"op": "show_board", "board": board.partition(":")[2]}
    room.act(lambda cast: cast.asks("ada", show))

    for phone in (projector, room.phone("ada")):
        page = screen(phone, room).text
        assert not [name for name in ("Ben", "Citra", "Olga", "Ada") if name in page]
        for history in (room.cast.history, board):
            asked = {"history": history, "as": "screen"}
            answer = phone.get(f"{room.path}/names", query_string=asked)
            assert json.loads(answer.text) == {"ok": False, "code": "unknown"}


# What it shows


def face(room) -> str:
    page = screen(room.phone("ada"), room).text
    return page.partition('class="screen screen--')[2].partition('"')[0]


def test_each_moment_has_its_face(room):
    assert face(room) == "lobby"

    board = room.act(lambda cast: cast.start_writing()).partition(":")[2]
    assert face(room) == "step"
    room.act(lambda cast: cast.asks("ada", {"op": "show_board", "board": board}))
    assert face(room) == "board"

    pause = next(step.id for step in room.act(Cast.steps) if step.type == "break")
    room.act(lambda cast: cast.asks("ada", {"op": "jump", "step": pause}))
    assert face(room) == "break"

    room.act(lambda cast: cast.asks("ada", {"op": "finish_workshop"}))
    assert face(room) == "finished"


def test_while_people_arrive_the_way_in_stays_as_large_as_before(room):
    first = room.act(Cast.steps)[0]
    assert first.type == "admin"
    room.act(lambda cast: cast.asks("ada", {"op": "next", "from": None}))
    assert face(room) == "lobby"

    room.act(lambda cast: cast.asks("ada", {"op": "next", "from": f"{first.id}/0"}))
    assert face(room) == "step"


def test_a_board_that_the_desk_shows_while_people_arrive_is_shown(room):
    board = room.act(lambda cast: cast.start_writing()).partition(":")[2]
    first = room.act(Cast.steps)[0].id
    room.act(lambda cast: cast.asks("ada", {"op": "jump", "step": first}))
    assert face(room) == "lobby"

    room.act(lambda cast: cast.asks("ada", {"op": "show_board", "board": board}))

    assert face(room) == "board"


def test_nobody_is_invited_through_a_closed_door(room):
    assert not_shown(room, "way-shut") and not not_shown(room, "way-in")

    room.act(lambda cast: cast.asks("ada", {"op": "close_door"}))

    assert not_shown(room, "way-in") and not not_shown(room, "way-shut")


def not_shown(room, part: str) -> bool:
    page = screen(room.phone("ada"), room).text
    return f'data-part="{part}" hidden>' in page


def test_before_the_start_it_shows_the_way_in_and_who_is_there_in_numbers(room):
    page = screen(room.phone("ada"), room).text

    assert 'data-part="joined">3</b>' in page
    assert '<b class="lobby__name">Melati</b><span>2</span>' in page
    assert "/j</b>" in page


def test_a_step_without_a_challenge_has_its_instruction_as_the_headline(room):
    room.act(lambda cast: cast.start_writing())
    page = screen(room.phone("ada"), room).text

    assert ">Tulis sedikitnya enam ide secara pribadi, satu per catatan.</h1>" in page
    assert 'data-part="asked" hidden>' in page


def test_the_wall_asks_the_room_and_not_the_facilitator(room):
    room.act(lambda cast: cast.go_to("one_word_checkin"))
    page = screen(room.phone("ada"), room).text

    assert (
        ">Selamat datang! Bantu rekan di sebelah Anda bergabung dengan kode di layar.</h1>" in page
    )
    assert "Tayangkan kode sesi" not in page


def test_with_a_challenge_that_is_the_headline_and_the_instruction_lies_below(room):
    challenge = "Bagaimana kita dapat membuat antrean lebih pendek?"
    details = {"title": "Lokakarya", "challenge": challenge, "language": "id"}
    when = {"timezone": "Asia/Jakarta", "days": ["2026-11-24"], "joining": "choose"}
    room.act(lambda cast: cast.asks("ada", {"op": "change_details"} | details | when))
    room.act(lambda cast: cast.start_writing())
    page = screen(room.phone("ada"), room).text

    assert f">{challenge}</h1>" in page
    assert '<p data-part="instruction">Tulis sedikitnya enam ide' in page


def test_the_wall_speaks_the_language_of_the_workshop(room):
    room.act(lambda cast: cast.start_writing())

    assert "Ideasi" in screen(room.phone("ada", language="en"), room).text


def test_the_cue_of_a_step_is_given_to_the_screen_without_the_tip(room, projector):
    step = room.act(lambda cast: cast.go_to("silent_brainstorm"))

    cue = projector.get(f"{room.path}/screen/steps/{step}?team=t1").json

    assert cue["title"] == "Curah Ide Senyap"
    assert [zone["title"] for zone in cue["layout"]["zones"]] == ["Ide", "Ide liar"]
    assert "tip" not in cue
    assert room.phone("ben").get(f"{room.path}/screen/steps/{step}").status_code == 404
    assert projector.get(f"{room.path}/screen/steps/s0000000000").status_code == 404


def test_the_code_is_a_picture_for_slides_too(room):
    answer = room.phone(None).get(f"{room.path}/qr.svg")

    assert answer.mimetype == "image/svg+xml"
    assert answer.text.startswith('<svg xmlns="http://www.w3.org/2000/svg" ')
    assert room.phone(None).get("/w/NNNNNN/qr.svg").status_code == 404

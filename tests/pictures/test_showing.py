"""Who may see a picture: whoever may read its board. To all others it is not there."""

import pytest

from tests.cast import Cast, add_note, remove_note
from tests.pictures.having import A_PICTURE, have_picture, picture_id, remove_picture, set_picture
from workshop.screen.keys import new_key
from workshop.workshops import retention


@pytest.fixture
def board(room):
    """Team 1's board with a note by Ben, and a picture on it."""

    def lay(cast) -> str:
        board = cast.start_writing()
        cast.asks("ben", add_note(), board)
        have_picture(cast, "ben", board)
        cast.asks("ben", set_picture(), board)
        return board

    return room.act(lay)


def get(room, name, path=""):
    return room.phone(name).get(f"{room.path}/pictures/{picture_id(1)}{path}")


def test_the_team_and_the_facilitator_see_it_whole_and_small(room, board):
    """P7"""
    for name in ("ben", "citra", "ada"):
        assert get(room, name).data == A_PICTURE.content
        assert get(room, name, "/small").data == A_PICTURE.small


def test_a_browser_keeps_it_for_good_and_takes_it_for_nothing_but_a_picture(room, board):
    """P7"""
    headers = get(room, "ben").headers

    assert headers["Content-Type"] == "image/webp"
    assert headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Disposition"] == "inline"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_what_a_browser_has_is_not_sent_again(room, board):
    tag = get(room, "ben").headers["ETag"]
    asked = {"headers": {"If-None-Match": tag}}

    again = room.phone("ben").get(f"{room.path}/pictures/{picture_id(1)}", **asked)
    assert (again.status_code, again.data) == (304, b"")
    small = room.phone("ben").get(f"{room.path}/pictures/{picture_id(1)}/small", **asked)
    assert (small.status_code, small.data) == (200, A_PICTURE.small)


def test_another_team_sees_it_only_while_the_desk_shows_the_board(room, board):
    """P7, R2"""
    assert get(room, "olga").status_code == 404

    show(room, board)
    assert get(room, "olga").status_code == 200

    show(room, None)
    assert get(room, "olga").status_code == get(room, "olga", "/small").status_code == 404


def show(room, board) -> None:
    wish = {"op": "show_board", "board": board and board.removeprefix("board:")}
    room.act(lambda cast: cast.asks("ada", wish if board else {"op": "show_step"}))


def test_a_member_of_another_workshop_does_not_see_it(room, board):
    """P7, R2"""
    other = room.act(lambda cast: Cast(room.app))
    stranger = room.app.test_client()
    for cast in (room.cast, other):
        stranger.set_cookie(f"seat_{cast.workshop_id}", "a-secret-of-somebody")
    stranger.set_cookie(f"seat_{other.workshop_id}", "a-secret-of-ben")

    for code in (room.cast.code, other.code):
        for id in (picture_id(1), picture_id(2)):  # the one that is there, and one that is not
            assert stranger.get(f"/w/{code}/pictures/{id}").status_code == 404


def test_a_screen_that_was_opened_by_its_link_sees_what_the_desk_shows(room, board):
    """P7, R4"""
    screen = room.app.test_client()
    key = room.act(new_key_of)
    screen.get(f"{room.path}/screen?key={key}")
    address = f"{room.path}/pictures/{picture_id(1)}/small"

    assert screen.get(address).status_code == 404
    show(room, board)
    assert screen.get(address).data == A_PICTURE.small


def new_key_of(cast) -> str:
    return cast.database.write(lambda tx: new_key(tx, cast.workshop_id, cast.at))


def test_what_lies_on_no_note_is_shown_to_nobody(room):
    board = room.act(lambda cast: cast.start_writing())
    room.act(lambda cast: have_picture(cast, "ben", board))

    assert get(room, "ben").status_code == get(room, "ada").status_code == 404


def test_one_on_a_note_in_the_trash_is_still_there_for_the_team_alone(room, board):
    room.act(lambda cast: cast.asks("ben", remove_note(), board))

    assert get(room, "citra").status_code == 200
    assert get(room, "olga").status_code == 404


def test_nobody_sees_it_once_the_workshop_is_erased(room, board):
    room.act(lambda cast: retention.erase(cast.workshop_id, cast.tick()))

    assert get(room, "ben").status_code == get(room, "ada").status_code == 404


def test_the_page_of_a_note_without_script_shows_it_and_lets_it_be_changed(room, board):
    """P5"""
    page = room.page("ben", f"/boards/{board.removeprefix('board:')}/notes/{add_note()['note_id']}")

    assert f'src="{room.path}/pictures/{picture_id(1)}"' in page
    assert 'enctype="multipart/form-data"' in page
    for op in ("describe_picture", "remove_picture"):
        assert f'value="{op}"' in page
    room.act(lambda cast: cast.asks("ben", remove_picture(), board))
    assert picture_id(1) not in room.page("ben")


def test_a_list_without_script_shows_it_small_with_its_words(room, board):
    room.act(lambda cast: cast.asks("ben", remove_picture(), board))
    room.act(lambda cast: cast.asks("ben", set_picture(alt="Loket <b> & roda"), board))

    page = room.page("ben")
    assert f'src="{room.path}/pictures/{picture_id(1)}/small"' in page
    assert 'alt="Loket &lt;b&gt; &amp; roda"' in page

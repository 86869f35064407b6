"""What the page's script asks for: cues, and who stands behind the aliases of a history."""

import pytest

from tests.cast import add_note


def test_a_cue_comes_as_json_in_both_languages(room):
    step = room.act(lambda cast: cast.go_to("silent_brainstorm"))
    path = f"{room.path}/steps/{step}"

    english = room.phone("ben").get(f"{path}?language=en").json
    indonesian = room.phone("ben").get(f"{path}?language=id").json

    assert (english["title"], indonesian["title"]) == ("Silent Brainstorm", "Curah Ide Senyap")
    assert english["id"] == indonesian["id"] == step


def test_a_cue_that_is_known_is_not_sent_again(room):
    step = room.act(lambda cast: cast.go_to("silent_brainstorm"))
    first = room.phone("ben").get(f"{room.path}/steps/{step}")

    again = room.phone("ben").get(
        f"{room.path}/steps/{step}", headers={"If-None-Match": first.headers["ETag"]}
    )

    assert again.status_code == 304


def test_a_tip_is_for_facilitators(room):
    step = room.act(lambda cast: cast.go_to("silent_brainstorm"))

    assert "tip" not in room.phone("ben").get(f"{room.path}/steps/{step}").json
    assert "tip" in room.phone("ada").get(f"{room.path}/steps/{step}").json


@pytest.mark.parametrize("path", ["/steps/s0000000000", "/steps/%00"])
def test_a_step_that_is_not_there_is_refused(room, path):
    headers = {"Accept": "application/json"}
    assert room.phone("ben").get(room.path + path, headers=headers).status_code == 404


def test_names_are_told_to_whoever_may_hear_the_history(room):
    board = room.act(lambda cast: cast.start_writing())
    room.act(lambda cast: cast.asks("ben", add_note(1), board))
    (note,) = room.act(lambda cast: cast.notes(board)).values()

    told = room.phone("citra").get(f"{room.path}/names?history={board}").json

    assert told["names"][note["by"]] == "Ben"
    assert told["names"][told["me"]] == "Citra"
    refused = room.phone("olga").get(f"{room.path}/names?history={board}").json
    assert refused == {"ok": False, "code": "unknown"}
    assert room.phone(None).get(f"{room.path}/names?history={board}").json["code"] == "unknown"

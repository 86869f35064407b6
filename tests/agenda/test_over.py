"""On whose boards a step works: on its own, or on those of an earlier step."""

import pytest

from tests.cast import add_note, move_note, note_id
from workshop.refusals import Refused


def step_of(cast, method: str):
    return next(step for step in cast.steps() if step.method == method)


def set_over(cast, method: str, over: str | None) -> None:
    cast.asks("ada", {"op": "set_over", "step": step_of(cast, method).id, "over": over})


def add(cast, method: str, index: int = 80):
    """The step that comes of adding that method."""
    known = {step.id for step in cast.steps()}
    cast.asks("ada", {"op": "add_step", "index": index, "method": method})
    return next(step for step in cast.steps() if step.id not in known)


# Refusals


def test_no_step_works_on_the_boards_of_one_that_comes_after_it(cast):
    later = step_of(cast, "storyboard").id

    with pytest.raises(Refused, match="over_earlier"):
        set_over(cast, "dot_vote", later)


def test_no_step_works_on_its_own_boards_as_if_they_were_earlier_ones(cast):
    with pytest.raises(Refused, match="over_earlier"):
        set_over(cast, "dot_vote", step_of(cast, "dot_vote").id)


def test_no_step_works_where_there_is_no_board(cast):
    pause = next(step for step in cast.steps() if step.type == "break")

    with pytest.raises(Refused, match="invalid"):
        set_over(cast, "dot_vote", pause.id)


def test_a_break_works_on_no_board(cast):
    pause = next(step for step in cast.steps() if step.type == "break")

    with pytest.raises(Refused, match="invalid"):
        cast.asks("ada", {"op": "set_over", "step": pause.id, "over": None})


def test_a_questionnaire_works_on_no_board(cast):
    silent = step_of(cast, "silent_brainstorm").id
    form = add(cast, "self_assessment")

    with pytest.raises(Refused, match="invalid"):
        cast.asks("ada", {"op": "set_over", "step": form.id, "over": silent})


def test_a_step_that_there_is_not_has_no_boards(cast):
    with pytest.raises(Refused, match="unknown"):
        set_over(cast, "dot_vote", "s000000000")


def test_a_step_keeps_the_boards_on_which_the_room_has_worked(cast):
    cast.go_to("dot_vote")

    with pytest.raises(Refused, match="not_now"):
        set_over(cast, "dot_vote", None)


def test_a_step_keeps_its_boards_where_the_room_has_worked_on_them_in_a_later_one(cast):
    """The room jumped over it: its notes lie there all the same."""
    cast.go_to("dot_vote")

    with pytest.raises(Refused, match="not_now"):
        set_over(cast, "silent_brainstorm", step_of(cast, "be_the_applicant").id)


# What it does


def test_who_votes_on_another_steps_notes_sees_and_moves_them(cast):
    earlier = step_of(cast, "be_the_applicant").id
    set_over(cast, "dot_vote", earlier)
    board = f"board:{cast.go_to('be_the_applicant', 1)}-t1"
    zone = cast.clerks.of(board).look(lambda root: sorted(root.zones))[1][0]
    cast.asks("ben", add_note(1, zone=zone), board)

    cast.go_to("dot_vote", 1)

    assert cast.asks("citra", move_note(1, zone=zone), board).seq == 2
    assert list(cast.notes(board)) == [note_id(1)]


def test_a_step_with_its_own_boards_opens_what_its_method_opens(cast):
    over = step_of(cast, "dot_vote")
    assert over.over and "move" in over.phases[1].opens

    set_over(cast, "dot_vote", None)

    own = step_of(cast, "dot_vote")
    assert own.has_own_boards and own.phases[1].opens == ["dot"]
    assert [phase.minutes for phase in own.phases] == [phase.minutes for phase in over.phases]


@pytest.mark.parametrize(
    "method", ["affinity_clusters", "idea_clusters", "dot_vote", "dvfl_rating"]
)
def test_a_method_that_begins_with_notes_finds_those_of_the_nearest_earlier_board(cast, method):
    silent = step_of(cast, "silent_brainstorm")
    index = [step.id for step in cast.steps()].index(silent.id)

    step = add(cast, method, index + 1)

    assert step.over == silent.id and step.board
    assert all("move" in phase.opens for phase in step.phases if phase.opens)


def test_a_method_in_which_people_write_first_begins_on_a_new_board(cast):
    assert add(cast, "crazy_eights").has_own_boards


def test_a_vote_before_anything_has_been_written_has_its_own_board(cast):
    assert add(cast, "dot_vote", 0).has_own_boards

"""The cue of a step: the same step in both languages, for the team that asks."""

import pytest

from workshop.agenda.cue import cue, is_private
from workshop.methods import library


def cue_of(cast, method: str, language: str = "en", team: str | None = "t1", **more) -> dict:
    def at(workshop):
        step = next(step for step in workshop.agenda.steps if step.method == method)
        return cue(workshop, step, team, language, **more)

    return cast.look(at)


def test_a_step_is_told_in_the_language_that_is_asked_for(cast):
    english, indonesian = (cue_of(cast, "silent_brainstorm", language) for language in ("en", "id"))

    assert (english["title"], indonesian["title"]) == ("Silent Brainstorm", "Curah Ide Senyap")
    assert english["stage"] == {"id": "ideate", "name": "Ideate", "index": 1, "of": 2}
    assert indonesian["stage"]["name"] == "Ideasi"
    assert english["phases"][1]["text"] == "Write at least six ideas in private, one per note."
    assert indonesian["phases"][1]["text"].startswith("Tulis sedikitnya enam ide")
    assert [zone["title"] for zone in indonesian["layout"]["zones"]] == ["Ide", "Ide liar"]
    assert english["kinds"] == [
        {"id": "idea", "letter": "G", "colour": "teal", "meaning": "Idea"},
    ]


def test_the_phases_are_those_of_the_agenda_with_its_minutes(cast):
    told = cue_of(cast, "silent_brainstorm")

    assert sum(phase["minutes"] for phase in told["phases"]) == told["minutes"]
    assert [phase["opens"] for phase in told["phases"]] == [[], ["write"], [], ["write"]]


def test_of_a_stage_only_activities_are_counted(cast):
    stages = cast.look(
        lambda workshop: [
            (step.type, told["stage"] and (told["stage"]["id"], told["stage"]["index"]))
            for step in workshop.agenda.steps
            for told in [cue(workshop, step, "t1", "en")]
        ]
    )

    defining = [index for type, (stage, index) in (s for s in stages if s[1]) if stage == "define"]
    assert defining == [1, 2, 3]
    assert all(stage is None for type, stage in stages if type == "break")


def test_a_step_over_an_earlier_one_has_that_ones_zones_and_its_own_words(cast):
    over, earlier = cue_of(cast, "dot_vote"), cue_of(cast, "silent_brainstorm")

    assert over["layout"] == earlier["layout"]
    assert over["kinds"] == earlier["kinds"]
    assert over["phases"][0]["text"] != earlier["phases"][0]["text"]


def test_a_team_that_does_another_method_has_its_cue(cast):
    step = next(step.id for step in cast.steps() if step.method == "silent_brainstorm")
    cast.asks("ada", {"op": "set_instead", "step": step, "team": "t2", "method": "crazy_eights"})

    theirs = cue_of(cast, "silent_brainstorm", team="t2")

    assert theirs["title"] == library.get("crazy_eights").name.en
    assert theirs["layout"] == library.get("crazy_eights").layout_in("en")
    assert cue_of(cast, "silent_brainstorm", team="t1")["title"] == "Silent Brainstorm"


def test_the_facilitator_reads_one_sentence_and_the_room_another(cast):
    english, indonesian = (cue_of(cast, "pov_statement", lang)["phases"] for lang in ("en", "id"))

    assert english[0]["text"].startswith("Explain the pattern")
    assert english[0]["room"].startswith("Look at the pattern")
    assert indonesian[0]["room"].startswith("Simak polanya")
    assert english[1]["room"] == english[1]["text"] == "Each member writes one complete sentence."


def test_each_phase_says_where_one_begins_to_write(cast):
    phases = cue_of(cast, "challenge_brief")["phases"]

    assert [phase["zone"] for phase in phases] == ["service", "service", "service", "challenge"]


def test_over_an_earlier_board_one_begins_in_a_zone_of_that_board(cast):
    steps = {step.method: step.id for step in cast.steps()}
    over = {"op": "set_over", "step": steps["hmw_questions"], "over": steps["pov_statement"]}
    cast.asks("ada", over)

    told = cue_of(cast, "hmw_questions")

    assert [zone["id"] for zone in told["layout"]["zones"]] == ["user", "need", "insight", "pov"]
    assert {phase["zone"] for phase in told["phases"]} == {"user"}


def test_a_form_has_a_board_only_where_it_can_be_answered_with_notes(cast):
    ticket, questionnaire = cue_of(cast, "exit_ticket"), cue_of(cast, "self_assessment")

    zones = [zone["id"] for zone in ticket["layout"]["zones"]]
    assert (zones, ticket["form"]) == (["score", "lesson", "unclear"], False)
    assert [phase["opens"] for phase in ticket["phases"]] == [[], ["write"], []]
    assert (questionnaire["layout"], questionnaire["form"]) == (None, True)
    assert [phase["zone"] for phase in questionnaire["phases"]] == [None, None, None]


def test_a_break_has_a_sentence(cast):
    pause = next(step for step in cast.steps() if step.type == "break")
    told = cast.look(lambda workshop: cue(workshop, pause, "t1", "en"))

    assert told["phases"][0]["room"].startswith("Have a good break.")
    assert told["question"] is None


@pytest.mark.parametrize(
    ("method", "private"), [("silent_brainstorm", True), ("storyboard", False)]
)
def test_it_says_which_methods_mean_notes_to_be_private(cast, method, private):
    assert cue_of(cast, method)["private"] is private


def test_the_challenge_stands_over_the_work_of_the_five_stages(cast):
    change = {"op": "change_details", "title": "T", "challenge": "How?", "language": "id"}
    rest = {"timezone": "Asia/Jakarta", "days": ["2026-11-24"], "joining": "choose"}
    cast.asks("ada", change | rest)

    assert cue_of(cast, "silent_brainstorm")["question"] == "How?"
    assert cue_of(cast, "one_word_checkin")["question"] is None


def test_the_tip_is_told_only_where_it_is_asked_for(cast):
    assert "tip" not in cue_of(cast, "silent_brainstorm")
    assert cue_of(cast, "silent_brainstorm", tip=True)["tip"].startswith("Announce a number")


def test_where_a_method_hides_what_is_written_its_board_stays_private_in_later_steps(cast):
    def private(board: str) -> bool:
        return cast.look(lambda workshop: is_private(workshop, board))

    ideas = f"{cast.go_to('silent_brainstorm')}-t1"
    assert private(ideas)
    cast.go_to("dot_vote")  # on the same board
    assert private(ideas)
    assert not private(f"{cast.go_to('storyboard')}-t1")


def test_a_board_that_is_not_there_is_private(cast):
    cast.go_to("storyboard")
    assert cast.look(lambda workshop: is_private(workshop, "snowhere00-t1"))

"""The check finds what is wrong in the catalogue; in ours it finds nothing."""

import pytest

from workshop.methods.check import check, faults
from workshop.methods.method import WORDS


def phase(raw, method, n):
    return raw["methods"][method]["phases"][n - 1]


def zone(raw, method, n):
    return raw["methods"][method]["layout"]["zones"][n - 1]


def item(raw, agenda, id):
    items = (item for day in raw["agendas"][agenda]["days"] for item in day["items"])
    return next(item for item in items if item["id"] == id)


# What stands in a file


def test_a_phase_must_say_what_it_opens(raw):
    del phase(raw, "silent_brainstorm", 2)["opens"]

    (fault,) = faults(raw)
    assert fault.startswith("methods/silent_brainstorm.yaml: Object missing required field `opens`")


def test_a_misspelt_setting_is_found(raw):
    raw["methods"]["dot_vote"]["settings"]["hidden_total"] = True

    (fault,) = faults(raw)
    assert "unknown field `hidden_total`" in fault


def test_a_file_that_nothing_reads_is_found(raw):
    raw["colors"] = []

    assert faults(raw) == ["Nothing reads colors."]


def test_a_missing_part_is_found(raw):
    del raw["stages"]

    assert faults(raw) == ["The catalogue has no stages."]


def test_a_file_that_is_not_yaml_is_named(tmp_path):
    (tmp_path / "kinds.yaml").write_text("- id: [")

    (fault,) = check(tmp_path)
    assert fault.startswith("kinds.yaml is not YAML")


# Names


def test_an_id_is_used_once(raw):
    raw["kinds"].append(raw["kinds"][0])

    assert "kinds has observation twice." in faults(raw)
    assert "The letters of kinds has O twice." in faults(raw)


def test_a_zone_is_named_once(raw):
    zone(raw, "silent_brainstorm", 2)["id"] = "ideas"

    assert "silent_brainstorm has ideas twice." in faults(raw)


def test_a_file_is_named_by_its_id(raw):
    raw["methods"]["dots"] = raw["methods"].pop("dot_vote") | {"stage": "test"}

    assert "dots.yaml calls itself dot_vote." in faults(raw)


def test_a_method_stands_on_the_shelf_of_its_stage(raw):
    raw["stages"][3]["methods"].remove("dot_vote")

    assert "dot_vote is of stage ideate, whose list does not have it." in faults(raw)


def test_a_shelf_lists_methods_only(raw):
    raw["stages"][3]["methods"].append("telepathy")

    assert faults(raw) == ["Stage ideate lists telepathy, which is not a method."]


@pytest.mark.parametrize(
    ("break_it", "sentence"),
    [
        (
            lambda raw: raw["methods"]["dot_vote"]["materials"].append("magic"),
            "dot_vote: magic is not a material.",
        ),
        (
            lambda raw: raw["methods"]["dot_vote"].update(also_in=["dream"]),
            "dot_vote: dream is not a stage.",
        ),
        (
            lambda raw: raw["methods"]["dot_vote"]["colours"][0].update(colour="gold"),
            "dot_vote: gold is not a colour.",
        ),
        (
            lambda raw: zone(raw, "dot_vote", 1).update(kind="action"),
            "dot_vote, zone ballot: action is not a kind of this method.",
        ),
        (
            lambda raw: raw["methods"]["exit_ticket"]["settings"].update(form="census"),
            "exit_ticket: census is not a form.",
        ),
        (
            lambda raw: item(raw, "half_day", "dot_vote").update(method="telepathy"),
            "half_day, item dot_vote: telepathy is not a method.",
        ),
        (
            lambda raw: item(raw, "half_day", "dot_vote").pop("method"),
            "half_day, item dot_vote: nothing is not a method.",
        ),
        (
            lambda raw: item(raw, "one_day", "gate_define").update(stage="dream"),
            "one_day, item gate_define: dream is not a stage.",
        ),
    ],
)
def test_what_is_named_exists(raw, break_it, sentence):
    break_it(raw)

    assert sentence in faults(raw)


# Texts


def test_a_text_without_its_translation_is_found(raw):
    raw["methods"]["dot_vote"]["tip"]["id"] = " "

    assert faults(raw) == ["methods.dot_vote.tip says nothing in id."]


def test_a_text_in_one_language_only_is_found(raw):
    del phase(raw, "dot_vote", 2)["text"]["en"]

    (fault,) = faults(raw)
    assert fault.startswith("methods/dot_vote.yaml: Object missing required field `en`")


# Phases


def test_phases_add_up_to_the_minutes_of_the_method(raw):
    phase(raw, "dot_vote", 2)["minutes"] = 6

    assert faults(raw) == ["dot_vote: its phases take 16 minutes, it says 15."]


def test_the_usual_minutes_lie_within_the_range(raw):
    raw["methods"]["dot_vote"]["minutes_range"] = [16, 20]

    assert "dot_vote: 15 minutes are not between 16 and 20." in faults(raw)


def test_a_phase_opens_only_the_eight_words(raw):
    phase(raw, "dot_vote", 2)["opens"] = ["vote"]

    (fault,) = faults(raw)
    assert fault == f"dot_vote, phase 2: vote is not one of {', '.join(WORDS)}."


def test_a_form_is_written_on_a_board_only_where_each_question_has_a_zone(raw):
    phase(raw, "self_assessment", 2)["opens"] = ["write"]

    assert faults(raw) == ["self_assessment: 12 questions cannot be answered in 1 zones."]


@pytest.mark.parametrize(
    ("method", "n", "verb"),
    [
        ("pov_statement", 1, "Explain"),  # everybody looks to the front
        ("silent_brainstorm", 3, "Reveal"),  # in a phase of teams
    ],
)
def test_a_sentence_for_the_facilitator_has_another_one_for_the_room(raw, method, n, verb):
    here = phase(raw, method, n)
    asked = f"{method}, phase {n}: “{verb} …” asks the facilitator; say in `room` what people read."
    spoken = here.pop("room")
    assert faults(raw) == [asked]

    here["room"] = spoken | {"en": f"{verb} it."}
    assert faults(raw) == [asked]


def test_either_language_shows_that_a_sentence_is_for_the_facilitator(raw):
    here = phase(raw, "silent_brainstorm", 3)
    del here["room"]
    here["text"]["en"] = "Read quickly."

    assert "silent_brainstorm, phase 3: “Tampilkan …”" in faults(raw)[0]


def test_teams_explain_to_each_other(raw):
    assert phase(raw, "crazy_eights", 4)["text"]["en"].startswith("Explain")
    assert "room" not in phase(raw, "crazy_eights", 4)


def test_the_room_speaks_both_languages(raw):
    phase(raw, "pov_statement", 1)["room"]["id"] = " "

    assert faults(raw) == ["methods.pov_statement.phases 1.room says nothing in id."]


def test_the_room_does_not_repeat_the_text(raw):
    here = phase(raw, "affinity_clusters", 1)
    here["room"]["id"] = here["text"]["id"]

    assert faults(raw) == ["affinity_clusters, phase 1: its room says the same as its text."]


def test_what_the_room_reads_is_short(raw):
    phase(raw, "pov_statement", 1)["room"]["en"] = "Look! " * 16

    assert faults(raw) == ["pov_statement, phase 1: its room is longer than 90 characters."]


def test_people_begin_in_a_zone_that_there_is(raw):
    phase(raw, "pov_statement", 2)["zone"] = "moon"

    assert faults(raw) == ["pov_statement, phase 2: moon is not one of its zones."]


def test_notes_are_carried_to_what_exists(raw):
    carry = raw["methods"]["silent_brainstorm"]["carry_forward"][0]
    carry.update({"to": ["telepathy", "report:", "moon:base"], "from_zones": ["sky"]})

    assert set(faults(raw)) == {
        "silent_brainstorm carries notes to telepathy, which does not exist.",
        "silent_brainstorm carries notes to moon:base, which does not exist.",
        "silent_brainstorm carries notes from sky, which is not one of its zones.",
    }


# Boards


def test_a_zone_stays_on_the_board(raw):
    zone(raw, "silent_brainstorm", 2)["at"]["w"] = 0.4

    assert faults(raw) == ["silent_brainstorm: zone wild leaves the board."]


def test_zones_do_not_overlap(raw):
    zone(raw, "silent_brainstorm", 2)["at"]["x"] = 0.6

    assert faults(raw) == ["silent_brainstorm: zones ideas and wild overlap."]


def test_rings_do_not_overlap(raw):
    zone(raw, "lotus_blossom", 2)["ring"]["a1"] = 50

    assert faults(raw) == ["lotus_blossom: zones petal1 and petal2 overlap."]


def test_a_zone_without_a_shape_is_found(raw):
    del zone(raw, "silent_brainstorm", 2)["at"]

    assert faults(raw) == ["silent_brainstorm: each zone of a columns has one Rectangle."]


def test_a_grid_is_full(raw):
    raw["methods"]["crazy_eights"]["layout"]["columns"] = 3

    assert faults(raw) == ["crazy_eights: 2 rows of 3 are not 8 zones."]


# Agendas


def test_the_items_of_a_day_add_up(raw):
    item(raw, "half_day", "coffee")["minutes"] = 20

    assert faults(raw) == [
        "half_day, Half day: its items take 245 minutes, not 240.",
        "half_day, Half day: 08:30 to 12:30 is not 245 minutes.",
    ]


def test_learning_minutes_add_up(raw):
    item(raw, "half_day", "joining")["counts_for_jp"] = True

    assert faults(raw) == ["half_day, Half day: 225 minutes are learning, not 215."]


def test_days_add_up(raw):
    raw["agendas"]["two_day"]["total_minutes"] = 1000

    assert faults(raw) == ["two_day: its days have 1050 total_minutes, it says 1000."]


def test_an_item_keeps_to_the_range_of_its_method(raw):
    item(raw, "half_day", "dot_vote")["minutes"] = 5

    assert "half_day, item dot_vote: dot_vote cannot be done in 5 minutes." in faults(raw)


@pytest.mark.parametrize("below", ["storyboard", "dot_vote", "nowhere"])
def test_what_stands_over_a_board_looks_back(raw, below):
    item(raw, "half_day", "dot_vote")["over"] = below

    assert faults(raw) == [
        f"half_day, item dot_vote stands over {below}, which is not an earlier item."
    ]


@pytest.mark.parametrize("below", ["coffee", "self_assessment", "affinity_clusters"])
def test_what_stands_over_a_board_finds_one(raw, below):
    item(raw, "half_day", "dot_vote")["over"] = below

    assert faults(raw) == [
        f"half_day, item dot_vote stands over {below}, which has no board of its own."
    ]


def test_a_step_of_teams_does_not_stand_over_the_board_of_all(raw):
    item(raw, "half_day", "dot_vote")["over"] = "one_word_checkin"

    assert faults(raw) == [
        "half_day, item dot_vote stands over one_word_checkin: "
        "one has a board for each team, the other for all."
    ]


# Ours


def test_our_catalogue_is_sound():
    assert check() == []


def test_there_are_72_methods_with_286_phases_and_six_agendas(files):
    assert len(files["methods"]) == 72
    assert sum(len(method["phases"]) for method in files["methods"].values()) == 286
    assert len(files["agendas"]) == 6


def test_grouping_and_voting_on_earlier_notes_stand_over_their_board(shelf):
    for agenda in shelf.agendas.values():
        for item in agenda.items:
            if item.method in ("affinity_clusters", "idea_clusters", "dot_vote", "dvfl_rating"):
                assert item.over, f"{item.id} of {agenda.id} would have an empty board"

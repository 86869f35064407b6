"""The library finds methods, keeps their order, and starts from one file."""

import json

import msgspec
import pytest

from workshop.methods.library import Library
from workshop.methods.reading import read_catalogue


def ids(methods):
    return [method.id for method in methods]


# Searching


def test_what_nothing_speaks_of_finds_nothing(shelf):
    assert shelf.search("blockchain") == []
    assert shelf.search(stage="dream") == []
    assert shelf.search(minutes=(240, 300)) == []


def test_an_unknown_method_is_none(shelf):
    assert shelf.get("telepathy") is None


def test_without_a_question_everything_is_found_in_the_order_of_the_shelf(shelf):
    found = shelf.search()

    assert ids(found)[:2] == ["one_word_checkin", "learning_contract"]
    assert len(found) == 72


@pytest.mark.parametrize("text", ["silent brain", "SENYAP curah", "  sebelum   diskusi "])
def test_words_are_sought_in_name_and_purpose_of_both_languages(shelf, text):
    assert "silent_brainstorm" in ids(shelf.search(text))


def test_all_words_must_be_found(shelf):
    assert shelf.search("curah blockchain") == []


def test_a_stage_shows_its_own_methods_before_its_guests(shelf):
    found = ids(shelf.search(stage="define"))

    assert found[0] == "affinity_clusters"
    assert found.index("problem_reframing") < found.index("empathy_map")
    assert "silent_brainstorm" not in found


def test_a_method_fits_when_it_can_be_done_in_that_time(shelf):
    found = ids(shelf.search(minutes=(8, 8)))

    assert "dot_vote" in found  # 8 to 20
    assert "silent_brainstorm" not in found  # 12 to 25
    assert "silent_brainstorm" in ids(shelf.search(minutes=(25, 60)))


def test_a_mode_is_the_main_mode_of_the_method(shelf):
    assert {method.mode for method in shelf.search(mode="plenary")} == {"plenary"}


def test_all_questions_count_together(shelf):
    found = shelf.search("notes", stage="ideate", minutes=(10, 10), mode="individual")

    assert ids(found) == ["dot_vote"]


def test_agendas_begin_with_the_shortest_and_end_with_the_clinic(shelf):
    assert list(shelf.agendas) == [
        "taster_90",
        "half_day",
        "one_day",
        "two_day",
        "five_day",
        "guideline_clinic",
    ]


# Layouts on the wire


def test_every_layout_is_plain_json_in_one_language(shelf):
    for method in shelf.methods.values():
        layout = method.layout_in("id")

        assert json.loads(json.dumps(layout)) == layout
        assert layout["zones"][0]["title"] == method.layout.zones[0].title.id


def test_all_eight_types_of_layout_are_in_use(shelf):
    assert {method.layout.type for method in shelf.methods.values()} == {
        "free",
        "columns",
        "rows",
        "grid",
        "table",
        "matrix2x2",
        "radial",
        "canvas",
    }


def test_a_table_has_a_zone_for_every_row_and_column(shelf):
    layout = shelf.get("journey_map").layout_in("en")

    assert [zone["id"] for zone in layout["zones"]][6] == "contact__aware"
    assert layout["zones"][6] | {"y": 0.325} == {
        "id": "contact__aware",
        "title": "Contact point / Learns of it",
        "prompt": None,
        "kind": "actor",
        "colour": "blue",
        "x": 0.14,
        "y": 0.325,
        "w": 0.1433,
        "h": 0.225,
    }
    assert [row["title"] for row in layout["row_titles"]][1] == "Contact point"


def test_a_matrix_says_its_axes(shelf):
    assert shelf.get("impact_effort").layout_in("en")["x_axis"] == {
        "low": "Little effort",
        "high": "Much effort",
    }


def test_a_method_may_give_a_kind_another_colour_and_meaning(shelf):
    assert shelf.kinds_in(shelf.get("draw_neighbour"), "en") == [
        {"id": "reflection", "letter": "~", "colour": "blue", "meaning": "Photo of the drawing"}
    ]


# Starting


@pytest.fixture
def small(tmp_path):
    """A catalogue of one file, and a folder to keep it in."""
    folder = tmp_path / "catalogue"
    folder.mkdir()
    (folder / "kinds.yaml").write_text("- {id: idea}")
    return folder, tmp_path / "kept"


def test_a_changed_file_is_read_again(small):
    folder, kept = small
    read_catalogue(kept, folder)

    (folder / "kinds.yaml").write_text("- {id: need}")

    assert read_catalogue(kept, folder) == {"kinds": [{"id": "need"}]}


def test_a_second_start_reads_what_the_first_has_kept(small):
    folder, kept = small
    read_catalogue(kept, folder)
    (file,) = kept.iterdir()
    file.write_text('{"kinds": "as kept"}')

    assert read_catalogue(kept, folder) == {"kinds": "as kept"}


def test_a_spoilt_file_is_made_anew(small):
    folder, kept = small
    read_catalogue(kept, folder)
    (file,) = kept.iterdir()
    file.write_text('{"kin')

    assert read_catalogue(kept, folder) == {"kinds": [{"id": "idea"}]}
    assert json.loads(file.read_text()) == {"kinds": [{"id": "idea"}]}


def test_a_folder_that_cannot_be_written_stops_nobody(small, tmp_path):
    folder, _ = small
    (tmp_path / "a file").write_text("")

    assert read_catalogue(tmp_path / "a file" / "kept", folder) == {"kinds": [{"id": "idea"}]}


def test_what_is_kept_is_the_whole_library(tmp_path):
    first, second = Library.load(tmp_path), Library.load(tmp_path)

    assert msgspec.to_builtins(first.methods) == msgspec.to_builtins(second.methods)
    assert len(list(tmp_path.iterdir())) == 1

"""The library's pages, as somebody without an account and without a script meets them."""

import re

import pytest
from markupsafe import escape

from tests.shell import SHELL, open_shell


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    return open_shell(tmp_path_factory.mktemp("data"), (*SHELL, "workshop.methods"))


@pytest.fixture
def read(app):
    """Reads a page in a language; gives its HTML."""
    client = app.test_client()

    def read(address, language="en", status=200):
        answer = client.get(address, headers={"Accept-Language": language})
        assert answer.status_code == status
        return answer.text

    return read


def methods_on(page):
    return re.findall(r'class="card" href="/methods/(\w+)"', page)


# What is not there


def test_an_unknown_method_is_not_found(read):
    assert "There is nothing here" in read("/methods/telepathy", status=404)


def test_when_nothing_fits_there_is_a_way_out(read):
    page = read("/methods?q=blockchain")

    assert methods_on(page) == []
    assert "No method fits all of this" in page
    assert 'href="/methods"' in page


@pytest.mark.parametrize(
    "nonsense", ["stage=dream", "minutes=soon", "minutes=7", "minutes=-1", "mode=telepathy", "x=1"]
)
def test_what_the_library_does_not_know_is_not_asked(read, nonsense):
    assert len(methods_on(read(f"/methods?{nonsense}"))) == 72


@pytest.mark.parametrize("text", ["%00", "%ff", "%ED%A0%80", "a" * 10_000, "%E2%80%AE"])
def test_a_strange_search_finds_nothing_and_breaks_nothing(read, text):
    assert read(f"/methods?q={text}")


def test_controls_in_a_search_are_left_out(read):
    assert 'name="q" value="ideas now"' in read("/methods?q=%00ideas%0A%20%20now")


def test_what_was_sought_comes_back_as_text(read):
    page = read("/methods?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


# Finding


def test_the_library_shows_every_method_on_the_shelf_of_its_stage(read, shelf):
    page = read("/methods")

    assert methods_on(page) == list(shelf.methods)
    for stage in shelf.stages.values():
        assert f'<h2 id="{stage.id}">{stage.name.en}</h2>' in page


def test_a_search_looks_into_both_languages(read):
    assert methods_on(read("/methods?q=curah+senyap", "en")) == ["silent_brainstorm"]
    assert methods_on(read("/methods?q=silent+brainstorm", "id")) == ["silent_brainstorm"]


def test_filters_work_together_and_stay_in_the_form(read):
    page = read("/methods?q=notes&stage=ideate&minutes=10&mode=individual")

    assert methods_on(page) == ["dot_vote"]
    assert 'name="q" value="notes"' in page
    assert 'name="stage" value="ideate"' in page
    assert '<option value="10" selected>' in page
    assert '<option value="individual" selected>' in page


def test_a_stage_shows_guests_apart(read):
    page = read("/methods?stage=define")
    own, guests = page.split('id="guests"')

    assert "affinity_clusters" in methods_on(own)
    assert "empathy_map" in methods_on(guests)


def test_choosing_a_stage_keeps_the_search(read):
    assert 'href="/methods?q=notes&amp;stage=define"' in read("/methods?q=notes&stage=ideate")


# One method


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_method_is_told_whole(read, shelf, language):
    for method in shelf.methods.values():
        page = read(f"/methods/{method.id}", language)

        texts = [method.name, method.purpose, method.tip, *(phase.text for phase in method.phases)]
        assert [text for text in texts if str(escape(text.in_(language))) not in page] == []


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_board_is_drawn_from_its_zones_and_told_in_words(read, shelf, language):
    for method in shelf.methods.values():
        page = read(f"/methods/{method.id}", language)

        drawn = len(method.layout.zones) if method.has_board else 0
        assert page.count('class="mini__zone"') == drawn
        told = getattr(method.layout, "row_titles", method.layout.zones) if drawn else ()
        for zone in told:
            assert f">{escape(zone.title.in_(language))}<" in page.split("</svg>", 1)[1]


def test_notes_lead_to_the_methods_they_are_carried_to(read):
    page = read("/methods/iterate_decision")

    assert '<a href="/methods/silent_brainstorm">Silent Brainstorm</a>' in page
    assert page.split("Carried to")[1].count("the report") == 1


def test_what_this_version_does_not_keep_is_said(read):
    assert "Not yet in this version" in read("/methods/silent_brainstorm")
    assert "Not yet in this version" in read("/methods/exit_ticket")
    assert "Not yet in this version" not in read("/methods/scamper")


def test_a_questionnaire_stands_there_to_be_handed_out(read):
    page = read("/methods/self_assessment", "id")

    assert "Saya terbiasa memeriksa apakah kami memecahkan masalah yang tepat." in page
    assert "1 Sangat tidak setuju · 2 Tidak setuju" in page
    assert "Kuesioner" not in read("/methods/exit_ticket", "id")


def test_a_page_is_in_the_language_of_its_reader(read):
    page = read("/methods/silent_brainstorm", "id")

    assert '<html lang="id"' in page
    assert "mandiri" in page
    assert "individual" not in re.sub(r"<[^>]*>", "", page)

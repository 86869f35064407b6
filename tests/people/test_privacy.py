"""The privacy notice: whole, in both languages, without a seat."""

import pytest

from workshop.people.privacy import notice


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Privacy notice"), ("id", "Pemberitahuan privasi")]
)
def test_everybody_can_read_the_whole_notice(house, ada, language, title):
    browser = house.browser()
    browser.set_cookie("language", language)

    page = browser.get("/privacy").text

    assert title in page
    for part in notice().whole:
        assert part.title.in_(language) in page
    assert notice().version in page


def test_every_sentence_is_there_in_both_languages():
    for part in notice().whole:
        assert part.title.en and part.title.id and part.text.en and part.text.id


def test_the_day_of_the_erasure_has_its_place():
    assert "{day}" in notice().short.en
    assert "{day}" in notice().short.id

"""Lines from the clipboard: one note, or many."""

import pytest
from playwright.sync_api import Page, expect

FIELD = "Write a note"


def paste(page: Page, text: str) -> None:
    """Through the browser's own clipboard, from a field that is there for it alone."""
    page.evaluate(
        """(text) => {
          const source = document.createElement("textarea")
          document.body.append(source)
          source.value = text
          source.select()
          document.execCommand("cut")
          source.remove()
        }""",
        text,
    )
    page.get_by_label(FIELD).focus()
    page.keyboard.press("ControlOrMeta+V")


@pytest.fixture
def ben(open_room) -> Page:
    open_room.act(lambda cast: cast.start_writing())
    page = open_room.seat("ben")
    expect(page.get_by_label(FIELD)).to_be_visible()
    return page


def texts(page: Page):
    return page.locator(".list__group:not(.list__group--trash) .row__text")


def test_ten_thousand_lines_are_not_made_into_notes(ben):
    paste(ben, "baris\n" * 10_000)

    expect(ben.locator("[data-part=lines-said]")).to_have_text(
        "These are 10000 lines. At most 100 become notes at once."
    )
    expect(ben.locator("[data-part=lines-go]")).to_be_hidden()
    expect(texts(ben)).to_have_count(0)


def test_what_is_pasted_into_a_sentence_is_a_part_of_it(ben):
    ben.get_by_label(FIELD).fill("Sebelum ")
    paste(ben, "satu\ndua")

    expect(ben.get_by_label(FIELD)).to_have_value("Sebelum satu\ndua")
    expect(ben.locator("[data-part=lines]")).to_be_hidden()


def test_lines_become_notes_in_their_order_and_are_taken_back_with_one_press(ben):
    paste(ben, "Loket\t3\n\nAntre dua kali\nFormulir ganda")
    ben.get_by_role("button", name="Make 3 notes").click()

    expect(texts(ben)).to_have_text(["Loket, 3", "Antre dua kali", "Formulir ganda"])
    expect(ben.get_by_label(FIELD)).to_have_value("")
    expect(ben.get_by_label(FIELD)).to_be_focused()
    ben.locator(".receipt", has_text="3 notes added.").get_by_role("button", name="Undo").click()
    expect(texts(ben)).to_have_count(0)


def test_a_line_that_is_too_long_for_a_note_stays_in_the_field(ben):
    long = "panjang " * 300
    paste(ben, f"satu\n{long}\ndua")
    ben.get_by_role("button", name="Make 2 notes").click()

    expect(texts(ben)).to_have_text(["satu", "dua"])
    expect(ben.get_by_label(FIELD)).to_have_value(long.strip())


def test_who_presses_enter_keeps_the_lines_together(ben):
    paste(ben, "satu\ndua")
    ben.keyboard.press("Enter")

    expect(texts(ben)).to_have_text(["satu\ndua"])
    expect(ben.locator("[data-part=lines]")).to_be_hidden()

"""One board, two laptops and two phones: one of them by keyboard alone, one by the list only. All
end with the same board, and so do the screen and the papers."""

import json
from contextlib import suppress

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.heaps import Heaps, heaps_on, heaps_on_wall
from tests.journeys.people import OnLaptop, OnPhone
from tests.journeys.room import Room
from tests.seat.test_pasting_in_browsers import paste
from tests.servers.programs import wait_until


@pytest.mark.timeout(400)
def test_four_people_work_on_one_board_each_in_their_own_way(room: Room):
    ada = room.ada
    ada.sets_up_her_account(room.address + room.server.said(r"http://\S+(/setup/\S+)").group(1))
    ada.makes_a_half_day("Antrean AK-1", teams=["Melati", "Kenanga"])
    room.code = ada.opens_it()
    room.hangs_the_screen(ada.makes_a_screen_link())
    ada.sits_down_at_the_desk()
    ben, citra = room.on_laptop("Ben", "Melati"), room.on_laptop("Citra", "Melati")
    dewi, eko = room.on_phone("Dewi", "Melati"), room.on_phone("Eko", "Melati")
    ada.starts()
    ada.leads_to("Point-of-View Statement", 2)
    zones = [zone.inner_text() for zone in ben.page.locator(".zone__title").all()]
    users, _, why = zones[:3]
    ada.shows("Melati")

    by_mouse(ben, users)
    by_keyboard_alone(citra)
    by_touch(dewi)
    by_list_only(eko, why)
    taking_back(ben, citra)

    truth = {
        users: {"": ["Datang dua kali", "Satpam yang ramah"], "Antrean": ["Antre sejak subuh"]},
        why: {"Loket": ["Loket pindah", "Nomor habis pukul 9"], "": ["Perlu kepastian waktu"]},
    }
    truth = {
        zone: {name: sorted(texts) for name, texts in heaps.items()}
        for zone, heaps in truth.items()
    }
    everybody_sees(truth, ben.page, citra.page, dewi.page, eko.page)
    everybody_sees(truth, room.wall, look=heaps_on_wall)
    for page in (ben.page, dewi.page):  # the other view of the same board
        the_other_view(page)
    everybody_sees(truth, ben.page, dewi.page)

    ada.finishes()
    kept = json.loads(ada.downloads("JSON").read_text())
    assert sorted(cluster["title"] for cluster in kept["clusters"]) == ["Antrean", "Loket"]
    assert [comment["text"] for comment in kept["comments"]] == ["Di loket mana?"]
    assert len(kept["links"]) == 1
    assert sum(note["starred"] for note in kept["notes"]) == 1
    assert sum(note["merged"] is not None for note in kept["notes"]) == 1


def by_mouse(ben: OnLaptop, users: str) -> None:
    """Writes, pastes lines, drags a note onto another."""
    page = ben.page
    ben.add("Antre sejak subuh", users)
    paste(page, "Datang dua kali\nDatang 2 kali\nSatpam yang ramah")
    page.get_by_role("button", name="Make 3 notes").click()
    expect(page.locator(".note")).to_have_count(4)
    ben.add("Loket pindah", users)
    ben.add("Nomor habis pukul 9", users)
    expect(page.locator(".note")).to_have_count(6)
    paper(page, "Nomor habis").drag_to(paper(page, "Loket pindah"))
    name_it(page, "Loket")
    expect(cluster(page, "Loket").locator(".note")).to_have_count(2)


def by_keyboard_alone(citra: OnLaptop) -> None:
    """Makes a cluster of two, and moves one of them out of it again."""
    page = citra.page
    expect(page.locator(".note")).to_have_count(6)
    for words in ("Antre sejak", "Datang dua"):
        paper(page, words).focus()
        page.keyboard.press("x")
    page.get_by_role("button", name="Group", exact=True).focus()
    page.keyboard.press("Enter")
    name_it(page, "Antrean")
    paper(page, "Datang dua").focus()
    page.keyboard.press("Shift+F10")
    page.get_by_role("button", name="Take it out of its cluster").focus()
    page.keyboard.press("Enter")
    expect(cluster(page, "Antrean").locator(".note")).to_have_count(1)


def by_touch(dewi: OnPhone) -> None:
    """Merges what says the same; gives a star, a sign, a comment and an arrow."""
    page = dewi.page
    dewi.menu_of("Datang dua kali").get_by_role("button", name="Choose several").click()
    row(page, "Datang 2 kali").click()
    page.get_by_role("button", name="Merge into one").click()
    expect(row(page, "Datang 2 kali")).to_have_count(0)
    menu = dewi.menu_of("Datang dua kali")
    menu.get_by_role("button", name="Star").click()
    menu.get_by_role("button", name="I agree").click()
    menu.get_by_role("button", name="Comment …").click()
    page.get_by_label("Write a comment").fill("Di loket mana?")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Close").click()
    dewi.menu_of("Datang dua kali").get_by_role("button", name="Arrow to another note …").click()
    page.get_by_label("To which note?").fill("loket")
    page.locator(".linking__found .menu__item").first.click()
    page.get_by_role("button", name="Close").click()


def by_list_only(eko: OnPhone, why: str) -> None:
    """Moves a whole cluster, and writes a note of his own beside it."""
    page = eko.page
    cluster(page, "Loket").get_by_role("button", name="What can be done with this cluster").click()
    page.get_by_role("button", name="Move to …").click()
    page.locator("dialog .menu__item").filter(has_text=why).click()
    eko.add("Perlu kepastian waktu", why)
    expect(page.locator(".row", has_text="Perlu kepastian")).to_be_visible()


def taking_back(ben: OnLaptop, citra: OnLaptop) -> None:
    """Each takes back only their own; what the other did meanwhile stays."""
    page = ben.page
    paper(page, "Satpam").drag_to(page.locator(".zone").nth(1).locator(".zone__floor"))
    expect(citra.page.locator(".zone").nth(1).locator(".note")).to_have_count(1)
    paper(citra.page, "Perlu kepastian").drag_to(
        citra.page.locator(".zone").nth(1).locator(".zone__floor")
    )
    expect(page.locator(".zone").nth(1).locator(".note")).to_have_count(2)

    page.keyboard.press("Control+z")
    expect(citra.page.locator(".zone").nth(1).locator(".note")).to_have_count(1)
    citra.page.keyboard.press("Control+z")
    expect(page.locator(".zone").nth(1).locator(".note")).to_have_count(0)


def everybody_sees(truth: Heaps, *pages: Page, look=heaps_on) -> None:
    for page in pages:
        with suppress(TimeoutError):
            wait_until(lambda page=page: look(page) == truth, 30)
        assert look(page) == truth


def the_other_view(page: Page) -> None:
    now = page.locator('.switch__choice[aria-pressed="false"]').first
    now.click()
    expect(page.locator(".note, .row").first).to_be_visible()


def name_it(page: Page, title: str) -> None:
    page.get_by_role("textbox", name="Title of the cluster").fill(title)
    page.keyboard.press("Enter")


def paper(page: Page, words: str) -> Locator:
    return page.locator(".note").filter(has_text=words).first


def row(page: Page, words: str) -> Locator:
    return page.locator(".row").filter(has_text=words)


def cluster(page: Page, title: str) -> Locator:
    return page.locator(".cluster").filter(has=page.get_by_role("heading", name=title))

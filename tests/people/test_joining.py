"""Joining by a plain form: a name, a team, in; and the same seat however often it is sent."""

import pytest
from sqlalchemy import select

from tests.visitors import House
from workshop.people import commands, joining
from workshop.people.commands import RemoveSeat, RemoveTeam
from workshop.people.privacy import notice
from workshop.people.tables import seat_tokens, seats
from workshop.refusals import Later
from workshop.workshops.commands import CloseDoor, FinishWorkshop, OpenDoor


@pytest.fixture
def phone(house, workshop):
    """Somebody new, with the form open."""
    phone = house.browser()
    phone.get(f"/j/{workshop.code}")
    return phone


def send(phone, workshop, name="Ben", team="t1"):
    return phone.post(f"/j/{workshop.code}", data={"name": name, "team": team})


def people(house: House) -> list:
    return house.rows(select(seats).where(seats.c.role == "participant"))


# What is refused


@pytest.mark.parametrize("joining", ["choose", "mix"])
def test_a_workshop_takes_no_more_than_it_can_hold_and_says_so(house, ada, monkeypatch, joining):
    monkeypatch.setattr(commands, "SEATS", 2)
    workshop = house.workshop(joining)
    for name in ("Ben", "Citra"):
        house.join(workshop, name)
    olga = house.browser()
    olga.get(f"/j/{workshop.code}")
    answer = send(olga, workshop, "Olga")

    assert answer.status_code == 400
    assert "The workshop is full." in answer.text
    assert "There are 2 people already. Please tell the facilitator." in answer.text
    assert 'value="Olga"' in answer.text
    assert [one.name for one in people(house)] == ["Ben", "Citra"]

    house.ask(workshop.id, RemoveSeat(seat=people(house)[0].alias))
    assert send(olga, workshop, "Olga").status_code == 303


BLANK = ["\u3164", "\u2800\u115f\uffa0", "\u034f\ufe0f", "\u2060\u00ad\u200b"]


@pytest.mark.parametrize("name", ["", "   ", "\x00", "\u200b", "\n\n", "\u202e", *BLANK])
def test_a_name_that_nobody_could_read_is_refused(house, workshop, phone, name):
    answer = send(phone, workshop, name)

    assert answer.status_code == 400
    assert "Please write a name; a nickname will do." in answer.text
    assert people(house) == []


def test_a_name_of_300_characters_comes_back_with_the_words_still_there(house, workshop, phone):
    answer = send(phone, workshop, "A" * 300, team="t2")

    assert answer.status_code == 400
    assert "At most 40 characters fit." in answer.text
    assert f'value="{"A" * 300}"' in answer.text
    assert 'value="t2" required checked' in answer.text
    assert 'aria-invalid="true" aria-describedby="name-about"' in answer.text
    assert people(house) == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Bu Dewi 🌸👩🏽‍💻", "Bu Dewi 🌸👩🏽‍💻"),
        ("ديوي", "ديوي"),
        ("\u202eiweD", "\u202eiweD\u202c"),
        ("<b>Budi</b>", "<b>Budi</b>"),
        ("Bu\x00di", "Budi"),
        ("Bu\ud800di", "Bu%ED%A0%80di"),  # what is no letter stays as it was sent
        ("  Budi \n Santoso ", "Budi Santoso"),
    ],
)
def test_an_unusual_name_is_kept_as_it_can_be_read(house, workshop, phone, typed, kept):
    body = {"name": typed.encode("utf-8", "surrogatepass"), "team": "t1"}
    answer = phone.post(f"/j/{workshop.code}", data=body)

    assert answer.status_code == 303
    assert [seat.name for seat in people(house)] == [kept]


def test_a_name_in_html_is_only_text_on_the_page(workshop, phone):
    answer = send(phone, workshop, '"><script>alert(1)</script>', team="")

    assert "<script>alert" not in answer.text
    assert "&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" in answer.text


def test_whoever_may_choose_a_team_must(house, workshop, phone):
    answer = send(phone, workshop, team="")

    assert answer.status_code == 400
    assert "Please choose your team." in answer.text
    assert 'value="Ben"' in answer.text
    assert people(house) == []


def test_a_team_that_was_removed_meanwhile_is_said_beside_the_teams(house, workshop, phone):
    house.ask(workshop.id, RemoveTeam(team="t2"))

    answer = send(phone, workshop, team="t2")

    assert answer.status_code == 400
    assert "This team is not there any more. Please choose another." in answer.text
    assert 'aria-describedby="team-about"' in answer.text


def test_a_refusal_is_said_in_the_persons_language(workshop, phone):
    phone.set_cookie("language", "id")

    assert "Tuliskan nama Anda; nama panggilan sudah cukup." in send(phone, workshop, "").text


def test_a_form_without_its_token_is_refused(house, workshop, phone):
    answer = phone.post(
        f"/j/{workshop.code}",
        data={"name": "Ben", "team": "t1"},
        headers={"X-CSRF-Token": "salt.guessed"},
    )

    assert answer.status_code == 403
    assert people(house) == []


def test_a_form_from_another_site_is_refused(house, workshop, phone):
    answer = phone.post(
        f"/j/{workshop.code}",
        data={"name": "Ben", "team": "t1"},
        headers={"Origin": "https://elsewhere.example", "X-CSRF-Token": phone.token()},
    )

    assert answer.status_code == 403
    assert people(house) == []


def test_a_browser_that_lost_its_token_is_asked_to_press_once_more(house, workshop):
    phone = house.browser()

    first = send(phone, workshop)
    second = send(phone, workshop)

    assert first.status_code == 400
    assert "Please press the button once more." in first.text
    assert 'value="Ben"' in first.text
    assert second.status_code == 303
    assert len(people(house)) == 1


def test_a_store_that_cannot_keep_anything_asks_to_press_once_more(
    house, workshop, phone, monkeypatch
):
    def put_off(*_):
        raise Later("storage", after=1000)

    with monkeypatch.context() as broken:
        broken.setattr(joining, "sit_down", put_off)
        answer = send(phone, workshop)

    assert "Please press the button once more." in answer.text
    assert send(phone, workshop).status_code == 303


def test_a_door_that_closed_meanwhile_answers_like_no_door(house, workshop, phone):
    house.ask(workshop.id, CloseDoor())

    assert send(phone, workshop).status_code == 404
    assert people(house) == []


# What is done


def test_somebody_new_comes_in(house, workshop, phone):
    answer = send(phone, workshop, "Ben")

    assert (answer.status_code, answer.location) == (303, f"/w/{workshop.code}")
    [seat] = people(house)
    assert (seat.name, seat.team, seat.language) == ("Ben", "t1", "en")


def test_the_notice_and_its_time_are_kept_with_the_seat(house, workshop):
    house.join(workshop, "Ben")

    [seat] = people(house)
    assert seat.notice == notice().version
    assert seat.notice_at == seat.joined_at


def test_whoever_was_here_before_finds_the_way_back_though_the_door_is_closed(
    house, workshop, phone
):
    house.ask(workshop.id, CloseDoor())
    page = phone.get(f"/j/{workshop.code}")

    assert page.status_code == 404
    assert f'href="/j/{workshop.code}/again"' in page.text


def test_a_double_tap_makes_one_seat(house, workshop, phone):
    first, second = send(phone, workshop), send(phone, workshop)

    assert first.location == second.location == f"/w/{workshop.code}"
    assert len(people(house)) == 1


def test_two_presses_at_the_same_moment_make_one_seat(house, workshop, phone, monkeypatch):
    """The second comes before the first is answered: it does not know of the seat yet."""
    monkeypatch.setattr("workshop.people.pages.current_seat", lambda workshop_id: None)

    assert send(phone, workshop).status_code == 303
    assert send(phone, workshop).status_code == 303
    assert len(people(house)) == 1


def test_whoever_has_a_seat_goes_straight_to_it(house, workshop):
    ben = house.join(workshop, "Ben")

    assert ben.get(f"/j/{workshop.code}").location == f"/w/{workshop.code}"


def test_also_when_the_door_is_closed_and_the_workshop_finished(house, workshop):
    ben = house.join(workshop, "Ben")
    house.ask(workshop.id, FinishWorkshop())

    assert ben.get(f"/j/{workshop.code}").location == f"/w/{workshop.code}"


def test_the_seat_outlives_the_server(house, workshop):
    ben = house.join(workshop, "Ben")
    house.app.extensions["clerks"].by_name.clear()  # as after a restart: only the rows are left

    assert ben.get(f"/j/{workshop.code}").location == f"/w/{workshop.code}"
    assert send(ben, workshop).status_code == 303
    assert len(people(house)) == 1


def test_two_browsers_are_two_people(house, workshop):
    house.join(workshop, "Ben")
    house.join(workshop, "Ben")

    assert len(people(house)) == 2


def test_only_a_fingerprint_of_the_token_is_kept(house, workshop):
    ben = house.join(workshop, "Ben")

    secret = ben.get_cookie(f"seat_{workshop.id}").value
    kept = [row.fingerprint for row in house.rows(select(seat_tokens))]
    assert len(secret) == 64
    assert secret not in kept


def test_the_token_lasts_until_the_workshop_is_erased(house, workshop, phone):
    [cookie] = [
        cookie
        for cookie in send(phone, workshop).headers.getlist("Set-Cookie")
        if cookie.startswith("seat_")
    ]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Max-Age=1" in cookie  # some hundred days


def test_late_comers_can_join_after_the_door_was_opened_again(house, workshop, phone):
    house.ask(workshop.id, CloseDoor())
    house.ask(workshop.id, OpenDoor())

    assert send(phone, workshop).status_code == 303


# What the page says


def test_the_page_tells_title_code_teams_and_how_many_are_in_each(house, workshop):
    house.join(workshop, "Ben", "t1")
    house.join(workshop, "Citra", "t1")
    page = house.browser().get(f"/j/{workshop.code}").text

    assert "Layanan yang Memudahkan" in page
    assert f"{workshop.code[:3]} {workshop.code[3:]}" in page
    assert "2 people" in page
    assert "0 people" in page


def test_the_page_tells_in_two_sentences_what_is_kept_and_until_when(house, workshop):
    page = house.browser().get(f"/j/{workshop.code}").text

    assert "Everything is erased on 23\u00a0May\u00a02027 at the latest." in page
    assert 'href="/privacy"' in page


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_short_notice_has_two_sentences(language):
    assert notice().short.in_(language).count(".") == 2


def test_where_teams_are_assigned_nobody_chooses(house, ada):
    workshop = house.workshop(joining="assign")
    phone = house.browser()

    assert "The facilitator gives you a team." in phone.get(f"/j/{workshop.code}").text
    send(phone, workshop, team="t2")
    assert [seat.team for seat in people(house)] == [None]


def test_where_teams_are_mixed_they_fill_evenly(house, ada):
    workshop = house.workshop(joining="mix")
    for name in ("Ben", "Citra", "Olga", "Dewi"):
        house.join(workshop, name)

    assert sorted(seat.team for seat in people(house)) == ["t1", "t1", "t2", "t2"]


@pytest.mark.parametrize("joining", ["choose", "assign", "mix"])
def test_where_there_is_no_team_everybody_comes_in_without_one(house, ada, joining):
    workshop = house.workshop(joining=joining, teams=[])
    phone = house.browser()
    page = phone.get(f"/j/{workshop.code}").text

    assert "There are no teams yet. You can come in already." in page
    assert send(phone, workshop, team="").location == f"/w/{workshop.code}"
    assert [seat.team for seat in people(house)] == [None]


def test_a_room_behind_one_address_comes_in(house, workshop):
    for number in range(60):
        house.join(workshop, f"Peserta {number}")

    assert len(people(house)) == 60

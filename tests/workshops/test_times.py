"""Days and zones: what is today depends on where one is."""

import pytest

from workshop.refusals import Refused
from workshop.workshops import times

MIDNIGHT_IN_JAKARTA = 1_790_701_200_000  # 30 September 2026, 00.00 WIB
HOUR = 3_600_000


@pytest.mark.parametrize("text", ["", "besok", "31-12-2026", "2026-02-30", "0000-00-00"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(Refused):
        times.read_day(text)


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [("2026-10-02", "2026-10-01", "invalid"), ("2026-10-01", "2026-10-31", "too_many")],
)
def test_a_workshop_does_not_end_before_it_begins_nor_last_for_ever(first, last, code):
    with pytest.raises(Refused) as refused:
        times.days_between(first, last)

    assert refused.value.code == code


def test_the_end_of_the_calendar_is_refused_and_not_a_fault():
    with pytest.raises(Refused):
        times.day_after("9999-12-31", 1)


def test_it_is_tomorrow_in_jayapura_while_it_is_still_today_in_jakarta():
    moment = MIDNIGHT_IN_JAKARTA - HOUR

    assert times.today("Asia/Jakarta", moment) == "2026-09-29"
    assert times.today("Asia/Jayapura", moment) == "2026-09-30"


def test_days_follow_one_another_over_the_end_of_a_month():
    assert times.days_between("2026-09-30", "2026-10-01") == ["2026-09-30", "2026-10-01"]


@pytest.mark.parametrize(
    ("hour", "said"),
    [(8, "Good morning, {name}"), (12, "Good day, {name}"), (17, "Good afternoon, {name}")]
    + [(22, "Good evening, {name}"), (0, "Good morning, {name}")],
)
def test_one_is_greeted_by_the_hour_of_the_place(hour, said):
    assert times.greeting("Asia/Jakarta", MIDNIGHT_IN_JAKARTA + hour * HOUR) == said


def test_all_zones_are_offered_and_indonesias_only_once():
    elsewhere = [zone for _, zones in times.zones_elsewhere() for zone in zones]

    assert "Europe/Berlin" in elsewhere and "Asia/Pontianak" in elsewhere
    assert not set(elsewhere) & set(times.INDONESIA)

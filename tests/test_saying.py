from datetime import UTC, datetime

import pytest

from workshop.saying import say_date, say_day, say_days, say_moment, say_number, say_time

AT = int(datetime(2026, 9, 29, 3, 30, tzinfo=UTC).timestamp() * 1000)


def test_times_have_a_point_in_indonesian_and_a_colon_in_english():
    assert say_time(AT, "Asia/Jakarta", "id") == "10.30"
    assert say_time(AT, "Asia/Jakarta", "en") == "10:30"


def test_a_moment_is_told_in_the_workshops_zone():
    assert say_time(AT, "Asia/Jayapura", "id") == "12.30"
    assert say_moment(AT, "Asia/Makassar", "id") == "29 September 2026, 11.30"


@pytest.mark.parametrize(
    ("days", "language", "said"),
    [
        (["2026-09-29"], "id", "29 Sep 2026"),
        (["2026-09-29", "2026-09-30"], "id", "29–30 Sep 2026"),
        (["2026-09-30", "2026-10-01"], "id", "30 Sep – 1 Okt 2026"),
        (["2026-08-04", "2026-08-05"], "en", "4–5 Aug 2026"),
    ],
)
def test_days_of_a_workshop_are_told_as_one(days, language, said):
    assert say_days(days, language).replace("\u2009", " ").replace("\u202f", " ") == said


def test_a_day_is_told_with_its_month_in_words():
    assert say_date(AT, "Asia/Jakarta", "en") == "29 September 2026"
    assert say_day("2026-09-29", "full", "id") == "Selasa, 29 September 2026"


def test_numbers_are_grouped_as_the_reader_writes_them():
    assert say_number(1250.5, "id") == "1.250,5"
    assert say_number(1250.5, "en") == "1,250.5"

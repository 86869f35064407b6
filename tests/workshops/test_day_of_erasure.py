"""The days of a workshop and its day of erasure: no mistake in a year erases anything."""

import msgspec
import pytest

from tests.workshops.wishes import details
from workshop import history
from workshop.clock import DAY, HOUR
from workshop.refusals import Refused
from workshop.workshops import days, register
from workshop.workshops.commands import FinishWorkshop
from workshop.workshops.events import DetailsChanged
from workshop.workshops.workshop import Workshop

# The cast's clock stands at 21 September 2026, its workshop is on 24 November.
TODAY = "2026-09-21"


def erase_on(cast) -> str:
    return register.by_id(cast.workshop_id).erase_on


@pytest.mark.parametrize(
    "wished",
    [["2025-11-24"], ["2026-09-20"], ["2026-11-24", "2025-11-25"], ["2026-09-20", "2027-01-01"]],
)
def test_a_day_that_is_over_is_not_added_before_those_there_are(cast, wished):
    """O14"""
    with pytest.raises(Refused, match="too_early"):
        cast.asks("ada", details(days=wished))

    row = register.by_id(cast.workshop_id)
    assert (row.days, row.erase_on) == (["2026-11-24"], "2027-05-23")


@pytest.mark.parametrize("wished", [[TODAY], ["2026-11-23"], ["2026-11-24"], ["2027-01-01"]])
def test_today_and_every_later_day_are_taken(cast, wished):
    cast.asks("ada", details(days=wished))

    assert register.by_id(cast.workshop_id).days == wished


def test_days_that_were_held_may_stay_when_another_comes(cast):
    cast.at += 100 * DAY

    cast.asks("ada", details(days=["2026-11-24", "2026-11-25", "2027-02-01"]))

    assert register.by_id(cast.workshop_id).days[1] == "2026-11-25"


def test_what_is_over_depends_on_where_the_workshop_is(cast):
    """Twelve hours later it is the 22nd in Jakarta, and still the 21st in Hawaii."""
    cast.at += 12 * HOUR

    with pytest.raises(Refused, match="too_early"):
        cast.asks("ada", details(days=[TODAY]))
    cast.asks("ada", details(days=[TODAY], timezone="Pacific/Honolulu"))

    assert register.by_id(cast.workshop_id).days == [TODAY]


def test_the_day_of_erasure_moves_with_the_days_by_one_op_in_one_entry(cast):
    cast.told.clear()
    cast.asks("ada", details(days=["2026-12-01", "2026-12-02"]))

    (entry,) = cast.told[-1].entries
    assert msgspec.json.decode(entry.data)["erase_on"] == "2027-05-31"
    assert erase_on(cast) == "2027-05-31"  # 180 days after the last one, as before


def test_where_the_days_stay_the_day_of_erasure_stays(cast):
    keep_until(cast, "2026-11-25")
    cast.asks("ada", details(title="Lain"))

    assert erase_on(cast) == "2026-11-25"
    assert '"erase_on":null' in cast.told[-1].entries[0].data


def test_no_change_of_days_brings_the_erasure_nearer_than_a_month(cast):
    keep_until(cast, "2026-11-25")

    cast.asks("ada", details(days=[TODAY]))

    assert erase_on(cast) == "2026-10-21"


@pytest.mark.parametrize("new", [["2024-01-01"], ["2026-01-01"], ["2026-10-01"], ["2026-11-25"]])
def test_whatever_the_days_are_a_month_is_left(new):
    moved = days.moved_along("2026-11-25", ["2026-11-24"], new, "2026-11-24")

    assert moved >= "2026-12-24"


def test_entries_from_before_leave_the_day_of_erasure_where_it_was(cast):
    """E9"""
    fields = {name: value for name, value in details(title="Lain").items() if name != "op"}
    workshop = cast.database.read(lambda tx: Workshop.load(tx, cast.history))

    workshop.apply(DetailsChanged(**fields))

    assert (workshop.facts.title, workshop.upkeep.erase_on) == ("Lain", "2027-05-23")


# Another day of erasure


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (TODAY, "too_early"),
        ("2025-12-24", "too_early"),
        ("2026-11-24", "invalid"),
        ("2036-11-22", "invalid"),
        ("2026-02-30", "invalid"),
    ],
)
def test_it_is_kept_until_a_day_after_today_and_after_the_workshop(cast, day, code):
    """O14"""
    with pytest.raises(Refused, match=code):
        keep_until(cast, day)

    assert erase_on(cast) == "2027-05-23"


def test_a_finished_workshop_may_be_kept_longer(cast):
    """R6"""
    cast.server_asks(FinishWorkshop())

    keep_until(cast, "2028-01-01")

    assert erase_on(cast) == "2028-01-01"


def test_another_process_hears_of_the_day(cast):
    others = type(cast.clerks)(cast.database).of(cast.history)
    others.look(lambda workshop: None)

    keep_until(cast, "2028-01-01")

    assert others.look(lambda workshop: workshop.upkeep.erase_on)[1] == "2028-01-01"
    assert head(cast).seq == others.look(lambda workshop: workshop.seq)[1]


def keep_until(cast, day: str) -> None:
    cast.asks("ada", {"op": "keep_until", "day": day})


def head(cast) -> history.Head:
    return cast.database.read(lambda tx: history.heads(tx, [cast.history]))[cast.history]

"""Do the ready agendas add up, and does what stands over another board find one?"""

from collections.abc import Iterator

from workshop.methods.agendas import Day, Item, ReadyAgenda
from workshop.methods.library import Catalogue
from workshop.methods.method import Method


def agendas_add_up(catalogue: Catalogue) -> Iterator[str]:
    for agenda in catalogue.agendas.values():
        for total in ("total_minutes", "learning_minutes"):
            said, found = getattr(agenda, total), sum(getattr(day, total) for day in agenda.days)
            if said != found:
                yield f"{agenda.id}: its days have {found} {total}, it says {said}."
        for day in agenda.days:
            yield from day_adds_up(agenda.id, day)


def day_adds_up(agenda: str, day: Day) -> Iterator[str]:
    where = f"{agenda}, {day.title.en}"
    total = sum(item.minutes for item in day.items)
    learning = sum(item.minutes for item in day.items if item.is_learning)
    if total != day.total_minutes:
        yield f"{where}: its items take {total} minutes, not {day.total_minutes}."
    if learning != day.learning_minutes:
        yield f"{where}: {learning} minutes are learning, not {day.learning_minutes}."
    if minute_of(day.end) - minute_of(day.start) != total:
        yield f"{where}: {day.start} to {day.end} is not {total} minutes."


def minute_of(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def items_are_whole(catalogue: Catalogue) -> Iterator[str]:
    for agenda in catalogue.agendas.values():
        for item in agenda.items:
            where = f"{agenda.id}, item {item.id}"
            if item.minutes < 1:
                yield f"{where} takes no time."
            if (item.mode is None) != (item.type == "break"):
                yield f"{where}: everything has a mode, except a break."
            if item.type != "activity" and item.title is None:
                yield f"{where} has no title."
            if method := catalogue.methods.get(item.method or ""):
                yield from method_fits(where, item, method)


def method_fits(where: str, item: Item, method: Method) -> Iterator[str]:
    least, most = method.minutes_range
    if not least <= item.minutes <= most:
        yield f"{where}: {method.id} cannot be done in {item.minutes} minutes."


def over_points_back(catalogue: Catalogue) -> Iterator[str]:
    for agenda in catalogue.agendas.values():
        earlier: dict[str, Item] = {}
        for item in agenda.items:
            if item.over:
                yield from stands_well(agenda, item, earlier.get(item.over), catalogue)
            earlier[item.id] = item


def stands_well(
    agenda: ReadyAgenda, item: Item, below: Item | None, catalogue: Catalogue
) -> Iterator[str]:
    where = f"{agenda.id}, item {item.id}"
    method = catalogue.methods.get(below.method or "") if below else None
    if below is None:
        yield f"{where} stands over {item.over}, which is not an earlier item."
    elif below.over or not (method and method.has_board):
        yield f"{where} stands over {item.over}, which has no board of its own."
    elif (item.mode == "plenary") != (below.mode == "plenary"):
        yield f"{where} stands over {item.over}: one has a board for each team, the other for all."

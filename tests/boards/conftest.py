"""A board on which everybody of team 1 may do everything, with four notes: 1 and 2 Ben's, 3 and 4
Citra's."""

import pytest

from tests.cast import add_note, note_id


class Table:
    """The board of the cast, short to ask and to look at."""

    def __init__(self, cast):
        self.cast = cast
        step = cast.go_to("pov_statement", 2)
        self.history = f"board:{step}-t1"
        zones = cast.clerks.of(self.history).look(lambda root: sorted(root.zones))[1]
        self.zone, self.other = zones[:2]
        for name, number in (("ben", 1), ("ben", 2), ("citra", 3), ("citra", 4)):
            self.asks(name, add_note(number, f"Catatan {number}", place=self.at(f"a{number}")))

    def asks(self, name: str, wish: dict):
        if "place" in wish and wish["place"]["zone"] == "ideas":
            wish = wish | {"place": wish["place"] | {"zone": self.zone}}
        return self.cast.asks(name, wish, self.history)

    def at(self, order: str, zone: str | None = None, **more) -> dict:
        return {"zone": zone or self.zone, "order": order, "x": None, "y": None} | more

    def state(self) -> dict:
        return self.cast.clerks.of(self.history).look(lambda root: root.state())[1]

    def note(self, number: int) -> dict:
        return self.state()["notes"][note_id(number)]

    def place(self, number: int) -> dict:
        return self.note(number)["place"]

    def reloaded(self) -> dict:
        """As a process finds it that has just started."""
        clerks = type(self.cast.clerks)(self.cast.database)
        return clerks.of(self.history).look(lambda root: root.state())[1]


@pytest.fixture
def table(cast) -> Table:
    return Table(cast)

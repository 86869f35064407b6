"""A press on a button of these pages as an op. Its name is made of the name that the page gave and
of what is asked: whoever presses twice, or once more after a lost answer, asks for the same thing;
whoever goes back and writes something else there does not.
"""

from collections.abc import Mapping

import msgspec

from workshop.aggregate import Command
from workshop.clerk import Op
from workshop.ids import derived
from workshop.people.seats import Seat
from workshop.protocol import read_op_id
from workshop.workshops.register import WorkshopRow


def op_of(
    form: Mapping[str, str], workshop: WorkshopRow, seat: Seat, command: Command, at: int
) -> Op:
    """What the form asks; refuses `invalid` a form that no page made."""
    named = read_op_id(form.get("op_id", ""))
    op_id = derived("f", named, msgspec.json.encode(command).decode())
    return Op(workshop.history, op_id, command, seat.id, at)

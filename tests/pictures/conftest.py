"""A room whose phones have pictures to send."""

from tests.seat.conftest import new_room, open_room, room  # noqa: F401

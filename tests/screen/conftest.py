from tests.screen.walls import wall  # noqa: F401
from tests.seat.conftest import new_room, open_room, room  # noqa: F401

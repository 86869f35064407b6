from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.room import Room
from tests.servers.serve import Served


@pytest.fixture
def room(serve: Callable[..., Served], device: Callable[..., Page]) -> Room:
    """An empty house that has just been started."""
    return Room(serve(), device)

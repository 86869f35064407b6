"""What happens to a workshop as a whole."""

from workshop.aggregate import Event


class DetailsChanged(Event):
    title: str
    challenge: str
    language: str
    timezone: str
    days: list[str]
    joining: str
    erase_on: str | None = None  # none where the day of erasure stays


class KeptUntil(Event):
    """On that day all of it is erased."""

    day: str


class WorkshopOpened(Event):
    pass


class WorkshopFinished(Event):
    at: int


class WorkshopReopened(Event):
    """`state` and `door` are those from before it was finished."""

    state: str = "running"
    door: str = "open"


class WorkshopErased(Event):
    """Retention's end, or its owner's wish: from here on there is nothing to read."""

    ends_rights = True

    at: int


class DoorOpened(Event):
    pass


class DoorClosed(Event):
    pass

"""What happens to a workshop as a whole."""

from workshop.aggregate import Event


class DetailsChanged(Event):
    title: str
    challenge: str
    language: str
    timezone: str
    days: list[str]
    joining: str


class WorkshopOpened(Event):
    pass


class WorkshopFinished(Event):
    at: int


class WorkshopReopened(Event):
    pass


class WorkshopErased(Event):
    """Retention's end, or its owner's wish: from here on there is nothing to read."""

    ends_rights = True

    at: int


class DoorOpened(Event):
    pass


class DoorClosed(Event):
    pass

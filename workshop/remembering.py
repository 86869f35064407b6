"""What this process remembers of a workshop besides its rows. Whoever remembers something enters
itself, so that nothing stays in memory of a workshop that is erased.
"""

from typing import Protocol

from flask import current_app


class Remembers(Protocol):
    def remembered(self) -> set[str]:
        """The ids of the workshops that something is remembered of."""

    def let_go(self, workshop_id: str) -> None: ...


REMEMBERING: list[str] = []  # the names by which the application knows them


def remembers(app, name: str, one: Remembers) -> None:
    """From here on `app.extensions[name]`; what it remembers is let go with the rest."""
    app.extensions[name] = one
    if name not in REMEMBERING:
        REMEMBERING.append(name)


def remembered() -> set[str]:
    """The workshops that anything here still knows of."""
    return {workshop_id for one in everybody() for workshop_id in one.remembered()}


def let_go(workshop_id: str) -> None:
    """Nothing of it stays in memory; what is asked of it again comes from its rows."""
    for one in everybody():
        one.let_go(workshop_id)


def everybody() -> list[Remembers]:
    return [current_app.extensions[name] for name in REMEMBERING]

"""Sanggar: live design-thinking workshops, from the first note to the papers in hand."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from workshop.settings import Settings


def create_app(settings: "Settings | None" = None) -> "Flask":
    """The whole of Sanggar as one WSGI application; it starts nothing and listens nowhere.

    Nothing is loaded before this call, so that the serving process can prepare the ground.
    """
    from workshop.app import build

    return build(settings)


def folder(name: str) -> Path:
    """A folder of the tree: at the top of a checkout, inside the package in a wheel."""
    package = Path(__file__).parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name

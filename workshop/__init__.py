"""Sanggar: live design-thinking workshops, from the first note to the papers in hand."""

from importlib import import_module
from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined

from workshop.settings import Settings

# In this order: each may lean on those before it.
FEATURES = (
    "workshop.settings",
    "workshop.languages",
    "workshop.assets",
    "workshop.security",
    "workshop.errors",
    "workshop.markup",
    "workshop.front",
)


def create_app(settings: Settings | None = None) -> Flask:
    """The whole of Sanggar as one WSGI application; it starts nothing and listens nowhere."""
    app = Sanggar("workshop", template_folder=str(folder("templates")), static_folder=None)
    app.extensions["settings"] = settings or Settings.from_environment()
    for name in FEATURES:
        import_module(name).init_app(app)
    return app


class Sanggar(Flask):
    jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}


def folder(name: str) -> Path:
    """A folder of the tree: at the top of a checkout, inside the package in a wheel."""
    package = Path(__file__).parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name

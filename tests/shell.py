"""The shell of all pages without the features that stand in it, for quick tests."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from flask import Flask

from tests.browser import Browser
from workshop import folder
from workshop.app import FEATURES, Sanggar
from workshop.settings import Settings

SHELL = FEATURES[: FEATURES.index("workshop.front") + 1]


def open_shell(data: Path, features: Iterable[str] = SHELL, **settings: object) -> Flask:
    app = Sanggar("workshop", template_folder=str(folder("templates")), static_folder=None)
    app.extensions["settings"] = Settings(data=data, **settings)
    app.test_client_class = Browser
    for name in features:
        import_module(name).init_app(app)
    return app

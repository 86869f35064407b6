"""The whole of Sanggar as one WSGI application, feature by feature."""

from importlib import import_module

from flask import Flask
from jinja2 import StrictUndefined

from workshop import folder
from workshop.security import behind_proxies
from workshop.settings import Settings

# In this order: each may lean on those before it.
FEATURES = (
    "workshop.settings",
    "workshop.languages",
    "workshop.saying",
    "workshop.assets",
    "workshop.pressing",
    "workshop.headers",
    "workshop.security",
    "workshop.errors",
    "workshop.markup",
    "workshop.front",
    "workshop.database",
    "workshop.clerk",
    "workshop.health",
    "workshop.methods",
    "workshop.accounts",
    "workshop.workshops",
    "workshop.people",
    "workshop.boards",
    "workshop.agenda",
    "workshop.outputs",
    "workshop.live",
    "workshop.pictures",
    "workshop.desk",
    "workshop.screen",
    "workshop.making",
)


def build(settings: Settings | None) -> Flask:
    app = Sanggar("workshop", template_folder=str(folder("templates")), static_folder=None)
    app.extensions["settings"] = settings or Settings.from_environment()
    for name in FEATURES:
        import_module(name).init_app(app)
    behind_proxies(app, app.extensions["settings"].proxy_hops)  # last: around the sockets too
    return app


class Sanggar(Flask):
    jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}

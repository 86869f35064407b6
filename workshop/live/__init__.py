"""The live path's ends: sockets in, frames out, snapshots and catching up."""

from workshop.live import broadcast, company, pages, presence, sockets
from workshop.live.snapshots import Snapshots
from workshop.remembering import remembers


def init_app(app) -> None:
    presence.init_app(app)
    company.init_app(app)
    sockets.init_app(app)
    broadcast.init_app(app)
    remembers(app, "snapshots", Snapshots())
    app.register_blueprint(pages.pages)

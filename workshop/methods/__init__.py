"""Methods: the catalogue as data, a library that finds in it, and its pages."""

from flask import Flask, current_app
from werkzeug.local import LocalProxy

from workshop.methods.library import Library

library: Library = LocalProxy(lambda: current_app.extensions["library"])  # type: ignore


def init_app(app: Flask) -> None:
    from workshop.methods.pages import pages  # a page needs `library`, which stands here

    app.extensions["library"] = Library.load(keep_in=app.extensions["settings"].data / "cache")
    app.register_blueprint(pages)

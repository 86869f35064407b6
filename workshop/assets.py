"""Files for browsers: versioned addresses that are kept for ever, and no build step.

A file's version is the hash of its bytes. The import map sends every plain module address to its
versioned one, so modules import each other by relative path. Stylesheets that a page needs
travel as one file, put together when they are asked for.
"""

from collections.abc import Iterable

from flask import Flask, abort, current_app, request
from markupsafe import Markup
from werkzeug import Response

from workshop import folder
from workshop.headers import FOR_EVER
from workshop.shelf import Asset, Shelf
from workshop.watching import Watched

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}

FOUNDATION = ("layers", "tokens", "reset", "base")


def shelf() -> Shelf:
    return current_app.extensions["assets"]()


def asset_url(path: str) -> str:
    return shelf()[path].address


def stylesheet_url(*names: str) -> str:
    """One address for the foundation and these parts and pages, each once, in this order."""
    return shelf().stylesheet(tuple(dict.fromkeys(FOUNDATION + names))).address


def import_map() -> Markup:
    return Markup(shelf().import_map)  # noqa: S704  our own file names, and never a "<"


def modules_of(*paths: str) -> list[str]:
    """The addresses that a page with these modules will load, to be fetched all at once."""
    return list(needed_by(*paths).values())


def needed_by(*paths: str) -> dict[str, str]:
    """These modules and all that they import, by plain path, each with its address."""
    found: dict[str, str] = {}
    for path in paths:
        shelf().needed_by(path, found)
    return found


def island_paths(names: Iterable[str]) -> list[str]:
    return [f"js/islands/{name}.js" for name in names]


def give_file(filename: str) -> Response:
    try:
        asset = shelf().find(filename)
    except KeyError:
        abort(404)
    response = current_app.response_class(asset.body, content_type=type_of(asset))
    if asset.pressed:
        response.vary.add("Accept-Encoding")
    if asset.pressed and "gzip" in request.accept_encodings:
        response.data = asset.pressed
        response.content_encoding = "gzip"
    # An old page may ask for an old version: it gets what there is, but not for ever.
    response.headers["Cache-Control"] = (
        FOR_EVER if request.args.get("v") == asset.version else "no-cache"
    )
    response.set_etag(f"{asset.version}-{response.content_encoding or 'plain'}")
    return response.make_conditional(request)


def type_of(asset: Asset) -> str:
    return TYPES.get(asset.ending, "application/octet-stream")


def init_app(app: Flask) -> None:
    static = folder("static")
    app.extensions["assets"] = Watched([static], tuple(TYPES), lambda files: Shelf(static, files))
    app.add_url_rule("/static/<path:filename>", "static", give_file)
    app.jinja_env.globals.update(
        asset_url=asset_url,
        stylesheet_url=stylesheet_url,
        import_map=import_map,
        modules_of=modules_of,
        island_paths=island_paths,
    )

"""Files for browsers: versioned addresses that are kept for ever, and no build step.

A file's version is the hash of its bytes. The import map sends every plain module address to its
versioned one, so modules import each other by relative path. Stylesheets that a page needs
travel as one file, put together when they are asked for.
"""

import gzip
import json
import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, join, normpath

from flask import Flask, abort, current_app, request
from markupsafe import Markup
from werkzeug import Response

from workshop import folder
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
PRESSED = {".css", ".js", ".json", ".mjs", ".svg", ".txt", ".webmanifest"}

# Names that modules import from third parties, and the vendored file behind each.
BARE = {
    "idb-keyval": "vendor/idb-keyval/index.js",
    "socket.io-client": "vendor/socket.io-client/socket.io.esm.min.js",
}
FOUNDATION = ("layers", "tokens", "reset", "base")

# Only these are said to be there for ever.
FOR_EVER = "public, max-age=31536000, immutable"

STYLE_ADDRESS = re.compile(r"""url\(["']?(?!data:|#)([^"')]+)["']?\)""")
IMPORT = re.compile(r"""^\s*(?:import|export)\b[^"';]*?["']([^"']+)["']""", re.MULTILINE)


class Asset:
    """One file as browsers get it, plain and pressed."""

    def __init__(self, path: str, body: bytes):
        self.ending = Path(path).suffix
        self.body = body
        self.version = sha256(body).hexdigest()[:10]
        self.address = f"/static/{path}?v={self.version}"

    @property
    def pressed(self) -> bytes | None:
        """Made when first asked for; None where pressing would gain nothing."""
        if not hasattr(self, "_pressed"):
            gains = self.ending in PRESSED and len(self.body) > 256
            self._pressed = gzip.compress(self.body, 9, mtime=0) if gains else None
        return self._pressed


class Shelf:
    """The static folder as it is now."""

    def __init__(self, folder: Path, files: Iterable[Path]):
        self.files = {file.relative_to(folder).as_posix(): file for file in files}
        self.assets: dict[str, Asset] = {}
        self.sheets: dict[tuple[str, ...], Asset] = {}

    def __getitem__(self, path: str) -> Asset:
        """Raises KeyError for what is not there."""
        if path not in self.assets:
            self.assets[path] = Asset(path, self.read(path))
        return self.assets[path]

    def read(self, path: str) -> bytes:
        body = self.files[path].read_bytes()
        return self.with_versions(path, body.decode()).encode() if path.endswith(".css") else body

    def with_versions(self, path: str, style: str) -> str:
        """Fonts and pictures of a stylesheet get their versions too."""
        return STYLE_ADDRESS.sub(
            lambda found: f'url("{self[normpath(join(dirname(path), found[1]))].address}")', style
        )

    def stylesheet(self, names: tuple[str, ...]) -> Asset:
        """Several stylesheets as one file, in this order."""
        if names not in self.sheets:
            bodies = [self[f"css/{name}.css"].body for name in names]
            if len(self.sheets) >= 64:  # strangers may ask for any mixture
                self.sheets.clear()
            self.sheets[names] = Asset(f"css/{'+'.join(names)}.css", b"\n".join(bodies))
        return self.sheets[names]

    def find(self, path: str) -> Asset:
        mixture = re.fullmatch(r"css/([a-z0-9-]+(?:\+[a-z0-9-]+){1,30})\.css", path)
        return self.stylesheet(tuple(mixture[1].split("+"))) if mixture else self[path]

    @property
    def import_map(self) -> str:
        if not hasattr(self, "_import_map"):
            modules = {f"/static/{path}": self[path].address for path in self.modules()}
            bare = {name: self[path].address for name, path in BARE.items() if path in self.files}
            self._import_map = json.dumps({"imports": bare | modules}, separators=(",", ":"))
        return self._import_map

    def modules(self) -> list[str]:
        return [path for path in self.files if path.endswith((".js", ".mjs"))]

    def needed_by(self, path: str, found: dict[str, str] | None = None) -> dict[str, str]:
        """A module and all that it imports, by plain path, each with its address."""
        found = {} if found is None else found
        if path in self.files and path not in found:
            found[path] = self[path].address
            for name in IMPORT.findall(self[path].body.decode()):
                self.needed_by(BARE.get(name) or normpath(join(dirname(path), name)), found)
        return found


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
    found: dict[str, str] = {}
    for path in paths:
        shelf().needed_by(path, found)
    return list(found.values())


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

"""The files for browsers as they are now, each with its version; read when first asked for."""

import gzip
import json
import re
from collections.abc import Iterable
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, join, normpath

PRESSED = {".css", ".js", ".json", ".mjs", ".svg", ".txt", ".webmanifest"}

# Names that modules import from third parties, and the vendored file behind each.
BARE = {
    "idb-keyval": "vendor/idb-keyval/index.js",
    "perfect-freehand": "vendor/perfect-freehand/index.js",
    "socket.io-client": "vendor/socket.io-client/socket.io.esm.min.js",
}

MIXTURES = 64  # of stylesheets; strangers may ask for any
MIXTURE = re.compile(r"css/([a-z0-9-]+(?:\+[a-z0-9-]+){1,30})\.css")

STYLE_ADDRESS = re.compile(r"""url\(["']?(?!data:|#)([^"')]+)["']?\)""")
# Whole lines of comment: they are for us, and phones would have to carry them. At the end of a
# line only one without a quotation mark: it might be part of a text.
COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/[ \t]*)$", re.MULTILINE | re.DOTALL)
ASIDE = re.compile(r"""[ \t]+// [^\n"'`]*$""", re.MULTILINE)
ROOM = re.compile(r"^[ \t]+", re.MULTILINE)
STYLE_COMMENT = re.compile(r"[ \t]*/\*.*?\*/", re.DOTALL)
# At the beginning of a line, and with names at most: what is imported later is not needed first.
IMPORT = re.compile(
    r"""^(?:import|export)\s(?:[\w\s{},*$]*?\bfrom\s)?\s*["']([^"']+)["']""", re.MULTILINE
)


class Asset:
    """One file as browsers get it, plain and pressed."""

    def __init__(self, path: str, body: bytes):
        self.ending = Path(path).suffix
        self.body = body
        self.version = sha256(body).hexdigest()[:10]
        self.address = f"/static/{path}?v={self.version}"

    @cached_property
    def pressed(self) -> bytes | None:
        """None where pressing would gain nothing."""
        gains = self.ending in PRESSED and len(self.body) > 256
        return gzip.compress(self.body, 9, mtime=0) if gains else None


class Shelf:
    """The static folder as it is now."""

    def __init__(self, folder: Path, files: Iterable[Path]):
        self.files = {file.relative_to(folder).as_posix(): file for file in files}
        self.assets: dict[str, Asset] = {}
        self.sheets: dict[tuple[str, ...], Asset] = {}

    def __getitem__(self, path: str) -> Asset:
        if path not in self.assets:
            self.assets[path] = Asset(path, self.read(path))
        return self.assets[path]

    def read(self, path: str) -> bytes:
        body = self.files[path].read_bytes()
        if path.endswith(".css"):
            return self.with_versions(path, STYLE_COMMENT.sub("", body.decode())).encode()
        return for_phones(body) if path.startswith("js/") else body

    def with_versions(self, path: str, style: str) -> str:
        """Fonts and pictures of a stylesheet get their versions too."""
        return STYLE_ADDRESS.sub(
            lambda found: f'url("{self[normpath(join(dirname(path), found[1]))].address}")', style
        )

    def stylesheet(self, names: tuple[str, ...]) -> Asset:
        """Several stylesheets as one file, in this order."""
        if names not in self.sheets:
            bodies = [self[f"css/{name}.css"].body for name in names]
            if len(self.sheets) >= MIXTURES:
                self.sheets.clear()
            self.sheets[names] = Asset(f"css/{'+'.join(names)}.css", b"\n".join(bodies))
        return self.sheets[names]

    def find(self, path: str) -> Asset:
        """A file, or several stylesheets in one. Raises KeyError for what is not there."""
        mixture = MIXTURE.fullmatch(path)
        return self.stylesheet(tuple(mixture[1].split("+"))) if mixture else self[path]

    @cached_property
    def import_map(self) -> str:
        modules = [path for path in self.files if path.endswith((".js", ".mjs"))]
        names = {f"/static/{path}": path for path in modules} | BARE
        imports = {name: self[path].address for name, path in names.items() if path in self.files}
        return json.dumps({"imports": imports}, separators=(",", ":"))

    def needed_by(self, path: str, found: dict[str, str] | None = None) -> dict[str, str]:
        """A module and all that it imports, by plain path, each with its address."""
        found = {} if found is None else found
        if path in self.files and path not in found:
            found[path] = self[path].address
            for name in IMPORT.findall(self[path].body.decode()):
                self.needed_by(BARE.get(name) or normpath(join(dirname(path), name)), found)
        return found


def for_phones(script: bytes) -> bytes:
    """The same script on the same lines, without comments and the room before each line."""
    plain = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), script.decode())
    return ROOM.sub("", ASIDE.sub("", plain)).encode()

"""The browser's own tests: every tests/js/test_*.js, run where it has to work."""

import json
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from tests import judged
from workshop.shelf import BARE

ROOT = Path(__file__).parents[2]
FILES = sorted(path.stem for path in Path(__file__).parent.glob("test_*.js"))

SHORT = {"test_undoing": "12"}  # plays of a short run, where it is not 30

PAGE = """<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>tests</title>
<script type="importmap">{imports}</script>
<script type="module">
  import {{ runAll }} from "/tests/js/assert.js"
  window.seeds = {seeds}
  await import("/tests/js/{file}.js")
  window.results = await runAll()
</script>
"""


@pytest.mark.timeout(300)
@pytest.mark.parametrize("file", FILES)
def test_holds_in_the_browser(file, device, address):
    run(device("laptop"), f"{address}/run?file={file}")


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("first", range(31, 1031, 10))
@pytest.mark.parametrize("file", ["test_fuzz", "test_undoing"])
def test_a_long_play_with_chance_and_trouble(file, first, device, address):
    run(device("laptop"), f"{address}/run?file={file}&first={first}&last={first + 9}")


def run(page, address):
    page.on("console", lambda message: print(message.text))
    page.goto(address)
    page.wait_for_function("window.results", timeout=0)

    results = page.evaluate("window.results")

    assert results, "a file of tests has tests"
    faults = [f"{one['sentence']}\n{one['fault']}" for one in results if one["fault"]]
    faults += [
        fault for play in page.evaluate("window.plays ?? []") if (fault := judged.fault(play))
    ]
    assert not faults, "\n\n".join(["", *faults])


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """On a name that is plain http to the browser too, as it is in a workshop room."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=ROOT))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://sanggar.test:{server.server_port}"
    server.shutdown()
    server.server_close()


class Files(SimpleHTTPRequestHandler):
    """The checkout's static files and tests, a page that runs a file, and the protocol's cases."""

    def do_GET(self):
        address = urlsplit(self.path)
        if address.path == "/run":
            question = parse_qs(address.query)
            self.give("text/html", page(**{name: value for name, (value,) in question.items()}))
        elif address.path.startswith("/cases/"):
            self.give("application/json", cases(address.path.removeprefix("/cases/")))
        else:
            super().do_GET()

    def give(self, kind: str, text: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        """Says nothing."""


def page(file: str, first: str = "1", last: str | None = None) -> str:
    assert file in FILES
    last = last or SHORT.get(file, "30")
    imports = json.dumps({"imports": {name: f"/static/{path}" for name, path in BARE.items()}})
    return PAGE.format(imports=imports, file=file, seeds=[*range(int(first), int(last) + 1)])


def cases(folder: str) -> str:
    """All cases of tests/protocol, or of its folder `old`, with the names of their files."""
    files = sorted((ROOT / "tests" / "protocol" / folder).glob("*.json"))
    return json.dumps([{"file": file.name} | json.loads(file.read_text()) for file in files])

import gzip
import json
import os
import re
import time
from pathlib import Path

import pytest

from tests.shell import open_shell
from workshop import assets, folder, shelf, watching
from workshop.shelf import for_phones


@pytest.fixture
def app(tmp_path):
    return open_shell(tmp_path)


@pytest.fixture
def ben(app):
    return app.test_client()


@pytest.fixture
def static(tmp_path, monkeypatch) -> Path:
    """A static folder that may be changed."""
    files = {
        "css/layers.css": "@layer a;",
        "css/tokens.css": '@font-face { src: url("../font.woff2") } .a { mask: url(#b) }',
        "css/reset.css": "",
        "css/base.css": "",
        "css/note.css": ".note {}",
        "font.woff2": "font",
        "js/app.js": 'import { a } from "./lib/a.js"\nimport "idb-keyval"\n',
        "js/lib/a.js": 'export * from "./b.js"\n// import "./none.js"\n',
        "js/lib/b.js": "export const a = 1\n" * 50,
        "vendor/idb-keyval/index.js": "export {}",
    }
    for name, text in files.items():
        file = tmp_path / "static" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    monkeypatch.setattr(assets, "folder", lambda name: tmp_path / name)
    monkeypatch.setattr(watching, "PATIENCE", 0)
    return tmp_path / "static"


@pytest.mark.parametrize(
    "path", ["none.js", "../setup.cfg", "css/none+base.css", "css/..%2f..%2fa+b.css", "%00", ""]
)
def test_what_is_not_there_is_not_found(ben, path):
    assert ben.get(f"/static/{path}").status_code in (404, 308)


def test_a_versioned_file_is_kept_for_ever(ben, app):
    with app.test_request_context():
        address = assets.asset_url("js/app.js")
    answer = ben.get(address)
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.mimetype == "text/javascript"


@pytest.mark.parametrize("address", ["/static/js/app.js", "/static/js/app.js?v=0123456789"])
def test_another_version_is_given_as_it_is_now_and_not_kept(ben, address):
    answer = ben.get(address)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-cache"


def test_who_has_a_file_already_gets_no_bytes(ben):
    etag = ben.get("/static/js/app.js").headers["ETag"]
    again = ben.get("/static/js/app.js", headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")


def test_files_travel_pressed_to_those_who_can_unpress(ben):
    plain = ben.get("/static/css/tokens.css")
    pressed = ben.get("/static/css/tokens.css", headers={"Accept-Encoding": "gzip, br"})
    assert gzip.decompress(pressed.data) == plain.data
    assert pressed.headers["Content-Encoding"] == "gzip"
    assert plain.headers["Vary"] == pressed.headers["Vary"] == "Accept-Encoding"
    assert plain.headers["ETag"] != pressed.headers["ETag"]


def test_a_font_is_not_pressed_twice(ben):
    font = "/static/vendor/plus-jakarta-sans/latin-wght-normal.woff2"
    answer = ben.get(font, headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers
    assert answer.mimetype == "font/woff2"


def test_stylesheets_of_a_page_travel_as_one(static, tmp_path):
    app = open_shell(tmp_path)
    with app.test_request_context():
        address = assets.stylesheet_url("note", "note")
    sheet = app.test_client().get(address)
    assert sheet.text.startswith("@layer a;") and sheet.text.endswith(".note {}")
    assert sheet.text.count(".note") == 1
    assert "immutable" in sheet.headers["Cache-Control"]


def test_a_stylesheet_names_versions_of_what_it_loads(static, tmp_path):
    sheet = open_shell(tmp_path).test_client().get("/static/css/tokens.css").text
    assert re.search(r'url\("/static/font\.woff2\?v=[0-9a-f]{10}"\)', sheet)
    assert "url(#b)" in sheet


def test_the_import_map_sends_every_module_to_its_version(app):
    with app.test_request_context():
        imports = json.loads(assets.import_map())["imports"]
    modules = {
        f"/static/{file.relative_to(folder('static')).as_posix()}"
        for file in folder("static").rglob("*.js")
    }
    assert imports.keys() == modules | shelf.BARE.keys()
    assert all(re.fullmatch(r"/static/\S+\?v=[0-9a-f]{10}", to) for to in imports.values())


def test_a_page_fetches_its_modules_with_all_they_import_at_once(static, tmp_path):
    with open_shell(tmp_path).test_request_context():
        needed = [address.partition("?")[0] for address in assets.modules_of("js/app.js")]
    assert needed == [
        "/static/js/app.js",
        "/static/js/lib/a.js",
        "/static/js/lib/b.js",
        "/static/vendor/idb-keyval/index.js",
    ]


def test_a_changed_file_has_a_new_address_without_a_restart(static, tmp_path):
    app = open_shell(tmp_path)
    with app.test_request_context():
        before = assets.asset_url("js/lib/b.js")
        (static / "js/lib/b.js").write_text("export const a = 2")
        os.utime(static / "js/lib/b.js", ns=(time.time_ns(), time.time_ns() + 1))
        assert assets.asset_url("js/lib/b.js") != before


def test_mixtures_of_stylesheets_do_not_fill_the_memory(static, tmp_path):
    app = open_shell(tmp_path)
    ben = app.test_client()
    for n in range(200):
        assert ben.get(f"/static/css/{'+'.join(['note'] * (2 + n % 30))}.css").status_code == 200
    with app.app_context():
        assert len(assets.shelf().sheets) <= 64


def test_the_front_page_is_light(ben):
    """Everything that a first visit loads, the font included."""
    pressed = {"Accept-Encoding": "gzip"}
    page = ben.get("/", headers=pressed)
    html = gzip.decompress(page.data).decode()
    addresses = set(re.findall(r'(?:href|src)="(/(?:static|words)/[^"#]+)', html))
    loaded = [ben.get(address, headers=pressed) for address in addresses]
    assert all(answer.status_code == 200 for answer in loaded)
    assert len(page.data) + sum(len(answer.data) for answer in loaded) < 60_000


def test_scripts_travel_without_what_only_says_something_and_on_the_same_lines():
    said = b"// why\n  /** @returns {number} */\n"
    script = said + b'  const a = "b // not one" // goes\n/** two\n lines */\n'

    assert for_phones(script) == b'\n\nconst a = "b // not one"\n\n\n'


def test_what_might_be_part_of_a_text_stays():
    script = b"const a = `\n b // it's\n c // d`\n"

    assert for_phones(script) == b"const a = `\nb // it's\nc // d`\n"


def test_no_text_of_a_script_has_lines_that_would_lose_their_room():
    for file in (folder("static") / "js").rglob("*.js"):
        for number, line in enumerate(file.read_text().splitlines(), 1):
            assert line.count("`") % 2 == 0, f"{file.name}:{number}"


def test_what_a_module_loads_later_is_not_fetched_with_it(static, tmp_path):
    later = 'export class A {\n  load() {\n    return import("./b.js")\n  }\n}\n'
    (static / "js/lib/a.js").write_text(later)
    with open_shell(tmp_path).test_request_context():
        needed = [address.partition("?")[0] for address in assets.modules_of("js/app.js")]
    assert "/static/js/lib/a.js" in needed
    assert "/static/js/lib/b.js" not in needed


def test_styles_travel_without_comments(static, tmp_path):
    (static / "css/note.css").write_text("/* why\n so */\n.note { color: red; } /* red */\n")
    answer = open_shell(tmp_path).test_client().get("/static/css/note.css")
    assert answer.data == b"\n.note { color: red; }\n"

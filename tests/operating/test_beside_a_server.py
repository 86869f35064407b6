"""The demo as a server shows it, and commands beside that server."""

import json
from collections.abc import Callable
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from tests.forms import Forms
from tests.operating.conftest import Operator
from tests.servers.programs import wait_until
from tests.servers.serve import Served

NOT_EMPTY = r"^The data folder is not empty, so the demo was not loaded into it\.$"


class Visitor:
    """A browser as simple as can be: it keeps cookies and presses buttons."""

    def __init__(self):
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, address: str) -> str:
        self.page = self.opener.open(address, timeout=20)
        return self.page.read().decode()

    def press_the_button_of(self, address: str) -> str:
        """Sends the last form of that page with what stands in it."""
        reader = Forms()
        reader.feed(self.get(address))
        self.page = self.opener.open(address, urlencode(reader.forms[-1]).encode(), timeout=20)
        return self.page.read().decode()


def link(served: Served, name: str) -> str:
    return served.said(rf"^  {name} +(http\S+)$").group(1)


def status(address: str) -> int:
    try:
        return build_opener().open(address, timeout=20).status
    except HTTPError as error:
        return error.code


@pytest.fixture
def demo(serve: Callable[..., Served]) -> Served:
    return serve("--demo")


def test_the_printed_links_lead_to_the_desk_the_screen_and_the_door(demo):
    desk = Visitor()

    assert "MELATI27" in desk.press_the_button_of(link(demo, "Desk"))
    assert desk.page.url.endswith("/w/MELATI27/desk")
    with pytest.raises(HTTPError):  # good once
        Visitor().press_the_button_of(link(demo, "Desk"))

    screen = Visitor()
    assert "Rencana Tindak Lanjut" in screen.get(link(demo, "Screen"))
    assert screen.page.url.endswith("/w/MELATI27/screen")
    assert "Flamboyan" in Visitor().get(link(demo, "Joining"))


def test_a_folder_that_is_not_empty_is_served_as_it_is(demo):
    desk = link(demo, "Desk")
    assert demo.stop() == 0

    demo.start()

    demo.said(NOT_EMPTY)
    again = wait_until(lambda: demo.log.count("  Desk ") == 2 and demo.log)
    assert status(desk) == 404  # there is a new link instead
    new = [line.split()[-1] for line in again.splitlines() if line.startswith("  Desk ")][-1]
    assert status(new) == 200


def test_with_a_facilitator_already_there_is_no_demo(serve):
    served = serve()
    served.said(r"/setup/(\w+)")
    Operator(served.data).gets("seed")  # somebody else fills it
    Operator(served.data).gets("erase", "MELATI27", "--yes")
    served.stop()

    served.command.append("--demo")
    served.start()

    served.said(NOT_EMPTY)
    served.said(r"^Sanggar is ready\.$")
    assert "  Desk " not in served.log


def test_a_server_is_backed_up_and_never_restored_under_its_feet(demo, tmp_path):
    operator = Operator(demo.data)
    file = tmp_path / "backup.zip"

    operator.gets("backup", file)
    assert operator.is_refused("restore", file) == (
        f"Another Sanggar is using {demo.data}. Stop it first, or choose --data."
    )

    before = taken_home(operator, tmp_path / "before.json")
    demo.stop()
    operator.gets("restore", file)
    demo.start()
    assert demo.get("/readyz").status == 200
    assert taken_home(operator, tmp_path / "after.json") == before


def taken_home(operator: Operator, file) -> dict:
    operator.gets("export", "MELATI27", "--to", file)
    whole = json.loads(file.read_text())
    del whole["exported_at"]
    return whole


def test_a_running_server_hears_of_what_is_erased(demo):
    screen = Visitor()
    screen.get(link(demo, "Screen"))

    Operator(demo.data).gets("erase", "MELATI27", "--yes")

    assert status(f"{demo.url}/w/MELATI27/snapshot") == 404
    with pytest.raises(HTTPError):
        screen.get(f"{demo.url}/w/MELATI27/screen")
    assert demo.get("/readyz").status == 200
    for file in demo.data.glob("sanggar.db*"):
        assert b"Satpam" not in file.read_bytes()

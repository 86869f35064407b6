"""What people call their browsers."""

import pytest

from workshop.accounts.agents import agent_name

NAMES = {
    "(Linux; Android 10; K) Chrome/142.0.0.0 Mobile Safari/537.36": "Chrome, Android",
    "(Windows NT 10.0; Win64) Chrome/142.0.0.0 Safari/537.36 Edg/142.0": "Edge, Windows",
    "(iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1": "Safari, iPhone",
    "(Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1": "Safari, macOS",
    "(X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0": "Firefox, Linux",
    "curl/8.0": "",
    "": "",
}


@pytest.mark.parametrize(("header", "name"), NAMES.items())
def test_a_browser_is_called_by_its_name_and_system(header, name):
    assert agent_name(header) == name

"""Signs that a database cannot hold, wherever an address or a form brings them: never a fault."""

import pytest

from tests.browser import Browser
from tests.conftest import ON_BOTH

pytestmark = ON_BOTH

NOWHERE = ["/j/{}", "/j?code={}", "/j/{}/again", "/w/{}", "/w/{}/manage"]
LINKS = ["/sign-in/{}", "/setup/{}", "/invite/{}", "/reset/{}"]
SIGNS = ["%00", "%ED%A0%80", "%F0%9F%8C%B8", "%C3"]


@pytest.fixture
def browser(app):
    app.test_client_class = Browser
    app.extensions["is_set_up"] = True
    return app.test_client()


@pytest.mark.parametrize("sign", SIGNS)
def test_an_address_with_them_leads_nowhere(browser, sign):
    for address in NOWHERE + LINKS:
        assert browser.get(address.format(sign)).status_code < 500, address


@pytest.mark.parametrize("sign", SIGNS)
def test_a_form_with_them_is_refused(browser, sign):
    body = "&".join(f"{field}={sign}a" for field in ("name", "email", "password", "code", "team"))
    for address in ("/sign-in", "/j/AAAAAA", "/j/AAAAAA/again", f"/j/{sign}", f"/j/{sign}/again"):
        answer = browser.post(address, data=body, content_type="application/x-www-form-urlencoded")
        assert 400 <= answer.status_code < 500, address

"""What everything that is sent to us must prove before it may change anything.

It must come from one of our pages: the browser says so (Origin, Sec-Fetch-Site), and a token that
only our pages hold says it too. How much may be sent is limited here, and whose word on
addresses is believed.
"""

import hmac
from hashlib import sha256
from secrets import token_urlsafe
from urllib.parse import urlsplit

from flask import Flask, current_app, g, request
from flask.sessions import SecureCookieSessionInterface
from markupsafe import Markup
from werkzeug import Response
from werkzeug.exceptions import BadRequest, Forbidden
from werkzeug.middleware.proxy_fix import ProxyFix

from workshop import cookies
from workshop.addresses import is_host
from workshop.settings import current_settings

SAFE = {"GET", "HEAD", "OPTIONS"}
MB = 1024 * 1024

# Bytes that may be sent to an endpoint, where that is less than anywhere else.
LARGEST: dict[str, int] = {}


class Stranger(Forbidden):
    """A form that another site has sent."""


class Stale(Forbidden):
    """A form without the token of this browser: its page is old, or cookies are off."""


def check_host() -> None:
    if not is_host(request.host):
        raise BadRequest()


def set_limit() -> None:
    """Before anybody looks into what was sent."""
    if request.endpoint in LARGEST:
        request.max_content_length = LARGEST[request.endpoint]


def check_sender() -> None:
    """Every request that may change something comes from a page of ours, or goes no further."""
    if request.method in SAFE:
        return
    if sent_from_elsewhere():
        raise Stranger()
    if not knows_token():
        raise Stale()


def sent_from_elsewhere() -> bool:
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc not in own_hosts():
        return True
    return request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")


def own_hosts() -> set[str]:
    return {request.host, urlsplit(current_settings.address).netloc or request.host}


def knows_token() -> bool:
    salt, _, proof = given_token().partition(".")
    browser = cookies.read("browser")
    return bool(browser) and hmac.compare_digest(proof.encode(), prove(browser, salt).encode())


def given_token() -> str:
    return request.headers.get("X-CSRF-Token") or request.form.get("csrf_token", "")


def csrf_token() -> str:
    """Proves that a form is ours; new each time, so that pressed pages give nothing away."""
    salt = token_urlsafe(9)
    return f"{salt}.{prove(this_browser(), salt)}"


def prove(browser: str, salt: str) -> str:
    words = f"csrf/{browser}/{salt}".encode()
    return hmac.new(current_app.secret_key, words, sha256).hexdigest()[:32]


def this_browser() -> str:
    """A name for this browser, given with the first form it sees; it names nobody."""
    if "browser" not in g:
        g.browser = cookies.read("browser") or token_urlsafe(16)
    return g.browser


def csrf_field() -> Markup:
    return Markup('<input type="hidden" name="csrf_token" value="{}">').format(csrf_token())


def name_browser(response: Response) -> Response:
    if "browser" in g and not cookies.read("browser"):
        cookies.keep(response, "browser", g.browser, days=365)
    return response


class Notices(SecureCookieSessionInterface):
    """Flask's session carries what the next page says, nothing else, and as strictly as it can."""

    def get_cookie_secure(self, app: Flask) -> bool:
        return request.is_secure


def behind_proxies(app: Flask, hops: int) -> None:
    """Believes what so many proxies say about the browser's address; without proxies, nobody."""
    if hops:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)


def init_app(app: Flask) -> None:
    app.config.update(MAX_CONTENT_LENGTH=20 * MB, MAX_FORM_MEMORY_SIZE=1 * MB, MAX_FORM_PARTS=1000)
    app.config.update(SESSION_COOKIE_NAME="notice", SESSION_COOKIE_SAMESITE="Lax")
    app.session_interface = Notices()
    app.before_request(check_host)
    app.before_request(set_limit)
    app.before_request(check_sender)
    app.after_request(name_browser)
    app.jinja_env.globals.update(csrf_field=csrf_field, csrf_token=csrf_token)

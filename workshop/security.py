"""What every answer carries so that browsers defend the reader, and what every form must prove.

Pages run only scripts that bear the nonce of this very answer, no text ever becomes markup
(Trusted Types), and nothing is loaded from another host. A form must come from one of our pages:
the browser says so (Origin, Sec-Fetch-Site), and a token that only our pages hold says it too.
"""

import hmac
import re
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
from workshop.settings import current_settings

SAFE = {"GET", "HEAD", "OPTIONS"}
MB = 1024 * 1024
HOST = re.compile(r"\A[A-Za-z0-9._\-]+(:\d+)?\Z|\A\[[0-9A-Fa-f:.]+\](:\d+)?\Z")

# {nonce} is new with every answer; sockets are named because old Safaris do not count them
# as 'self'. Knobs in style attributes are numbers of ours, such as --x.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'nonce-{nonce}' 'strict-dynamic' 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "media-src 'self'",
        "connect-src 'self' ws://{host} wss://{host}",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
BARE_POLICY = "default-src 'none'; frame-ancestors 'none'"

HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",  # workshops are nobody's search results
    "X-Content-Type-Options": "nosniff",
}


class Stranger(Forbidden):
    """A form that another site has sent."""


class Stale(Forbidden):
    """A form without the token of this browser: its page is old, or cookies are off."""


def check_host() -> None:
    if not HOST.match(request.host):
        raise BadRequest()


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


def csp_nonce() -> str:
    if "csp_nonce" not in g:
        g.csp_nonce = token_urlsafe(16)
    return g.csp_nonce


def protect(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Content-Security-Policy", policy_for(response))
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if response.mimetype == "text/html":
        response.headers.setdefault("Cache-Control", "private, no-cache")
        response.vary.update(("Cookie", "Accept-Language"))
    if "browser" in g and not cookies.read("browser"):
        cookies.keep(response, "browser", g.browser, days=365)
    return response


def policy_for(response: Response) -> str:
    if response.mimetype != "text/html":
        return BARE_POLICY
    host = request.host if HOST.match(request.host) else "localhost"
    return POLICY.format(nonce=csp_nonce(), host=host)


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
    app.before_request(check_sender)
    app.after_request(protect)
    app.jinja_env.globals.update(csp_nonce=csp_nonce, csrf_field=csrf_field, csrf_token=csrf_token)

"""What every answer carries so that browsers defend the reader.

Pages run only scripts that bear the nonce of this very answer, no text ever becomes markup
(Trusted Types), and nothing is loaded from another host.
"""

from secrets import token_urlsafe

from flask import Flask, g, request
from werkzeug import Response

from workshop.addresses import is_host

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
# For what is no page: should a browser take it for one, it can do nothing.
POLICY_OF_FILES = "default-src 'none'; frame-ancestors 'none'"

HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",  # workshops are nobody's search results
}
# Browsers heed the first over https alone and complain of it elsewhere.
HTTPS_HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}
# Cache-Control of an address that always means the same bytes.
FOR_EVER = "public, max-age=31536000, immutable"
PAGE_HEADERS = {"Cache-Control": "private, no-cache"}


def protect(response: Response) -> Response:
    """A header that a page has set itself stays as it is."""
    is_page = response.mimetype == "text/html"
    wanted = HEADERS | {"Content-Security-Policy": page_policy() if is_page else POLICY_OF_FILES}
    wanted |= PAGE_HEADERS if is_page else {}
    wanted |= HTTPS_HEADERS if request.is_secure else {}
    for name, value in wanted.items():
        response.headers.setdefault(name, value)
    if is_page:
        response.vary.update(("Cookie", "Accept-Language"))
    return response


def page_policy() -> str:
    host = request.host if is_host(request.host) else "localhost"  # that page is a refusal
    return POLICY.format(nonce=csp_nonce(), host=host)


def csp_nonce() -> str:
    if "csp_nonce" not in g:
        g.csp_nonce = token_urlsafe(16)
    return g.csp_nonce


def init_app(app: Flask) -> None:
    app.after_request(protect)
    app.jinja_env.globals["csp_nonce"] = csp_nonce

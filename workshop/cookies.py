"""Cookies, always in the strictest manner that the connection allows.

Over https a name gets the `__Host-` prefix and Secure; over plain http, as on a laptop in a
training room, browsers would drop both.
"""

from flask import request
from werkzeug import Response

DAY = 24 * 60 * 60


def full_name(name: str) -> str:
    return f"__Host-{name}" if request.is_secure else name


def read(name: str) -> str | None:
    return request.cookies.get(full_name(name))


def keep(response: Response, name: str, value: str, *, days: float | None = None) -> None:
    """Scripts never see it. Without `days` it goes with the browser's session."""
    response.set_cookie(
        full_name(name),
        value,
        max_age=None if days is None else int(days * DAY),
        secure=request.is_secure,
        httponly=True,
        samesite="Lax",
        path="/",
    )


def forget(response: Response, name: str) -> None:
    response.delete_cookie(
        full_name(name), secure=request.is_secure, httponly=True, samesite="Lax", path="/"
    )

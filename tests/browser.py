"""A browser for tests of pages: it keeps the token that forms must carry, as real ones do."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from workshop.security import SAFE, prove


class Browser(FlaskClient):
    """`app.test_client_class = Browser`; then `client.post(...)` is a form of ours."""

    name = "a-browser-for-tests"

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        if kwargs.get("method", "GET") not in SAFE:
            self.set_cookie("browser", self.name)
            kwargs["headers"] = {"X-CSRF-Token": self.token(), **(kwargs.get("headers") or {})}
        return super().open(*args, **kwargs)

    def token(self) -> str:
        with self.application.app_context():
            return f"salt.{prove(self.name, 'salt')}"

"""The front door: what a person sees who has only the address."""

from flask import Blueprint, Flask, current_app, redirect, render_template, request
from werkzeug import Response

THEMES = {"light", "dark", "contrast"}

pages = Blueprint("front", __name__)


@pages.get("/")
def front() -> str | Response:
    """Participants find the field for their code here; facilitators find their workshops."""
    if current_app.jinja_env.globals["current_account"]():
        return redirect("/workshops")
    return render_template("home/landing.html")


def theme() -> str | None:
    """The appearance that was chosen on this device; a script keeps it, see islands/theme.js."""
    choice = request.cookies.get("theme")
    return choice if choice in THEMES else None


def init_app(app: Flask) -> None:
    # Accounts put theirs in its place; without them, nobody is signed in.
    app.jinja_env.globals.setdefault("current_account", lambda: None)
    app.jinja_env.globals["theme"] = theme
    app.register_blueprint(pages)

"""Whether the process lives, and whether it can do its work: for those who watch over it."""

from flask import Blueprint, Response
from sqlalchemy import text

from workshop.clerk import clerks
from workshop.clock import SECOND, now
from workshop.database import StoreUnavailable, database

LATELY = 30 * SECOND

pages = Blueprint("health", __name__)


@pages.get("/healthz")
def healthz() -> Response:
    """200 as long as the process answers at all."""
    return Response("ok\n", mimetype="text/plain")


@pages.get("/readyz")
def readyz() -> Response:
    """200 if words can be saved now; 503 if the store cannot, or the process is ending."""
    ready = not clerks.closing and can_save(now())
    said = "ready\n" if ready else "not ready: nothing can be saved now\n"
    return Response(said, 200 if ready else 503, mimetype="text/plain")


def can_save(at: int) -> bool:
    """Whether a turn can be had, and none has failed lately. A full disk still has turns in which
    nothing grows; what was put off comes again within ten seconds, so longer ago means nothing."""
    try:
        database.write(lambda tx: tx.execute(text("UPDATE histories SET seq = seq WHERE 1 = 0")))
    except StoreUnavailable:
        return False
    return not any(at - clerk.failed_at < LATELY for clerk in clerks.by_name.values())


def init_app(app) -> None:
    app.register_blueprint(pages)

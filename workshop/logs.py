"""The log: one line a thing that happened, never with the words of a note or a secret."""

import logging


def start_logging(level: str) -> None:
    logging.basicConfig(
        level=level.upper(), format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    for chatty in ("engineio", "socketio", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)

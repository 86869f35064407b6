"""Alembic's way in: the connection is given by `workshop.migrating`, in its transaction."""

from alembic import context

from workshop.database import metadata
from workshop.every_table import TABLES  # noqa: F401  so that `metadata` knows them all

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()

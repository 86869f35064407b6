"""lay notes in clusters, and keep what is said and meant of them"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_1815"
down_revision = "2026_11_24_1417"


def upgrade() -> None:
    with op.batch_alter_table("notes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("cluster", sa.String(length=40), nullable=True))
        batch_op.add_column(
            sa.Column("starred", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("reactions", sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(sa.Column("merged", sa.String(length=40), nullable=True))
        batch_op.add_column(
            sa.Column("shared", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    op.create_table(
        "clusters",
        sa.Column("board_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("workshop_id", sa.String(length=24), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("colour", sa.String(length=20), nullable=True),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("order", sa.String(length=40), nullable=False),
        sa.Column("x", sa.Float(), nullable=True),
        sa.Column("y", sa.Float(), nullable=True),
        sa.Column("by", sa.String(length=10), nullable=True),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("board_id", "id", name=op.f("pk_clusters")),
    )
    op.create_table(
        "comments",
        sa.Column("board_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("workshop_id", sa.String(length=24), nullable=False),
        sa.Column("note_id", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=10), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("removed_by", sa.String(length=10), nullable=True),
        sa.Column("removed_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("board_id", "id", name=op.f("pk_comments")),
    )
    op.create_table(
        "note_links",
        sa.Column("board_id", sa.String(length=40), nullable=False),
        sa.Column("from_note", sa.String(length=40), nullable=False),
        sa.Column("to_note", sa.String(length=40), nullable=False),
        sa.Column("workshop_id", sa.String(length=24), nullable=False),
        sa.Column("by", sa.String(length=10), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("board_id", "from_note", "to_note", name=op.f("pk_note_links")),
    )
    for table in ("clusters", "comments", "note_links"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(
                batch_op.f(f"ix_{table}_workshop_id"), ["workshop_id"], unique=False
            )


def downgrade() -> None:
    for table in ("note_links", "comments", "clusters"):
        op.drop_table(table)
    with op.batch_alter_table("notes", schema=None) as batch_op:
        for column in ("shared", "merged", "reactions", "starred", "cluster"):
            batch_op.drop_column(column)

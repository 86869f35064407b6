"""add pictures to notes"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_1850"
down_revision = "2026_11_24_1815"


def upgrade() -> None:
    op.create_table(
        "picture_pieces",
        sa.Column("workshop_id", sa.String(length=24), nullable=False),
        sa.Column("picture_id", sa.String(length=40), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "picture_id", "at", name=op.f("pk_picture_pieces")),
    )
    op.create_table(
        "pictures",
        sa.Column("workshop_id", sa.String(length=24), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("board_id", sa.String(length=40), nullable=False),
        sa.Column("seat_id", sa.String(length=24), nullable=False),
        sa.Column("begun_at", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("came", sa.Integer(), nullable=False),
        sa.Column("ready", sa.Boolean(), nullable=False),
        sa.Column("placed", sa.Boolean(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("small", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_pictures")),
    )
    with op.batch_alter_table("notes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("picture", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("notes", schema=None) as batch_op:
        batch_op.drop_column("picture")

    op.drop_table("pictures")
    op.drop_table("picture_pieces")

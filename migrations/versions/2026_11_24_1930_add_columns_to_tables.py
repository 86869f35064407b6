"""add columns to tables"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_1930"
down_revision = "2026_11_24_1850"


def upgrade() -> None:
    op.create_table(
        "board_columns",
        sa.Column("board_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("workshop_id", sa.String(length=24), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("by", sa.String(length=10), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("board_id", "id", name=op.f("pk_board_columns")),
    )
    with op.batch_alter_table("board_columns", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_board_columns_workshop_id"), ["workshop_id"], unique=False
        )


def downgrade() -> None:
    op.drop_table("board_columns")

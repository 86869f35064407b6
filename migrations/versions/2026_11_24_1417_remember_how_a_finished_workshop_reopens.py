"""remember how a finished workshop reopens"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_1417"
down_revision = "2026_11_24_0515"


def upgrade() -> None:
    with op.batch_alter_table("workshops", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reopens_as", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("workshops", schema=None) as batch_op:
        batch_op.drop_column("reopens_as")

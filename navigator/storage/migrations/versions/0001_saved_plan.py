"""Saved plans."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "saved_plan",
        sa.Column("locator", sa.LargeBinary(32), primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("edition", sa.Integer, nullable=False),
        sa.Column("expires_on", sa.Date, nullable=False),
    )
    op.create_index("ix_saved_plan_expires_on", "saved_plan", ["expires_on"])


def downgrade() -> None:
    op.drop_table("saved_plan")

"""What has changed, for those who keep a copy; pages are looked up by their address."""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"


def upgrade() -> None:
    op.create_table(
        "api_change",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("resource", sa.String(length=64), nullable=False),
        sa.Column("item", sa.String(length=500), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("corrections", sa.Integer(), nullable=False),
        sa.Column("change", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_change")),
        sa.UniqueConstraint("item", name=op.f("uq_api_change_item")),
        sa.UniqueConstraint("number", name=op.f("uq_api_change_number")),
    )
    op.create_index(op.f("ix_search_record_url"), "search_record", ["url"])


def downgrade() -> None:
    op.drop_index(op.f("ix_search_record_url"), "search_record")
    op.drop_table("api_change")

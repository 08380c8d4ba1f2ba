"""Case articles: words are looked for in an index over their names."""

from alembic import op

revision = "0055"
down_revision = "0054"


def upgrade() -> None:
    op.create_index("ix_case_article_called", "case_article", ["title", "number", "case_id"])


def downgrade() -> None:
    op.drop_index("ix_case_article_called", table_name="case_article")

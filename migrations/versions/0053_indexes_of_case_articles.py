"""Case articles: lists by each filter in their order, charts without reading an article."""

from alembic import op

revision = "0053"
down_revision = "0052"

FACETS = ("fault", "party", "measure", "outcome", "year")


def upgrade() -> None:
    op.drop_index("ix_case_article_facts", table_name="case_article")
    op.drop_index("ix_case_article_month", table_name="case_article")
    op.create_index("ix_case_article_month", "case_article", ["state", "month", "days", *FACETS])
    for name in FACETS:
        others = [other for other in FACETS if other != name]
        op.create_index(f"ix_case_article_{name}", "case_article", ["state", name, "published_at", "id", *others, "month"])


def downgrade() -> None:
    for name in FACETS:
        op.drop_index(f"ix_case_article_{name}", table_name="case_article")
    op.drop_index("ix_case_article_month", table_name="case_article")
    op.create_index("ix_case_article_month", "case_article", ["state", "month", "days"])
    op.create_index("ix_case_article_facts", "case_article", ["state", *FACETS])

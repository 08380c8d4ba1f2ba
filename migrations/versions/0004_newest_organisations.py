"""newest organisations, and reasons of mappings kept as template and values"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

MAPPING = sa.table(
    "clause_mapping",
    sa.column("id", sa.BigInteger),
    sa.column("reason", sa.Text),
    sa.column("because", sa.JSON),
)


def upgrade() -> None:
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.create_index("ix_organisation_newest", ["state", "decided_at", "id"], unique=False)
    with op.batch_alter_table("clause_mapping", schema=None) as batch_op:
        batch_op.add_column(sa.Column("because", sa.JSON(), nullable=False, server_default="{}"))
    connection = op.get_bind()
    # A sentence kept before is whole: it becomes a template in which nothing stands.
    for key, reason in connection.execute(
        sa.select(MAPPING.c.id, MAPPING.c.reason).where(MAPPING.c.reason != "")
    ).all():
        connection.execute(
            sa.update(MAPPING)
            .where(MAPPING.c.id == key)
            .values(because={"template": reason.replace("%", "%%"), "values": {}})
        )
    with op.batch_alter_table("clause_mapping", schema=None) as batch_op:
        batch_op.drop_column("reason")
        batch_op.alter_column("because", new_column_name="reason", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("clause_mapping", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sentence", sa.Text(), nullable=False, server_default=""))
    connection = op.get_bind()
    kept = sa.table(
        "clause_mapping",
        sa.column("id", sa.BigInteger),
        sa.column("reason", sa.JSON),
        sa.column("sentence", sa.Text),
    )
    for key, reason in connection.execute(sa.select(kept.c.id, kept.c.reason)).all():
        said = reason["template"] % reason["values"] if reason else ""
        connection.execute(sa.update(kept).where(kept.c.id == key).values(sentence=said))
    with op.batch_alter_table("clause_mapping", schema=None) as batch_op:
        batch_op.drop_column("reason")
        batch_op.alter_column("sentence", new_column_name="reason", server_default=None)
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.drop_index("ix_organisation_newest")

"""yearly statements"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "pledge_statement",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("pledge_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("signature_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("period_from", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("remind_on", sa.Date(), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("drafted_by", sa.String(length=200), nullable=False),
        sa.Column("confirmed_by", sa.String(length=200), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("overdue_on", sa.Date(), nullable=True),
        sa.Column("lapsed_on", sa.Date(), nullable=True),
        sa.Column("because", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(state = 'given') = (given_at is not null)",
            name=op.f("ck_pledge_statement_given_at_some_moment"),
        ),
        sa.CheckConstraint("period_from <= due_on", name=op.f("ck_pledge_statement_days_in_order")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_pledge_statement_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["pledge_id"], ["pledge.id"], name=op.f("fk_pledge_statement_pledge_id_pledge")
        ),
        sa.ForeignKeyConstraint(
            ["signature_id"],
            ["pledge_signature.id"],
            name=op.f("fk_pledge_statement_signature_id_pledge_signature"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pledge_statement")),
    )
    with op.batch_alter_table("pledge_statement", schema=None) as batch_op:
        batch_op.create_index("ix_pledge_statement_due", ["state", "due_on"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_pledge_statement_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_pledge_statement_signature_id"), ["signature_id"], unique=False)
        batch_op.create_index(
            "uq_pledge_statement_live",
            ["pledge_id", "organisation_id"],
            unique=True,
            sqlite_where=sa.text("state in ('ahead', 'open', 'drafted')"),
            postgresql_where=sa.text("state in ('ahead', 'open', 'drafted')"),
        )

    op.add_column("pledge_signature", sa.Column("asked_for", sa.Integer(), nullable=True))
    op.add_column("pledge_signature", sa.Column("overdue_since", sa.Date(), nullable=True))
    op.add_column("pledge_signature", sa.Column("publicised_until", sa.Date(), nullable=True))
    # Who waits for a new signature was asked for the newest version issued.
    op.execute("""
        update pledge_signature set asked_for = (
            select max(v.number) from pledge_version v where v.pledge_id = pledge_signature.pledge_id and v.state = 'published'
        ) where id in (select signature_id from pledge_spell where standing = 'resign' and to_on is null)
    """)


def downgrade() -> None:
    # In words the register knew before.
    op.execute("update pledge_spell set standing = 'good' where standing in ('overdue', 'publicised')")
    op.execute("update pledge_spell set standing = 'not_renewed' where standing in ('lapsed', 'removed')")
    op.execute("update pledge_signature set state = 'not_renewed' where state in ('lapsed', 'removed')")
    for column in ("publicised_until", "overdue_since", "asked_for"):
        op.drop_column("pledge_signature", column)
    with op.batch_alter_table("pledge_statement", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_pledge_statement_live",
            sqlite_where=sa.text("state in ('ahead', 'open', 'drafted')"),
            postgresql_where=sa.text("state in ('ahead', 'open', 'drafted')"),
        )
        batch_op.drop_index(batch_op.f("ix_pledge_statement_signature_id"))
        batch_op.drop_index(batch_op.f("ix_pledge_statement_organisation_id"))
        batch_op.drop_index("ix_pledge_statement_due")

    op.drop_table("pledge_statement")

"""commendations"""

import sqlalchemy as sa
from alembic import op

revision = '0027'
down_revision = '0026'


def upgrade() -> None:
    op.create_table('commendation_round',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('slug', sa.String(length=40), nullable=True),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('basis_kind', sa.String(length=200), nullable=False),
    sa.Column('basis', sa.Text(), nullable=False),
    sa.Column('nominate_by', sa.Date(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_on', sa.Date(), nullable=True),
    sa.Column('publicity_from', sa.Date(), nullable=True),
    sa.Column('publicity_to', sa.Date(), nullable=True),
    sa.Column('announced_on', sa.Date(), nullable=True),
    sa.Column('stopped_on', sa.Date(), nullable=True),
    sa.Column('stopped_because', sa.Text(), nullable=False),
    sa.CheckConstraint("(state = 'stopped') = (stopped_on is not null)", name=op.f('ck_commendation_round_stopped_says_when')),
    sa.CheckConstraint("state != 'publicity' or publicity_to is not null", name=op.f('ck_commendation_round_publicity_has_days')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_commendation_round')),
    sa.UniqueConstraint('slug', name=op.f('uq_commendation_round_slug'))
    )
    with op.batch_alter_table('commendation_round', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_commendation_round_state'), ['state'], unique=False)

    op.create_table('commendation_paper',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('round_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('notice_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('stage', sa.String(length=32), nullable=False),
    sa.ForeignKeyConstraint(['notice_id'], ['notice.id'], name=op.f('fk_commendation_paper_notice_id_notice')),
    sa.ForeignKeyConstraint(['round_id'], ['commendation_round.id'], name=op.f('fk_commendation_paper_round_id_commendation_round')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_commendation_paper')),
    sa.UniqueConstraint('notice_id', name=op.f('uq_commendation_paper_notice_id'))
    )
    with op.batch_alter_table('commendation_paper', schema=None) as batch_op:
        batch_op.create_index('ix_commendation_paper_round', ['round_id', 'stage'], unique=False)

    op.create_table('nomination',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('round_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('by_organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('subject', sa.String(length=32), nullable=False),
    sa.Column('called', sa.String(length=200), nullable=False),
    sa.Column('grounds', sa.Text(), nullable=False),
    sa.Column('suggested_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('nominated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('listed_on', sa.Date(), nullable=True),
    sa.Column('closed_because', sa.Text(), nullable=False),
    sa.CheckConstraint("state not in ('listed', 'revoked') or listed_on is not null", name=op.f('ck_nomination_listed_says_when')),
    sa.ForeignKeyConstraint(['by_organisation_id'], ['organisation.id'], name=op.f('fk_nomination_by_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_nomination_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['round_id'], ['commendation_round.id'], name=op.f('fk_nomination_round_id_commendation_round')),
    sa.ForeignKeyConstraint(['suggested_by'], ['standing.id'], name=op.f('fk_nomination_suggested_by_standing')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_nomination'))
    )
    with op.batch_alter_table('nomination', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_nomination_by_organisation_id'), ['by_organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_nomination_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_nomination_state'), ['state'], unique=False)
        batch_op.create_index('uq_nomination_living', ['round_id', 'organisation_id', 'called'], unique=True, sqlite_where=sa.text("state not in ('declined', 'not_admitted', 'passed_over', 'removed', 'withdrawn', 'revoked')"), postgresql_where=sa.text("state not in ('declined', 'not_admitted', 'passed_over', 'removed', 'withdrawn', 'revoked')"))

    op.create_table('objection',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('nomination_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('words', sa.Text(), nullable=True),
    sa.Column('who', sa.Text(), nullable=True),
    sa.Column('receipt_hash', sa.String(length=64), nullable=False),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['nomination_id'], ['nomination.id'], name=op.f('fk_objection_nomination_id_nomination')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_objection')),
    sa.UniqueConstraint('receipt_hash', name=op.f('uq_objection_receipt_hash'))
    )
    with op.batch_alter_table('objection', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_objection_nomination_id'), ['nomination_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('objection', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_objection_nomination_id'))

    op.drop_table('objection')
    with op.batch_alter_table('nomination', schema=None) as batch_op:
        batch_op.drop_index('uq_nomination_living', sqlite_where=sa.text("state not in ('declined', 'not_admitted', 'passed_over', 'removed', 'withdrawn', 'revoked')"), postgresql_where=sa.text("state not in ('declined', 'not_admitted', 'passed_over', 'removed', 'withdrawn', 'revoked')"))
        batch_op.drop_index(batch_op.f('ix_nomination_state'))
        batch_op.drop_index(batch_op.f('ix_nomination_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_nomination_by_organisation_id'))

    op.drop_table('nomination')
    with op.batch_alter_table('commendation_paper', schema=None) as batch_op:
        batch_op.drop_index('ix_commendation_paper_round')

    op.drop_table('commendation_paper')
    with op.batch_alter_table('commendation_round', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_commendation_round_state'))

    op.drop_table('commendation_round')

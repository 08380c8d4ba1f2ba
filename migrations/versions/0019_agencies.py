"""agencies"""

import sqlalchemy as sa
from alembic import op

revision = '0019'
down_revision = '0018'


def upgrade() -> None:
    op.create_table('agency',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('number', sa.String(length=64), nullable=True),
    sa.Column('name_key', sa.String(length=200), nullable=False),
    sa.Column('province', sa.String(length=2), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('registered_on', sa.Date(), nullable=True),
    sa.Column('reviewed_on', sa.Date(), nullable=True),
    sa.Column('review_due_on', sa.Date(), nullable=True),
    sa.Column('reminded_on', sa.Date(), nullable=True),
    sa.Column('state_since', sa.Date(), nullable=True),
    sa.Column('state_because', sa.Text(), nullable=False),
    sa.CheckConstraint("state in ('applying', 'closed') or registered_on is not null", name=op.f('ck_agency_registered_says_when')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_agency_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agency')),
    sa.UniqueConstraint('number', name=op.f('uq_agency_number'))
    )
    with op.batch_alter_table('agency', schema=None) as batch_op:
        batch_op.create_index('ix_agency_by_name', ['name_key', 'id'], unique=False, sqlite_where=sa.text('number is not null'), postgresql_where=sa.text('number is not null'))
        batch_op.create_index('ix_agency_by_province', ['province', 'name_key', 'id'], unique=False, sqlite_where=sa.text('number is not null'), postgresql_where=sa.text('number is not null'))
        batch_op.create_index('ix_agency_by_state', ['state', 'name_key', 'id'], unique=False, sqlite_where=sa.text('number is not null'), postgresql_where=sa.text('number is not null'))
        batch_op.create_index('ix_agency_newest', ['registered_on', 'id'], unique=False, sqlite_where=sa.text('number is not null'), postgresql_where=sa.text('number is not null'))
        batch_op.create_index(batch_op.f('ix_agency_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_agency_review_due_on'), ['review_due_on'], unique=False)
        batch_op.create_index('uq_agency_living', ['organisation_id'], unique=True, sqlite_where=sa.text("state not in ('ended', 'closed')"), postgresql_where=sa.text("state not in ('ended', 'closed')"))

    op.create_table('agency_account',
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.Column('agency_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_agency_account_agency_id_agency')),
    sa.PrimaryKeyConstraint('key', 'agency_id', name=op.f('pk_agency_account'))
    )
    with op.batch_alter_table('agency_account', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agency_account_agency_id'), ['agency_id'], unique=False)

    op.create_table('agency_agent',
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.Column('agency_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_agency_agent_agency_id_agency')),
    sa.PrimaryKeyConstraint('key', 'agency_id', name=op.f('pk_agency_agent'))
    )
    with op.batch_alter_table('agency_agent', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agency_agent_agency_id'), ['agency_id'], unique=False)

    op.create_table('agency_filing',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('agency_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('asked', sa.JSON(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_because', sa.String(), nullable=True),
    sa.Column('findings', sa.JSON(), nullable=False),
    sa.Column('checked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answers', sa.Text(), nullable=False),
    sa.Column('interviewed_on', sa.Date(), nullable=True),
    sa.Column('interview', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_agency_filing_agency_id_agency')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agency_filing'))
    )
    with op.batch_alter_table('agency_filing', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agency_filing_agency_id'), ['agency_id'], unique=False)
        batch_op.create_index('ix_agency_filing_queue', ['state', 'submitted_at', 'id'], unique=False)
        batch_op.create_index('uq_agency_filing_open', ['agency_id'], unique=True, sqlite_where=sa.text("state not in ('approved', 'refused', 'withdrawn')"), postgresql_where=sa.text("state not in ('approved', 'refused', 'withdrawn')"))

    op.create_table('agency_section',
    sa.Column('agency_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name', sa.String(length=32), nullable=False),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_agency_section_agency_id_agency')),
    sa.PrimaryKeyConstraint('agency_id', 'name', name=op.f('pk_agency_section'))
    )
    op.create_table('agency_term',
    sa.Column('term', sa.String(length=40).with_variant(sa.String(length=40, collation='C'), 'postgresql'), nullable=False),
    sa.Column('agency_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_agency_term_agency_id_agency')),
    sa.PrimaryKeyConstraint('term', 'agency_id', name=op.f('pk_agency_term')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('agency_term', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agency_term_agency_id'), ['agency_id'], unique=False)

    op.create_table('agency_filing_section',
    sa.Column('filing_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name', sa.String(length=32), nullable=False),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('before', sa.Text(), nullable=True),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['filing_id'], ['agency_filing.id'], name=op.f('fk_agency_filing_section_filing_id_agency_filing')),
    sa.PrimaryKeyConstraint('filing_id', 'name', name=op.f('pk_agency_filing_section'))
    )


def downgrade() -> None:
    op.drop_table('agency_filing_section')
    with op.batch_alter_table('agency_term', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_agency_term_agency_id'))

    op.drop_table('agency_term')
    op.drop_table('agency_section')
    with op.batch_alter_table('agency_filing', schema=None) as batch_op:
        batch_op.drop_index('uq_agency_filing_open', sqlite_where=sa.text("state not in ('approved', 'refused', 'withdrawn')"), postgresql_where=sa.text("state not in ('approved', 'refused', 'withdrawn')"))
        batch_op.drop_index('ix_agency_filing_queue')
        batch_op.drop_index(batch_op.f('ix_agency_filing_agency_id'))

    op.drop_table('agency_filing')
    with op.batch_alter_table('agency_agent', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_agency_agent_agency_id'))

    op.drop_table('agency_agent')
    with op.batch_alter_table('agency_account', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_agency_account_agency_id'))

    op.drop_table('agency_account')
    with op.batch_alter_table('agency', schema=None) as batch_op:
        batch_op.drop_index('uq_agency_living', sqlite_where=sa.text("state not in ('ended', 'closed')"), postgresql_where=sa.text("state not in ('ended', 'closed')"))
        batch_op.drop_index(batch_op.f('ix_agency_review_due_on'))
        batch_op.drop_index(batch_op.f('ix_agency_organisation_id'))
        batch_op.drop_index('ix_agency_newest', sqlite_where=sa.text('number is not null'), postgresql_where=sa.text('number is not null'))
        batch_op.drop_index('ix_agency_by_state', sqlite_where=sa.text('number is not null'), postgresql_where=sa.text('number is not null'))
        batch_op.drop_index('ix_agency_by_province', sqlite_where=sa.text('number is not null'), postgresql_where=sa.text('number is not null'))
        batch_op.drop_index('ix_agency_by_name', sqlite_where=sa.text('number is not null'), postgresql_where=sa.text('number is not null'))

    op.drop_table('agency')

"""warnings"""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'


def upgrade() -> None:
    op.create_table('warning',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('slug', sa.String(length=40), nullable=True),
    sa.Column('number', sa.String(length=200), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('level', sa.String(length=32), nullable=False),
    sa.Column('issued_level', sa.String(length=32), nullable=True),
    sa.Column('topic', sa.String(length=200), nullable=False),
    sa.Column('happens', sa.Text(), nullable=False),
    sa.Column('todo', sa.Text(), nullable=False),
    sa.Column('act_by', sa.Date(), nullable=True),
    sa.Column('valid_from', sa.Date(), nullable=True),
    sa.Column('valid_to', sa.Date(), nullable=False),
    sa.Column('contents', sa.JSON(), nullable=False),
    sa.Column('platforms', sa.JSON(), nullable=False),
    sa.Column('clauses', sa.JSON(), nullable=False),
    sa.Column('must_read', sa.Boolean(), nullable=False),
    sa.Column('wants_statement', sa.Boolean(), nullable=False),
    sa.Column('confirm_days', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reduced_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reduced_note', sa.Text(), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closing_note', sa.Text(), nullable=True),
    sa.Column('publish_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_because', sa.String(), nullable=True),
    sa.CheckConstraint('not wants_statement or must_read', name=op.f('ck_warning_statement_after_reading')),
    sa.CheckConstraint('valid_from is null or valid_from <= valid_to', name=op.f('ck_warning_days_in_order')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_warning')),
    sa.UniqueConstraint('slug', name=op.f('uq_warning_slug'))
    )
    with op.batch_alter_table('warning', schema=None) as batch_op:
        batch_op.create_index('ix_warning_days', ['state', 'valid_to'], unique=False)
        batch_op.create_index(batch_op.f('ix_warning_state'), ['state'], unique=False)

    op.create_table('warning_audience',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('warning_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('what', sa.String(length=32), nullable=False),
    sa.Column('value', sa.String(length=32), nullable=False),
    sa.ForeignKeyConstraint(['warning_id'], ['warning.id'], name=op.f('fk_warning_audience_warning_id_warning')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_warning_audience')),
    sa.UniqueConstraint('warning_id', 'what', 'value', name=op.f('uq_warning_audience_warning_id_what_value'))
    )
    with op.batch_alter_table('warning_audience', schema=None) as batch_op:
        batch_op.create_index('ix_warning_audience_value', ['what', 'value'], unique=False)

    op.create_table('warning_receipt',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('warning_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('confirmed_by', sa.String(length=200), nullable=False),
    sa.Column('escalated_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('statement', sa.Text(), nullable=False),
    sa.Column('reported_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_warning_receipt_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['warning_id'], ['warning.id'], name=op.f('fk_warning_receipt_warning_id_warning')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_warning_receipt')),
    sa.UniqueConstraint('warning_id', 'organisation_id', name=op.f('uq_warning_receipt_warning_id_organisation_id'))
    )
    with op.batch_alter_table('warning_receipt', schema=None) as batch_op:
        batch_op.create_index('ix_warning_receipt_due', ['state', 'due_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_warning_receipt_organisation_id'), ['organisation_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('warning_receipt', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_warning_receipt_organisation_id'))
        batch_op.drop_index('ix_warning_receipt_due')

    op.drop_table('warning_receipt')
    with op.batch_alter_table('warning_audience', schema=None) as batch_op:
        batch_op.drop_index('ix_warning_audience_value')

    op.drop_table('warning_audience')
    with op.batch_alter_table('warning', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_warning_state'))
        batch_op.drop_index('ix_warning_days')

    op.drop_table('warning')

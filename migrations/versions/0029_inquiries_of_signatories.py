"""inquiries of signatories"""

import sqlalchemy as sa
from alembic import op

revision = '0029'
down_revision = '0028'


def upgrade() -> None:
    op.create_table('pledge_inquiry',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pledge_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('signature_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.String(length=200), nullable=False),
    sa.Column('tone', sa.String(length=32), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('clauses', sa.JSON(), nullable=False),
    sa.Column('question', sa.Text(), nullable=False),
    sa.Column('raised_by', sa.String(length=200), nullable=False),
    sa.Column('raised_by_id', sa.Integer(), nullable=True),
    sa.Column('raised_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reply_by', sa.Date(), nullable=False),
    sa.Column('more', sa.Text(), nullable=False),
    sa.Column('reply', sa.Text(), nullable=False),
    sa.Column('replied_by', sa.String(length=200), nullable=False),
    sa.Column('replied_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('outcome', sa.Text(), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_pledge_inquiry_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['pledge_id'], ['pledge.id'], name=op.f('fk_pledge_inquiry_pledge_id_pledge')),
    sa.ForeignKeyConstraint(['signature_id'], ['pledge_signature.id'], name=op.f('fk_pledge_inquiry_signature_id_pledge_signature')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pledge_inquiry'))
    )
    with op.batch_alter_table('pledge_inquiry', schema=None) as batch_op:
        batch_op.create_index('ix_pledge_inquiry_due', ['state', 'reply_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_pledge_inquiry_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_pledge_inquiry_signature_id'), ['signature_id'], unique=False)
        batch_op.create_index('uq_pledge_inquiry_open', ['pledge_id', 'organisation_id'], unique=True, sqlite_where=sa.text("state in ('asked', 'replied', 'silent', 'measures')"), postgresql_where=sa.text("state in ('asked', 'replied', 'silent', 'measures')"))

    op.create_table('pledge_measure',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('inquiry_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('rung', sa.String(length=32), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('grounds', sa.Text(), nullable=False),
    sa.Column('proposed_by_id', sa.Integer(), nullable=True),
    sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('hear_by', sa.Date(), nullable=False),
    sa.Column('plea', sa.Text(), nullable=False),
    sa.Column('reasons', sa.Text(), nullable=False),
    sa.Column('public_text', sa.Text(), nullable=False),
    sa.Column('decided_by', sa.String(length=200), nullable=False),
    sa.Column('decided_by_id', sa.Integer(), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('object_by', sa.Date(), nullable=True),
    sa.Column('objection', sa.Text(), nullable=False),
    sa.Column('review', sa.Text(), nullable=False),
    sa.Column('in_force_on', sa.Date(), nullable=True),
    sa.Column('answer_by', sa.Date(), nullable=True),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('report', sa.Text(), nullable=False),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.CheckConstraint("state != 'in_force' or in_force_on is not null", name=op.f('ck_pledge_measure_in_force_from_a_day')),
    sa.CheckConstraint("state not in ('decided', 'objected', 'in_force') or decided_at is not null", name=op.f('ck_pledge_measure_decided_at_some_moment')),
    sa.ForeignKeyConstraint(['inquiry_id'], ['pledge_inquiry.id'], name=op.f('fk_pledge_measure_inquiry_id_pledge_inquiry')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_pledge_measure_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pledge_measure'))
    )
    with op.batch_alter_table('pledge_measure', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pledge_measure_inquiry_id'), ['inquiry_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_pledge_measure_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index('ix_pledge_measure_state', ['state', 'object_by'], unique=False)
        batch_op.create_index('uq_pledge_measure_pending', ['inquiry_id'], unique=True, sqlite_where=sa.text("state in ('proposed', 'heard', 'decided', 'objected')"), postgresql_where=sa.text("state in ('proposed', 'heard', 'decided', 'objected')"))



def downgrade() -> None:
    with op.batch_alter_table('pledge_measure', schema=None) as batch_op:
        batch_op.drop_index('uq_pledge_measure_pending', sqlite_where=sa.text("state in ('proposed', 'heard', 'decided', 'objected')"), postgresql_where=sa.text("state in ('proposed', 'heard', 'decided', 'objected')"))
        batch_op.drop_index('ix_pledge_measure_state')
        batch_op.drop_index(batch_op.f('ix_pledge_measure_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_pledge_measure_inquiry_id'))

    op.drop_table('pledge_measure')
    with op.batch_alter_table('pledge_inquiry', schema=None) as batch_op:
        batch_op.drop_index('uq_pledge_inquiry_open', sqlite_where=sa.text("state in ('asked', 'replied', 'silent', 'measures')"), postgresql_where=sa.text("state in ('asked', 'replied', 'silent', 'measures')"))
        batch_op.drop_index(batch_op.f('ix_pledge_inquiry_signature_id'))
        batch_op.drop_index(batch_op.f('ix_pledge_inquiry_organisation_id'))
        batch_op.drop_index('ix_pledge_inquiry_due')

    op.drop_table('pledge_inquiry')

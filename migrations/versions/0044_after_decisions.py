"""Cases: what follows a decision – appeal, execution, publicity, repair, archive."""

import sqlalchemy as sa
from alembic import op

revision = '0044'
down_revision = '0043'


def upgrade() -> None:
    op.create_table('case_appeal',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('grounds', sa.Text(), nullable=False),
    sa.Column('lodged_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('asked', sa.Text(), nullable=False),
    sa.Column('added', sa.Text(), nullable=False),
    sa.Column('intake_because', sa.Text(), nullable=False),
    sa.Column('conclusion', sa.String(length=64), nullable=False),
    sa.Column('result', sa.String(length=32), nullable=True),
    sa.Column('measure', sa.String(length=64), nullable=False),
    sa.Column('months', sa.Integer(), nullable=False),
    sa.Column('measure_before', sa.String(length=64), nullable=False),
    sa.Column('months_before', sa.Integer(), nullable=False),
    sa.Column('reasons', sa.Text(), nullable=False),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("state != 'decided' or (result is not null and decided_at is not null)", name=op.f('ck_case_appeal_decided_says_what')),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_appeal_case_id_case_file')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_appeal')),
    sa.UniqueConstraint('case_id', name=op.f('uq_case_appeal_case_id'))
    )
    with op.batch_alter_table('case_appeal', schema=None) as batch_op:
        batch_op.create_index('ix_case_appeal_due', ['state', 'due_on'], unique=False)

    op.create_table('case_publicity',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=False),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('ended_by', sa.String(length=32), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.CheckConstraint('(ended_by is null) = (ended_on is null)', name=op.f('ck_case_publicity_end_says_when')),
    sa.CheckConstraint('from_on <= until_on', name=op.f('ck_case_publicity_days_in_order')),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_publicity_case_id_case_file')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_publicity')),
    sa.UniqueConstraint('case_id', name=op.f('uq_case_publicity_case_id'))
    )
    with op.batch_alter_table('case_publicity', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_publicity_until_on'), ['until_on'], unique=False)

    op.create_table('case_repair',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('grounds', sa.Text(), nullable=False),
    sa.Column('applied_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_repair_case_id_case_file')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_repair'))
    )
    with op.batch_alter_table('case_repair', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_repair_case_id'), ['case_id'], unique=False)
        batch_op.create_index('ix_case_repair_due', ['state', 'due_on'], unique=False)

    with op.batch_alter_table('case_file', schema=None) as batch_op:
        batch_op.add_column(sa.Column('appeal_by', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('effective_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('report', sa.Text(), nullable=False))
        batch_op.add_column(sa.Column('reported_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('carried_out', sa.Text(), nullable=False))
        batch_op.add_column(sa.Column('carried_out_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('annul_because', sa.Text(), nullable=False))
        batch_op.add_column(sa.Column('annulled_because', sa.Text(), nullable=False))
        batch_op.add_column(sa.Column('annulled_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True))



def downgrade() -> None:
    with op.batch_alter_table('case_file', schema=None) as batch_op:
        batch_op.drop_column('archived_at')
        batch_op.drop_column('annulled_at')
        batch_op.drop_column('annulled_because')
        batch_op.drop_column('annul_because')
        batch_op.drop_column('carried_out_on')
        batch_op.drop_column('carried_out')
        batch_op.drop_column('reported_at')
        batch_op.drop_column('report')
        batch_op.drop_column('effective_on')
        batch_op.drop_column('appeal_by')

    with op.batch_alter_table('case_repair', schema=None) as batch_op:
        batch_op.drop_index('ix_case_repair_due')
        batch_op.drop_index(batch_op.f('ix_case_repair_case_id'))

    op.drop_table('case_repair')
    with op.batch_alter_table('case_publicity', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_case_publicity_until_on'))

    op.drop_table('case_publicity')
    with op.batch_alter_table('case_appeal', schema=None) as batch_op:
        batch_op.drop_index('ix_case_appeal_due')

    op.drop_table('case_appeal')

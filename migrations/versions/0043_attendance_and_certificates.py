"""Training: who was there on which day; certificates of training."""

import sqlalchemy as sa
from alembic import op

revision = '0043'
down_revision = '0042'


def upgrade() -> None:
    op.create_table('training_attendance',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('enrolment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('attended_on', sa.Date(), nullable=False),
    sa.Column('entered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_code', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['enrolment_id'], ['training_enrolment.id'], name=op.f('fk_training_attendance_enrolment_id_training_enrolment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_attendance')),
    sa.UniqueConstraint('enrolment_id', 'attended_on', name=op.f('uq_training_attendance_enrolment_id_attended_on'))
    )
    with op.batch_alter_table('training_enrolment', schema=None) as batch_op:
        batch_op.add_column(sa.Column('certificate_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
        batch_op.add_column(sa.Column('expiry_told_on', sa.Date(), nullable=True))
        batch_op.create_index(batch_op.f('ix_training_enrolment_certificate_id'), ['certificate_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_training_enrolment_certificate_id_certificate'), 'certificate', ['certificate_id'], ['id'])



def downgrade() -> None:
    with op.batch_alter_table('training_enrolment', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_training_enrolment_certificate_id_certificate'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_training_enrolment_certificate_id'))
        batch_op.drop_column('expiry_told_on')
        batch_op.drop_column('certificate_id')

    op.drop_table('training_attendance')

"""Training: who was there on which day."""

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


def downgrade() -> None:
    op.drop_table('training_attendance')

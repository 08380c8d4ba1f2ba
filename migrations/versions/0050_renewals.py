"""renewals"""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"


def upgrade() -> None:
    op.create_table('course_renewal',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('course_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('changes', sa.JSON(), nullable=False),
    sa.Column('since_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('found_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('reviewed_by', sa.String(length=200), nullable=False),
    sa.Column('reviewed_on', sa.Date(), nullable=True),
    sa.CheckConstraint("state != 'reviewed' or reviewed_on is not null", name=op.f('ck_course_renewal_reviewed_says_when')),
    sa.ForeignKeyConstraint(['course_id'], ['training_course.id'], name=op.f('fk_course_renewal_course_id_training_course')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_course_renewal'))
    )
    with op.batch_alter_table('course_renewal', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_course_renewal_course_id'), ['course_id'], unique=False)
        batch_op.create_index('uq_course_renewal_open', ['course_id'], unique=True, sqlite_where=sa.text("state = 'found'"), postgresql_where=sa.text("state = 'found'"))

    op.create_table('course_renewal_invitation',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('renewal_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('session_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('enrolment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('invited_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['enrolment_id'], ['training_enrolment.id'], name=op.f('fk_course_renewal_invitation_enrolment_id_training_enrolment')),
    sa.ForeignKeyConstraint(['renewal_id'], ['course_renewal.id'], name=op.f('fk_course_renewal_invitation_renewal_id_course_renewal')),
    sa.ForeignKeyConstraint(['session_id'], ['training_session.id'], name=op.f('fk_course_renewal_invitation_session_id_training_session')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_course_renewal_invitation')),
    sa.UniqueConstraint('renewal_id', 'session_id', 'enrolment_id', name=op.f('uq_course_renewal_invitation_renewal_id_session_id_enrolment_id'))
    )
    with op.batch_alter_table('course_renewal_invitation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_course_renewal_invitation_enrolment_id'), ['enrolment_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_course_renewal_invitation_session_id'), ['session_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('course_renewal_invitation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_course_renewal_invitation_session_id'))
        batch_op.drop_index(batch_op.f('ix_course_renewal_invitation_enrolment_id'))

    op.drop_table('course_renewal_invitation')
    with op.batch_alter_table('course_renewal', schema=None) as batch_op:
        batch_op.drop_index('uq_course_renewal_open', sqlite_where=sa.text("state = 'found'"), postgresql_where=sa.text("state = 'found'"))
        batch_op.drop_index(batch_op.f('ix_course_renewal_course_id'))

    op.drop_table('course_renewal')

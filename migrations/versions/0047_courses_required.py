"""courses required"""

import sqlalchemy as sa
from alembic import op

revision = '0047'
down_revision = '0046'


def upgrade() -> None:
    op.create_table('course_requirement',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('note_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('course_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.Column('whose', sa.String(length=200), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('counts_earlier', sa.Boolean(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('reminded_on', sa.Date(), nullable=True),
    sa.Column('standing_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.CheckConstraint("(state in ('met', 'lifted')) = (closed_on is not null)", name=op.f('ck_course_requirement_closed_says_when')),
    sa.CheckConstraint("state = 'planned' or state = 'lifted' or from_on is not null", name=op.f('ck_course_requirement_asked_says_when')),
    sa.CheckConstraint('people > 0', name=op.f('ck_course_requirement_asks_somebody')),
    sa.ForeignKeyConstraint(['course_id'], ['training_course.id'], name=op.f('fk_course_requirement_course_id_training_course')),
    sa.ForeignKeyConstraint(['note_id'], ['guidance_note.id'], name=op.f('fk_course_requirement_note_id_guidance_note')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_course_requirement_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['standing_id'], ['standing.id'], name=op.f('fk_course_requirement_standing_id_standing')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_course_requirement')),
    sa.UniqueConstraint('note_id', 'course_id', name=op.f('uq_course_requirement_note_id_course_id'))
    )
    with op.batch_alter_table('course_requirement', schema=None) as batch_op:
        batch_op.create_index('ix_course_requirement_due', ['state', 'due_on'], unique=False)
        batch_op.create_index('ix_course_requirement_open', ['organisation_id', 'course_id', 'state'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('course_requirement', schema=None) as batch_op:
        batch_op.drop_index('ix_course_requirement_open')
        batch_op.drop_index('ix_course_requirement_due')

    op.drop_table('course_requirement')

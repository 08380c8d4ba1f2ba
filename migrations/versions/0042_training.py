"""Training: courses, sessions, places with every movement of the waiting list, lists of people."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"


def upgrade() -> None:
    op.create_table('training_course',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('slug', sa.String(length=64), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('audience', sa.String(length=200), nullable=False),
    sa.Column('level', sa.String(length=200), nullable=False),
    sa.Column('hours', sa.Integer(), nullable=False),
    sa.Column('mode', sa.String(length=32), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('conditions', sa.Text(), nullable=False),
    sa.Column('wants_evidence', sa.Boolean(), nullable=False),
    sa.Column('clauses', sa.JSON(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_because', sa.Text(), nullable=False),
    sa.CheckConstraint("state = 'draft' or published_at is not null", name=op.f('ck_training_course_published_says_when')),
    sa.CheckConstraint('hours > 0', name=op.f('ck_training_course_takes_time')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_course')),
    sa.UniqueConstraint('slug', name=op.f('uq_training_course_slug'))
    )
    op.create_table('training_session',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('course_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('place', sa.String(length=200), nullable=False),
    sa.Column('access', sa.Text(), nullable=False),
    sa.Column('places', sa.Integer(), nullable=False),
    sa.Column('shares', sa.JSON(), nullable=False),
    sa.Column('shares_until', sa.Date(), nullable=True),
    sa.Column('opens_on', sa.Date(), nullable=False),
    sa.Column('closes_on', sa.Date(), nullable=False),
    sa.Column('swap_until', sa.Date(), nullable=False),
    sa.Column('fee', sa.Integer(), nullable=False),
    sa.Column('fee_basis', sa.String(length=200), nullable=False),
    sa.Column('contact', sa.String(length=200), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('last_line', sa.Integer(), nullable=False),
    sa.Column('moved_because', sa.Text(), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reminded_on', sa.Date(), nullable=True),
    sa.CheckConstraint('fee >= 0', name=op.f('ck_training_session_fee_is_none_or_more')),
    sa.CheckConstraint('opens_on <= closes_on', name=op.f('ck_training_session_closes_after_it_opens')),
    sa.CheckConstraint('places > 0', name=op.f('ck_training_session_takes_somebody')),
    sa.CheckConstraint('starts_at < ends_at', name=op.f('ck_training_session_ends_after_it_starts')),
    sa.ForeignKeyConstraint(['course_id'], ['training_course.id'], name=op.f('fk_training_session_course_id_training_course')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_session')),
    sa.UniqueConstraint('course_id', 'number', name=op.f('uq_training_session_course_id_number'))
    )
    with op.batch_alter_table('training_session', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_training_session_course_id'), ['course_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_training_session_starts_at'), ['starts_at'], unique=False)

    op.create_table('training_enrolment',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('session_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('number_key', sa.String(length=64), nullable=True),
    sa.Column('has_declared', sa.Boolean(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('pool', sa.String(length=64), nullable=False),
    sa.Column('line', sa.Integer(), nullable=True),
    sa.Column('offered_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('employer_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('invoice_title', sa.String(length=200), nullable=False),
    sa.Column('invoice_number', sa.String(length=64), nullable=False),
    sa.Column('paid_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("state != 'offered' or offered_until is not null", name=op.f('ck_training_enrolment_an_offer_ends')),
    sa.CheckConstraint("state != 'waiting' or line is not null", name=op.f('ck_training_enrolment_waits_in_line')),
    sa.CheckConstraint('organisation_id is not null or person_id is not null', name=op.f('ck_training_enrolment_somebodys')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_training_enrolment_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_training_enrolment_person_id_person')),
    sa.ForeignKeyConstraint(['session_id'], ['training_session.id'], name=op.f('fk_training_enrolment_session_id_training_session')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_enrolment')),
    sa.UniqueConstraint('session_id', 'line', name=op.f('uq_training_enrolment_session_id_line')),
    sa.UniqueConstraint('session_id', 'number_key', name=op.f('uq_training_enrolment_session_id_number_key'))
    )
    with op.batch_alter_table('training_enrolment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_training_enrolment_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_training_enrolment_person_id'), ['person_id'], unique=False)
        batch_op.create_index('ix_training_enrolment_session_state', ['session_id', 'state'], unique=False)

    op.create_table('training_list',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('session_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('found', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_training_list_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['session_id'], ['training_session.id'], name=op.f('fk_training_list_session_id_training_session')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_list'))
    )
    with op.batch_alter_table('training_list', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_training_list_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_training_list_session_id'), ['session_id'], unique=False)

    op.create_table('training_teacher',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('course_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('expert_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['course_id'], ['training_course.id'], name=op.f('fk_training_teacher_course_id_training_course')),
    sa.ForeignKeyConstraint(['expert_id'], ['expert.id'], name=op.f('fk_training_teacher_expert_id_expert')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_teacher')),
    sa.UniqueConstraint('course_id', 'expert_id', name=op.f('uq_training_teacher_course_id_expert_id'))
    )
    with op.batch_alter_table('training_teacher', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_training_teacher_course_id'), ['course_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_training_teacher_expert_id'), ['expert_id'], unique=False)

    op.create_table('training_movement',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('enrolment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('moved_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('cause', sa.String(length=32), nullable=False),
    sa.Column('rank', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['enrolment_id'], ['training_enrolment.id'], name=op.f('fk_training_movement_enrolment_id_training_enrolment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_movement'))
    )
    with op.batch_alter_table('training_movement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_training_movement_enrolment_id'), ['enrolment_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('training_movement', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_training_movement_enrolment_id'))

    op.drop_table('training_movement')
    with op.batch_alter_table('training_teacher', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_training_teacher_expert_id'))
        batch_op.drop_index(batch_op.f('ix_training_teacher_course_id'))

    op.drop_table('training_teacher')
    with op.batch_alter_table('training_list', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_training_list_session_id'))
        batch_op.drop_index(batch_op.f('ix_training_list_organisation_id'))

    op.drop_table('training_list')
    with op.batch_alter_table('training_enrolment', schema=None) as batch_op:
        batch_op.drop_index('ix_training_enrolment_session_state')
        batch_op.drop_index(batch_op.f('ix_training_enrolment_person_id'))
        batch_op.drop_index(batch_op.f('ix_training_enrolment_organisation_id'))

    op.drop_table('training_enrolment')
    with op.batch_alter_table('training_session', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_training_session_starts_at'))
        batch_op.drop_index(batch_op.f('ix_training_session_course_id'))

    op.drop_table('training_session')
    op.drop_table('training_course')

"""Exams: a bank of questions, plans, papers drawn for each person, every saved answer."""

import sqlalchemy as sa
from alembic import op

revision = '0049'
down_revision = '0048'


def upgrade() -> None:
    op.create_table('exam_question',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('topic', sa.String(length=200), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('options', sa.JSON(), nullable=False),
    sa.Column('right', sa.JSON(), nullable=False),
    sa.Column('explanation', sa.Text(), nullable=False),
    sa.Column('points', sa.Integer(), nullable=False),
    sa.Column('clauses', sa.JSON(), nullable=False),
    sa.Column('settled', sa.JSON(), nullable=False),
    sa.Column('doubts', sa.JSON(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('points > 0', name=op.f('ck_exam_question_is_worth_something')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exam_question'))
    )
    with op.batch_alter_table('exam_question', schema=None) as batch_op:
        batch_op.create_index('ix_exam_question_state_kind', ['state', 'kind', 'topic'], unique=False)

    op.create_table('exam_question_list',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('found', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exam_question_list'))
    )
    op.create_table('exam_plan',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('course_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('parts', sa.JSON(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('in_force_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("state != 'in_force' or in_force_at is not null", name=op.f('ck_exam_plan_in_force_says_when')),
    sa.CheckConstraint('minutes > 0', name=op.f('ck_exam_plan_takes_time')),
    sa.ForeignKeyConstraint(['course_id'], ['training_course.id'], name=op.f('fk_exam_plan_course_id_training_course')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exam_plan'))
    )
    with op.batch_alter_table('exam_plan', schema=None) as batch_op:
        batch_op.create_index('uq_exam_plan_living', ['course_id', 'state'], unique=True, sqlite_where=sa.text("state != 'ended'"), postgresql_where=sa.text("state != 'ended'"))

    op.create_table('exam_candidate',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('enrolment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('told_on', sa.Date(), nullable=True),
    sa.Column('reminded_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['enrolment_id'], ['training_enrolment.id'], name=op.f('fk_exam_candidate_enrolment_id_training_enrolment')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_exam_candidate_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exam_candidate')),
    sa.UniqueConstraint('enrolment_id', name=op.f('uq_exam_candidate_enrolment_id'))
    )
    with op.batch_alter_table('exam_candidate', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_exam_candidate_person_id'), ['person_id'], unique=False)

    op.create_table('exam_sitting',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('enrolment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('plan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('attempt', sa.Integer(), nullable=False),
    sa.Column('number', sa.String(length=64), nullable=False),
    sa.Column('seed', sa.String(length=64), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('pass_mark', sa.Integer(), nullable=False),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('is_by_clock', sa.Boolean(), nullable=False),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('points', sa.Integer(), nullable=True),
    sa.Column('points_all', sa.Integer(), nullable=False),
    sa.Column('appeal', sa.Text(), nullable=False),
    sa.Column('appealed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('appeal_answer', sa.Text(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.CheckConstraint("state = 'open' or submitted_at is not null", name=op.f('ck_exam_sitting_handed_in_says_when')),
    sa.CheckConstraint("state in ('open', 'marking') or points is not null", name=op.f('ck_exam_sitting_marked_has_points')),
    sa.CheckConstraint('due_at > started_at', name=op.f('ck_exam_sitting_has_time')),
    sa.ForeignKeyConstraint(['enrolment_id'], ['training_enrolment.id'], name=op.f('fk_exam_sitting_enrolment_id_training_enrolment')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_exam_sitting_person_id_person')),
    sa.ForeignKeyConstraint(['plan_id'], ['exam_plan.id'], name=op.f('fk_exam_sitting_plan_id_exam_plan')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exam_sitting')),
    sa.UniqueConstraint('enrolment_id', 'attempt', name=op.f('uq_exam_sitting_enrolment_id_attempt')),
    sa.UniqueConstraint('number', name=op.f('uq_exam_sitting_number'))
    )
    with op.batch_alter_table('exam_sitting', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_exam_sitting_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_exam_sitting_plan_id'), ['plan_id'], unique=False)
        batch_op.create_index('ix_exam_sitting_state', ['state', 'due_at'], unique=False)

    op.create_table('exam_item',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('sitting_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('question_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('option_order', sa.JSON(), nullable=False),
    sa.Column('said', sa.Text(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('last', sa.Integer(), nullable=False),
    sa.Column('points', sa.Integer(), nullable=True),
    sa.Column('remark', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['question_id'], ['exam_question.id'], name=op.f('fk_exam_item_question_id_exam_question')),
    sa.ForeignKeyConstraint(['sitting_id'], ['exam_sitting.id'], name=op.f('fk_exam_item_sitting_id_exam_sitting')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exam_item')),
    sa.UniqueConstraint('sitting_id', 'position', name=op.f('uq_exam_item_sitting_id_position')),
    sa.UniqueConstraint('sitting_id', 'question_id', name=op.f('uq_exam_item_sitting_id_question_id'))
    )
    with op.batch_alter_table('exam_item', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_exam_item_question_id'), ['question_id'], unique=False)

    op.create_table('exam_answer',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('item_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('said', sa.Text(), nullable=False),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('is_aside', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['item_id'], ['exam_item.id'], name=op.f('fk_exam_answer_item_id_exam_item')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exam_answer')),
    sa.UniqueConstraint('item_id', 'number', name=op.f('uq_exam_answer_item_id_number'))
    )


def downgrade() -> None:
    op.drop_table('exam_answer')
    with op.batch_alter_table('exam_item', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_exam_item_question_id'))

    op.drop_table('exam_item')
    with op.batch_alter_table('exam_sitting', schema=None) as batch_op:
        batch_op.drop_index('ix_exam_sitting_state')
        batch_op.drop_index(batch_op.f('ix_exam_sitting_plan_id'))
        batch_op.drop_index(batch_op.f('ix_exam_sitting_person_id'))

    op.drop_table('exam_sitting')
    with op.batch_alter_table('exam_candidate', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_exam_candidate_person_id'))

    op.drop_table('exam_candidate')
    with op.batch_alter_table('exam_plan', schema=None) as batch_op:
        batch_op.drop_index('uq_exam_plan_living', sqlite_where=sa.text("state != 'ended'"), postgresql_where=sa.text("state != 'ended'"))

    op.drop_table('exam_plan')
    op.drop_table('exam_question_list')
    with op.batch_alter_table('exam_question', schema=None) as batch_op:
        batch_op.drop_index('ix_exam_question_state_kind')

    op.drop_table('exam_question')

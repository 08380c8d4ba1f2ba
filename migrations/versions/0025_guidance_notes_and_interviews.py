"""guidance notes and interviews"""

import sqlalchemy as sa
from alembic import op

revision = '0025'
down_revision = '0024'


def upgrade() -> None:
    op.create_table('interview',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.String(length=80), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('force', sa.String(length=32), nullable=False),
    sa.Column('bound_by', sa.JSON(), nullable=False),
    sa.Column('subject', sa.String(length=200), nullable=False),
    sa.Column('about', sa.Text(), nullable=False),
    sa.Column('place', sa.String(length=200), nullable=False),
    sa.Column('meets_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('confirmed_by', sa.String(length=200), nullable=False),
    sa.Column('wish', sa.Text(), nullable=False),
    sa.Column('attended', sa.Text(), nullable=False),
    sa.Column('minutes', sa.Text(), nullable=False),
    sa.Column('held_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('objection', sa.Text(), nullable=False),
    sa.Column('agreed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('agreed_by', sa.String(length=200), nullable=False),
    sa.Column('ended_because', sa.Text(), nullable=False),
    sa.CheckConstraint("state != 'agreed' or agreed_at is not null", name=op.f('ck_interview_agreed_says_when')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_interview_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_interview')),
    sa.UniqueConstraint('number', name=op.f('uq_interview_number'))
    )
    with op.batch_alter_table('interview', schema=None) as batch_op:
        batch_op.create_index('ix_interview_meets', ['state', 'meets_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_interview_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('guidance_note',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.String(length=80), nullable=True),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('force', sa.String(length=32), nullable=True),
    sa.Column('bound_by', sa.JSON(), nullable=False),
    sa.Column('source', sa.String(length=32), nullable=False),
    sa.Column('source_words', sa.String(length=200), nullable=False),
    sa.Column('question_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('interview_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('asks', sa.Text(), nullable=False),
    sa.Column('wants_report', sa.Boolean(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('clauses', sa.JSON(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('returned_because', sa.Text(), nullable=False),
    sa.Column('issued_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('receive_by', sa.Date(), nullable=True),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('received_by', sa.String(length=200), nullable=False),
    sa.Column('plan', sa.Text(), nullable=False),
    sa.Column('plan_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reported_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('wish_on', sa.Date(), nullable=True),
    sa.Column('wish_because', sa.Text(), nullable=False),
    sa.Column('reminded_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('escalated_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_because', sa.Text(), nullable=False),
    sa.CheckConstraint('(issued_at is null) = (number is null)', name=op.f('ck_guidance_note_issued_has_number')),
    sa.CheckConstraint('issued_at is null or force is not null', name=op.f('ck_guidance_note_issued_has_force')),
    sa.ForeignKeyConstraint(['interview_id'], ['interview.id'], name=op.f('fk_guidance_note_interview_id_interview')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_guidance_note_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['question_id'], ['guidance_question.id'], name=op.f('fk_guidance_note_question_id_guidance_question')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_guidance_note')),
    sa.UniqueConstraint('number', name=op.f('uq_guidance_note_number'))
    )
    with op.batch_alter_table('guidance_note', schema=None) as batch_op:
        batch_op.create_index('ix_guidance_note_due', ['state', 'due_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_guidance_note_interview_id'), ['interview_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_guidance_note_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('note_report',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('note_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reported_by', sa.String(length=200), nullable=False),
    sa.Column('missing', sa.Text(), nullable=False),
    sa.Column('rechecked_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['note_id'], ['guidance_note.id'], name=op.f('fk_note_report_note_id_guidance_note')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_note_report')),
    sa.UniqueConstraint('note_id', 'number', name=op.f('uq_note_report_note_id_number'))
    )


def downgrade() -> None:
    op.drop_table('note_report')
    with op.batch_alter_table('guidance_note', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_guidance_note_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_guidance_note_interview_id'))
        batch_op.drop_index('ix_guidance_note_due')

    op.drop_table('guidance_note')
    with op.batch_alter_table('interview', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_interview_organisation_id'))
        batch_op.drop_index('ix_interview_meets')

    op.drop_table('interview')

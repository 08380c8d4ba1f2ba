"""incubation"""

import sqlalchemy as sa
from alembic import op

revision = '0037'
down_revision = '0036'


def upgrade() -> None:
    op.create_table('incubation_call',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('places', sa.Integer(), nullable=False),
    sa.Column('closes_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_because', sa.Text(), nullable=False),
    sa.CheckConstraint("state = 'draft' or published_at is not null", name=op.f('ck_incubation_call_published_says_when')),
    sa.CheckConstraint('places > 0', name=op.f('ck_incubation_call_takes_somebody')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_incubation_call'))
    )
    op.create_table('incubation_talent',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('call_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('decided_because', sa.Text(), nullable=False),
    sa.Column('opinion', sa.Text(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.CheckConstraint("state != 'selected' or from_on is not null", name=op.f('ck_incubation_talent_selected_from_a_day')),
    sa.ForeignKeyConstraint(['call_id'], ['incubation_call.id'], name=op.f('fk_incubation_talent_call_id_incubation_call')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_incubation_talent_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_incubation_talent')),
    sa.UniqueConstraint('call_id', 'person_id', name=op.f('uq_incubation_talent_call_id_person_id'))
    )
    with op.batch_alter_table('incubation_talent', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_incubation_talent_call_id'), ['call_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_incubation_talent_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_incubation_talent_state'), ['state'], unique=False)

    op.create_table('incubation_mentor',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('talent_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('expert_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('named', sa.Text(), nullable=True),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_because', sa.Text(), nullable=False),
    sa.CheckConstraint('expert_id is null or named is null', name=op.f('ck_incubation_mentor_one_kind')),
    sa.ForeignKeyConstraint(['expert_id'], ['expert.id'], name=op.f('fk_incubation_mentor_expert_id_expert')),
    sa.ForeignKeyConstraint(['talent_id'], ['incubation_talent.id'], name=op.f('fk_incubation_mentor_talent_id_incubation_talent')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_incubation_mentor'))
    )
    with op.batch_alter_table('incubation_mentor', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_incubation_mentor_expert_id'), ['expert_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_incubation_mentor_talent_id'), ['talent_id'], unique=False)

    op.create_table('incubation_milestone',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('talent_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('report', sa.Text(), nullable=True),
    sa.Column('reported_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answer', sa.Text(), nullable=True),
    sa.Column('reminded_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['talent_id'], ['incubation_talent.id'], name=op.f('fk_incubation_milestone_talent_id_incubation_talent')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_incubation_milestone'))
    )
    with op.batch_alter_table('incubation_milestone', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_incubation_milestone_due_on'), ['due_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_incubation_milestone_talent_id'), ['talent_id'], unique=False)

    op.create_table('incubation_work',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('talent_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('url', sa.String(length=200), nullable=False),
    sa.Column('credit', sa.String(length=32), nullable=False),
    sa.Column('consent', sa.Text(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('offered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('shown_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('down_because', sa.Text(), nullable=False),
    sa.Column('standing_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.CheckConstraint("state != 'shown' or shown_at is not null", name=op.f('ck_incubation_work_shown_says_when')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_incubation_work_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['standing_id'], ['standing.id'], name=op.f('fk_incubation_work_standing_id_standing')),
    sa.ForeignKeyConstraint(['talent_id'], ['incubation_talent.id'], name=op.f('fk_incubation_work_talent_id_incubation_talent')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_incubation_work'))
    )
    with op.batch_alter_table('incubation_work', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_incubation_work_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_incubation_work_state'), ['state'], unique=False)
        batch_op.create_index(batch_op.f('ix_incubation_work_talent_id'), ['talent_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('incubation_work', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_incubation_work_talent_id'))
        batch_op.drop_index(batch_op.f('ix_incubation_work_state'))
        batch_op.drop_index(batch_op.f('ix_incubation_work_organisation_id'))

    op.drop_table('incubation_work')
    with op.batch_alter_table('incubation_milestone', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_incubation_milestone_talent_id'))
        batch_op.drop_index(batch_op.f('ix_incubation_milestone_due_on'))

    op.drop_table('incubation_milestone')
    with op.batch_alter_table('incubation_mentor', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_incubation_mentor_talent_id'))
        batch_op.drop_index(batch_op.f('ix_incubation_mentor_expert_id'))

    op.drop_table('incubation_mentor')
    with op.batch_alter_table('incubation_talent', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_incubation_talent_state'))
        batch_op.drop_index(batch_op.f('ix_incubation_talent_person_id'))
        batch_op.drop_index(batch_op.f('ix_incubation_talent_call_id'))

    op.drop_table('incubation_talent')
    op.drop_table('incubation_call')

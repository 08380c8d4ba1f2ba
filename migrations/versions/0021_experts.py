"""experts"""

import sqlalchemy as sa
from alembic import op

revision = '0021'
down_revision = '0020'


def upgrade() -> None:
    op.create_table('expert_call',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('closes_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_because', sa.Text(), nullable=False),
    sa.CheckConstraint("state = 'draft' or published_at is not null", name=op.f('ck_expert_call_published_says_when')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_expert_call'))
    )
    op.create_table('expert',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('invited_name', sa.String(length=200), nullable=False),
    sa.Column('invited_email', sa.String(length=200), nullable=False),
    sa.Column('route', sa.String(length=32), nullable=False),
    sa.Column('recommender_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('call_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('employer', sa.String(length=200), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('level', sa.String(length=200), nullable=False),
    sa.Column('profile', sa.Text(), nullable=False),
    sa.Column('load_limit', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_because', sa.Text(), nullable=False),
    sa.Column('notice_from', sa.Date(), nullable=True),
    sa.Column('notice_to', sa.Date(), nullable=True),
    sa.Column('number', sa.String(length=64), nullable=True),
    sa.Column('from_on', sa.Date(), nullable=True),
    sa.Column('to_on', sa.Date(), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('reminded_on', sa.Date(), nullable=True),
    sa.CheckConstraint("state != 'on_notice' or notice_to is not null", name=op.f('ck_expert_notice_ends')),
    sa.CheckConstraint("state = 'recommended' or state = 'withdrawn' or person_id is not null", name=op.f('ck_expert_somebody')),
    sa.CheckConstraint("state not in ('appointed', 'suspended') or to_on is not null", name=op.f('ck_expert_appointed_with_term')),
    sa.CheckConstraint('to_on is null or from_on <= to_on', name=op.f('ck_expert_days_in_order')),
    sa.ForeignKeyConstraint(['call_id'], ['expert_call.id'], name=op.f('fk_expert_call_id_expert_call')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_expert_person_id_person')),
    sa.ForeignKeyConstraint(['recommender_id'], ['organisation.id'], name=op.f('fk_expert_recommender_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_expert')),
    sa.UniqueConstraint('number', name=op.f('uq_expert_number'))
    )
    with op.batch_alter_table('expert', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_expert_call_id'), ['call_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_expert_invited_email'), ['invited_email'], unique=False)
        batch_op.create_index(batch_op.f('ix_expert_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_expert_recommender_id'), ['recommender_id'], unique=False)
        batch_op.create_index('ix_expert_term', ['state', 'to_on'], unique=False)
        batch_op.create_index('uq_expert_living', ['person_id'], unique=True, sqlite_where=sa.text("person_id is not null and state not in ('refused', 'withdrawn', 'ended')"), postgresql_where=sa.text("person_id is not null and state not in ('refused', 'withdrawn', 'ended')"))

    op.create_table('expert_absence',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('expert_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('to_on', sa.Date(), nullable=False),
    sa.CheckConstraint('from_on <= to_on', name=op.f('ck_expert_absence_days_in_order')),
    sa.ForeignKeyConstraint(['expert_id'], ['expert.id'], name=op.f('fk_expert_absence_expert_id_expert')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_expert_absence')),
    sa.UniqueConstraint('expert_id', 'from_on', 'to_on', name=op.f('uq_expert_absence_expert_id_from_on_to_on'))
    )
    with op.batch_alter_table('expert_absence', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_expert_absence_expert_id'), ['expert_id'], unique=False)

    op.create_table('expert_consent',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('expert_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['expert_id'], ['expert.id'], name=op.f('fk_expert_consent_expert_id_expert')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_expert_consent'))
    )
    with op.batch_alter_table('expert_consent', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_expert_consent_expert_id'), ['expert_id'], unique=False)

    op.create_table('expert_field',
    sa.Column('expert_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('field', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['expert_id'], ['expert.id'], name=op.f('fk_expert_field_expert_id_expert')),
    sa.PrimaryKeyConstraint('expert_id', 'field', name=op.f('pk_expert_field'))
    )
    with op.batch_alter_table('expert_field', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_expert_field_field'), ['field'], unique=False)

    op.create_table('expert_objection',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('expert_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('objector', sa.Text(), nullable=True),
    sa.Column('objector_key', sa.String(length=64), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(state = 'open') = (answered_at is null)", name=op.f('ck_expert_objection_answered_says_when')),
    sa.ForeignKeyConstraint(['expert_id'], ['expert.id'], name=op.f('fk_expert_objection_expert_id_expert')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_expert_objection'))
    )
    with op.batch_alter_table('expert_objection', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_expert_objection_expert_id'), ['expert_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_expert_objection_objector_key'), ['objector_key'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('expert_objection', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_expert_objection_objector_key'))
        batch_op.drop_index(batch_op.f('ix_expert_objection_expert_id'))

    op.drop_table('expert_objection')
    with op.batch_alter_table('expert_field', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_expert_field_field'))

    op.drop_table('expert_field')
    with op.batch_alter_table('expert_consent', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_expert_consent_expert_id'))

    op.drop_table('expert_consent')
    with op.batch_alter_table('expert_absence', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_expert_absence_expert_id'))

    op.drop_table('expert_absence')
    with op.batch_alter_table('expert', schema=None) as batch_op:
        batch_op.drop_index('uq_expert_living', sqlite_where=sa.text("person_id is not null and state not in ('refused', 'withdrawn', 'ended')"), postgresql_where=sa.text("person_id is not null and state not in ('refused', 'withdrawn', 'ended')"))
        batch_op.drop_index('ix_expert_term')
        batch_op.drop_index(batch_op.f('ix_expert_recommender_id'))
        batch_op.drop_index(batch_op.f('ix_expert_person_id'))
        batch_op.drop_index(batch_op.f('ix_expert_invited_email'))
        batch_op.drop_index(batch_op.f('ix_expert_call_id'))

    op.drop_table('expert')
    op.drop_table('expert_call')

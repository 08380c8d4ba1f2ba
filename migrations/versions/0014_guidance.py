"""guidance"""

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'


def upgrade() -> None:
    op.create_table('guidance_question',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('reference', sa.String(length=200), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('topic', sa.String(length=200), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('works', sa.JSON(), nullable=False),
    sa.Column('accounts', sa.JSON(), nullable=False),
    sa.Column('work_class', sa.String(length=32), nullable=True),
    sa.Column('happens_on', sa.Date(), nullable=True),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('moved_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('assigned_to', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('helped', sa.Boolean(), nullable=True),
    sa.Column('helped_note', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_guidance_question_account_id_account')),
    sa.ForeignKeyConstraint(['assigned_to'], ['account.id'], name=op.f('fk_guidance_question_assigned_to_account')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_guidance_question_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_guidance_question')),
    sa.UniqueConstraint('reference', name=op.f('uq_guidance_question_reference'))
    )
    with op.batch_alter_table('guidance_question', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_guidance_question_account_id'), ['account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_guidance_question_assigned_to'), ['assigned_to'], unique=False)
        batch_op.create_index('ix_guidance_question_due', ['state', 'due_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_guidance_question_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_guidance_question_state'), ['state'], unique=False)

    op.create_table('guidance_answer',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('question_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('basis_on', sa.Date(), nullable=False),
    sa.Column('basis_note', sa.Text(), nullable=False),
    sa.Column('clauses', sa.JSON(), nullable=False),
    sa.Column('approved_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['question_id'], ['guidance_question.id'], name=op.f('fk_guidance_answer_question_id_guidance_question')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_guidance_answer')),
    sa.UniqueConstraint('question_id', 'number', name=op.f('uq_guidance_answer_question_id_number'))
    )
    op.create_table('guidance_message',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('question_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('by_staff', sa.Boolean(), nullable=False),
    sa.Column('is_internal', sa.Boolean(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('by_staff or not is_internal', name=op.f('ck_guidance_message_internal_is_staff')),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_guidance_message_account_id_account')),
    sa.ForeignKeyConstraint(['question_id'], ['guidance_question.id'], name=op.f('fk_guidance_message_question_id_guidance_question')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_guidance_message'))
    )
    with op.batch_alter_table('guidance_message', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_guidance_message_question_id'), ['question_id'], unique=False)

    op.create_table('public_answer',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('slug', sa.String(length=40), nullable=True),
    sa.Column('number', sa.String(length=200), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('replaces_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('question_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('topic', sa.String(length=200), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('asks', sa.Text(), nullable=False),
    sa.Column('answers', sa.Text(), nullable=False),
    sa.Column('basis_on', sa.Date(), nullable=False),
    sa.Column('basis_note', sa.Text(), nullable=False),
    sa.Column('clauses', sa.JSON(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('doubts', sa.JSON(), nullable=False),
    sa.Column('settled', sa.JSON(), nullable=False),
    sa.Column('doubted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('held_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('held_note', sa.Text(), nullable=False),
    sa.Column('publish_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_because', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['question_id'], ['guidance_question.id'], name=op.f('fk_public_answer_question_id_guidance_question')),
    sa.ForeignKeyConstraint(['replaces_id'], ['public_answer.id'], name=op.f('fk_public_answer_replaces_id_public_answer')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_public_answer')),
    sa.UniqueConstraint('slug', 'version', name=op.f('uq_public_answer_slug_version'))
    )
    with op.batch_alter_table('public_answer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_public_answer_question_id'), ['question_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_public_answer_state'), ['state'], unique=False)
        batch_op.create_index('uq_public_answer_current', ['slug'], unique=True, sqlite_where=sa.text("state = 'published'"), postgresql_where=sa.text("state = 'published'"))



def downgrade() -> None:
    with op.batch_alter_table('public_answer', schema=None) as batch_op:
        batch_op.drop_index('uq_public_answer_current', sqlite_where=sa.text("state = 'published'"), postgresql_where=sa.text("state = 'published'"))
        batch_op.drop_index(batch_op.f('ix_public_answer_state'))
        batch_op.drop_index(batch_op.f('ix_public_answer_question_id'))

    op.drop_table('public_answer')
    with op.batch_alter_table('guidance_message', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_guidance_message_question_id'))

    op.drop_table('guidance_message')
    op.drop_table('guidance_answer')
    with op.batch_alter_table('guidance_question', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_guidance_question_state'))
        batch_op.drop_index(batch_op.f('ix_guidance_question_organisation_id'))
        batch_op.drop_index('ix_guidance_question_due')
        batch_op.drop_index(batch_op.f('ix_guidance_question_assigned_to'))
        batch_op.drop_index(batch_op.f('ix_guidance_question_account_id'))

    op.drop_table('guidance_question')

"""standards"""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'


def upgrade() -> None:
    op.create_table('standard',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('document_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('serial', sa.Integer(), nullable=True),
    sa.Column('examine_by', sa.Date(), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('replaced_by', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['document.id'], name=op.f('fk_standard_document_id_document')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_standard')),
    sa.UniqueConstraint('document_id', name=op.f('uq_standard_document_id'))
    )
    with op.batch_alter_table('standard', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_standard_examine_by'), ['examine_by'], unique=False)

    op.create_table('standard_act',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('standard_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('edition_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('number', sa.Integer(), nullable=True),
    sa.Column('path', sa.String(length=64), nullable=False),
    sa.Column('place', sa.String(length=200), nullable=False),
    sa.Column('before', sa.Text(), nullable=False),
    sa.Column('after', sa.Text(), nullable=False),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('effective_on', sa.Date(), nullable=True),
    sa.Column('issued_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['edition_id'], ['edition.id'], name=op.f('fk_standard_act_edition_id_edition')),
    sa.ForeignKeyConstraint(['standard_id'], ['standard.id'], name=op.f('fk_standard_act_standard_id_standard')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_standard_act'))
    )
    with op.batch_alter_table('standard_act', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_standard_act_edition_id'), ['edition_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_standard_act_standard_id'), ['standard_id'], unique=False)

    op.create_table('standard_examination',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('standard_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('opened_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('finding', sa.String(length=32), nullable=True),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('replaced_by', sa.String(length=200), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.CheckConstraint("state = 'open' or finding is not null", name=op.f('ck_standard_examination_found_says_what')),
    sa.ForeignKeyConstraint(['standard_id'], ['standard.id'], name=op.f('fk_standard_examination_standard_id_standard')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_standard_examination'))
    )
    with op.batch_alter_table('standard_examination', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_standard_examination_standard_id'), ['standard_id'], unique=False)

    op.create_table('standard_project',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('english_title', sa.String(length=200), nullable=False),
    sa.Column('why', sa.Text(), nullable=False),
    sa.Column('scope', sa.Text(), nullable=False),
    sa.Column('basis', sa.Text(), nullable=False),
    sa.Column('standard_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('revises_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('proposed_by', sa.String(length=200), nullable=False),
    sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('project_number', sa.String(length=200), nullable=False),
    sa.Column('accepted_on', sa.Date(), nullable=True),
    sa.Column('in_charge', sa.String(length=200), nullable=False),
    sa.Column('drafting_units', sa.Text(), nullable=False),
    sa.Column('drafters', sa.Text(), nullable=False),
    sa.Column('ccs', sa.String(length=200), nullable=False),
    sa.Column('ics', sa.String(length=200), nullable=False),
    sa.Column('explanation', sa.Text(), nullable=False),
    sa.Column('laid_out_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('failures', sa.Integer(), nullable=False),
    sa.Column('approved_by', sa.String(length=200), nullable=False),
    sa.Column('approved_on', sa.Date(), nullable=True),
    sa.Column('effective_on', sa.Date(), nullable=True),
    sa.Column('number', sa.String(length=200), nullable=False),
    sa.Column('binds', sa.JSON(), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('edition_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('ended_because', sa.String(), nullable=True),
    sa.Column('publish_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_because', sa.String(), nullable=True),
    sa.CheckConstraint("state != 'published' or edition_id is not null", name=op.f('ck_standard_project_published_has_edition')),
    sa.ForeignKeyConstraint(['edition_id'], ['edition.id'], name=op.f('fk_standard_project_edition_id_edition')),
    sa.ForeignKeyConstraint(['laid_out_id'], ['edition.id'], name=op.f('fk_standard_project_laid_out_id_edition')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_standard_project_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['revises_id'], ['edition.id'], name=op.f('fk_standard_project_revises_id_edition')),
    sa.ForeignKeyConstraint(['standard_id'], ['standard.id'], name=op.f('fk_standard_project_standard_id_standard')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_standard_project')),
    sa.UniqueConstraint('edition_id', name=op.f('uq_standard_project_edition_id'))
    )
    with op.batch_alter_table('standard_project', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_standard_project_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_standard_project_standard_id'), ['standard_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_standard_project_state'), ['state'], unique=False)

    op.create_table('standard_review',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('project_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('draft_number', sa.Integer(), nullable=False),
    sa.Column('text_hash', sa.String(), nullable=False),
    sa.Column('papers_sent_on', sa.Date(), nullable=False),
    sa.Column('votes_due_on', sa.Date(), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=True),
    sa.Column('minutes', sa.Text(), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('passed', sa.Boolean(), nullable=True),
    sa.CheckConstraint('(closed_at is null) = (passed is null)', name=op.f('ck_standard_review_closed_says_how')),
    sa.ForeignKeyConstraint(['project_id'], ['standard_project.id'], name=op.f('fk_standard_review_project_id_standard_project')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_standard_review')),
    sa.UniqueConstraint('project_id', 'number', name=op.f('uq_standard_review_project_id_number'))
    )
    op.create_table('standard_reviewer',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('review_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('unit', sa.String(length=200), nullable=False),
    sa.Column('post', sa.String(length=200), nullable=False),
    sa.Column('is_senior', sa.Boolean(), nullable=False),
    sa.Column('vote', sa.String(length=32), nullable=True),
    sa.Column('opinion', sa.Text(), nullable=False),
    sa.Column('voted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('on_paper', sa.Boolean(), nullable=False),
    sa.CheckConstraint('(vote is null) = (voted_at is null)', name=op.f('ck_standard_reviewer_vote_has_moment')),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_standard_reviewer_account_id_account')),
    sa.ForeignKeyConstraint(['review_id'], ['standard_review.id'], name=op.f('fk_standard_reviewer_review_id_standard_review')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_standard_reviewer')),
    sa.UniqueConstraint('review_id', 'account_id', name=op.f('uq_standard_reviewer_review_id_account_id'))
    )
    with op.batch_alter_table('standard_reviewer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_standard_reviewer_account_id'), ['account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_standard_reviewer_review_id'), ['review_id'], unique=False)

    with op.batch_alter_table('edition', schema=None) as batch_op:
        batch_op.add_column(sa.Column('keeper', sa.String(length=64), nullable=False, server_default=''))
    with op.batch_alter_table('edition', schema=None) as batch_op:
        batch_op.alter_column('keeper', server_default=None)



def downgrade() -> None:
    with op.batch_alter_table('edition', schema=None) as batch_op:
        batch_op.drop_column('keeper')

    with op.batch_alter_table('standard_reviewer', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_standard_reviewer_review_id'))
        batch_op.drop_index(batch_op.f('ix_standard_reviewer_account_id'))

    op.drop_table('standard_reviewer')
    op.drop_table('standard_review')
    with op.batch_alter_table('standard_project', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_standard_project_state'))
        batch_op.drop_index(batch_op.f('ix_standard_project_standard_id'))
        batch_op.drop_index(batch_op.f('ix_standard_project_organisation_id'))

    op.drop_table('standard_project')
    with op.batch_alter_table('standard_examination', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_standard_examination_standard_id'))

    op.drop_table('standard_examination')
    with op.batch_alter_table('standard_act', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_standard_act_standard_id'))
        batch_op.drop_index(batch_op.f('ix_standard_act_edition_id'))

    op.drop_table('standard_act')
    with op.batch_alter_table('standard', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_standard_examine_by'))

    op.drop_table('standard')

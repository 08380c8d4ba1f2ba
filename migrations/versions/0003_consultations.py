"""consultations"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'


def upgrade() -> None:
    op.create_table('consultation_proof',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('mail_key', sa.String(length=64), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=True),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_proof')),
    sa.UniqueConstraint('mail_key', name=op.f('uq_consultation_proof_mail_key')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_consultation_proof_token_hash'))
    )
    op.create_table('consultation_try',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('machine_key', sa.String(length=64), nullable=False),
    sa.Column('author_key', sa.String(length=64), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_try'))
    )
    with op.batch_alter_table('consultation_try', schema=None) as batch_op:
        batch_op.create_index('ix_consultation_try_author', ['author_key', 'at'], unique=False)
        batch_op.create_index('ix_consultation_try_machine', ['machine_key', 'at'], unique=False)

    op.create_table('consultation',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('slug', sa.String(length=80), nullable=False),
    sa.Column('subject_kind', sa.String(length=64), nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('edition_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('opens_on', sa.Date(), nullable=False),
    sa.Column('closes_on', sa.Date(), nullable=False),
    sa.Column('extensions', sa.JSON(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('last_number', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_because', sa.String(), nullable=True),
    sa.CheckConstraint('opens_on <= closes_on', name=op.f('ck_consultation_days_in_order')),
    sa.ForeignKeyConstraint(['edition_id'], ['edition.id'], name=op.f('fk_consultation_edition_id_edition')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation')),
    sa.UniqueConstraint('slug', name=op.f('uq_consultation_slug'))
    )
    with op.batch_alter_table('consultation', schema=None) as batch_op:
        batch_op.create_index('ix_consultation_days', ['state', 'closes_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_consultation_edition_id'), ['edition_id'], unique=False)
        batch_op.create_index('ix_consultation_subject', ['subject_kind', 'subject_id'], unique=False)

    op.create_table('consultation_comment',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('consultation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=True),
    sa.Column('path', sa.String(length=64), nullable=False),
    sa.Column('clause', sa.String(length=200), nullable=False),
    sa.Column('original', sa.Text(), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('proposed', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('name', sa.Text(), nullable=True),
    sa.Column('email', sa.Text(), nullable=True),
    sa.Column('mail_key', sa.String(length=64), nullable=True),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('wants_no_name', sa.Boolean(), nullable=False),
    sa.Column('name_masked', sa.Boolean(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('hidden_because', sa.String(), nullable=True),
    sa.Column('outcome', sa.String(length=32), nullable=True),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("state = 'unproven' or number is not null", name=op.f('ck_consultation_comment_counted_when_proven')),
    sa.CheckConstraint('(outcome is null) = (answered_at is null)', name=op.f('ck_consultation_comment_answered_says_when')),
    sa.CheckConstraint('account_id is not null or mail_key is not null', name=op.f('ck_consultation_comment_said_by_somebody')),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_consultation_comment_account_id_account')),
    sa.ForeignKeyConstraint(['consultation_id'], ['consultation.id'], name=op.f('fk_consultation_comment_consultation_id_consultation')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_consultation_comment_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_comment')),
    sa.UniqueConstraint('consultation_id', 'number', name=op.f('uq_consultation_comment_consultation_id_number'))
    )
    with op.batch_alter_table('consultation_comment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_consultation_comment_account_id'), ['account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_consultation_comment_consultation_id'), ['consultation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_consultation_comment_mail_key'), ['mail_key'], unique=False)
        batch_op.create_index('ix_consultation_comment_shown', ['consultation_id', 'state', 'path'], unique=False)

    op.create_table('consultation_change',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('comment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('edition_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('path', sa.String(length=64), nullable=False),
    sa.Column('clause', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['comment_id'], ['consultation_comment.id'], name=op.f('fk_consultation_change_comment_id_consultation_comment')),
    sa.ForeignKeyConstraint(['edition_id'], ['edition.id'], name=op.f('fk_consultation_change_edition_id_edition')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_change')),
    sa.UniqueConstraint('comment_id', 'edition_id', 'path', name=op.f('uq_consultation_change_comment_id_edition_id_path'))
    )
    with op.batch_alter_table('consultation_change', schema=None) as batch_op:
        batch_op.create_index('ix_consultation_change_clause', ['edition_id', 'path'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('consultation_change', schema=None) as batch_op:
        batch_op.drop_index('ix_consultation_change_clause')

    op.drop_table('consultation_change')
    with op.batch_alter_table('consultation_comment', schema=None) as batch_op:
        batch_op.drop_index('ix_consultation_comment_shown')
        batch_op.drop_index(batch_op.f('ix_consultation_comment_mail_key'))
        batch_op.drop_index(batch_op.f('ix_consultation_comment_consultation_id'))
        batch_op.drop_index(batch_op.f('ix_consultation_comment_account_id'))

    op.drop_table('consultation_comment')
    with op.batch_alter_table('consultation', schema=None) as batch_op:
        batch_op.drop_index('ix_consultation_subject')
        batch_op.drop_index(batch_op.f('ix_consultation_edition_id'))
        batch_op.drop_index('ix_consultation_days')

    op.drop_table('consultation')
    with op.batch_alter_table('consultation_try', schema=None) as batch_op:
        batch_op.drop_index('ix_consultation_try_machine')
        batch_op.drop_index('ix_consultation_try_author')

    op.drop_table('consultation_try')
    op.drop_table('consultation_proof')

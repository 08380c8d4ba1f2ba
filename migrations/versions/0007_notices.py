"""notices"""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'


def upgrade() -> None:
    op.create_table('notice',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('topic', sa.String(length=64), nullable=False),
    sa.Column('addressee', sa.String(length=200), nullable=False),
    sa.Column('names_somebody', sa.Boolean(), nullable=False),
    sa.Column('audience', sa.JSON(), nullable=False),
    sa.Column('source_issuer', sa.String(length=200), nullable=False),
    sa.Column('source_number', sa.String(length=200), nullable=False),
    sa.Column('source_url', sa.String(length=500), nullable=False),
    sa.Column('source_on', sa.Date(), nullable=True),
    sa.Column('slug', sa.String(length=80), nullable=True),
    sa.Column('number', sa.String(length=200), nullable=False),
    sa.Column('signatory', sa.String(length=200), nullable=False),
    sa.Column('lines', sa.JSON(), nullable=False),
    sa.Column('text_hash', sa.String(length=64), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('publish_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_because', sa.String(), nullable=True),
    sa.CheckConstraint("kind != 'forwarded' or source_number != ''", name=op.f('ck_notice_forwarded_has_number')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notice')),
    sa.UniqueConstraint('slug', name=op.f('uq_notice_slug'))
    )
    with op.batch_alter_table('notice', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_notice_state'), ['state'], unique=False)

    op.create_table('notice_correction',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('notice_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('before', sa.Text(), nullable=False),
    sa.Column('after', sa.Text(), nullable=False),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['notice_id'], ['notice.id'], name=op.f('fk_notice_correction_notice_id_notice')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notice_correction'))
    )
    with op.batch_alter_table('notice_correction', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_notice_correction_notice_id'), ['notice_id'], unique=False)

    op.create_table('notice_citation',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('notice_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('edition_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('path', sa.String(length=64), nullable=False),
    sa.Column('words', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['edition_id'], ['edition.id'], name=op.f('fk_notice_citation_edition_id_edition')),
    sa.ForeignKeyConstraint(['notice_id'], ['notice.id'], name=op.f('fk_notice_citation_notice_id_notice')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notice_citation')),
    sa.UniqueConstraint('notice_id', 'edition_id', 'path', name=op.f('uq_notice_citation_notice_id_edition_id_path'))
    )
    with op.batch_alter_table('notice_citation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_notice_citation_notice_id'), ['notice_id'], unique=False)

    op.create_table('notice_recipient',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('notice_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_notice_recipient_account_id_account')),
    sa.ForeignKeyConstraint(['notice_id'], ['notice.id'], name=op.f('fk_notice_recipient_notice_id_notice')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_notice_recipient_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notice_recipient')),
    sa.UniqueConstraint('notice_id', 'account_id', name=op.f('uq_notice_recipient_notice_id_account_id'))
    )


def downgrade() -> None:
    op.drop_table('notice_recipient')
    with op.batch_alter_table('notice_citation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_notice_citation_notice_id'))

    op.drop_table('notice_citation')
    with op.batch_alter_table('notice_correction', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_notice_correction_notice_id'))

    op.drop_table('notice_correction')
    with op.batch_alter_table('notice', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_notice_state'))

    op.drop_table('notice')

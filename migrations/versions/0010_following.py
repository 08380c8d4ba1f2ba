"""following"""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'


def upgrade() -> None:
    op.create_table('happening',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('life', sa.String(length=64), nullable=False),
    sa.Column('deed', sa.String(length=64), nullable=False),
    sa.Column('kind', sa.String(length=64), nullable=False),
    sa.Column('subject_kind', sa.String(length=64), nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('url', sa.String(length=300), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('is_gone', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_happening'))
    )
    with op.batch_alter_table('happening', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_happening_at'), ['at'], unique=False)
        batch_op.create_index('ix_happening_subject', ['subject_kind', 'subject_id'], unique=False)

    op.create_table('happening_key',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('happening_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.ForeignKeyConstraint(['happening_id'], ['happening.id'], name=op.f('fk_happening_key_happening_id_happening')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_happening_key')),
    sa.UniqueConstraint('happening_id', 'key', name=op.f('uq_happening_key_happening_id_key'))
    )
    with op.batch_alter_table('happening_key', schema=None) as batch_op:
        batch_op.create_index('ix_happening_key', ['key', 'happening_id'], unique=False)

    op.create_table('follower',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.CheckConstraint('(account_id is null) != (organisation_id is null)', name=op.f('ck_follower_one_of_both')),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_follower_account_id_account')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_follower_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_follower')),
    sa.UniqueConstraint('account_id', name=op.f('uq_follower_account_id')),
    sa.UniqueConstraint('organisation_id', name=op.f('uq_follower_organisation_id'))
    )
    op.create_table('follow',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('follower_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('pace', sa.String(length=32), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('stopped_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['follower_id'], ['follower.id'], name=op.f('fk_follow_follower_id_follower')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_follow')),
    sa.UniqueConstraint('follower_id', 'key', name=op.f('uq_follow_follower_id_key'))
    )
    with op.batch_alter_table('follow', schema=None) as batch_op:
        batch_op.create_index('ix_follow_key', ['key', 'follower_id'], unique=False)

    op.create_table('follower_muted',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('follower_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_follower_muted_account_id_account')),
    sa.ForeignKeyConstraint(['follower_id'], ['follower.id'], name=op.f('fk_follower_muted_follower_id_follower')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_follower_muted')),
    sa.UniqueConstraint('follower_id', 'account_id', name=op.f('uq_follower_muted_follower_id_account_id'))
    )
    with op.batch_alter_table('follower_muted', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_follower_muted_account_id'), ['account_id'], unique=False)

    op.create_table('follower_owed',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('follower_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('happening_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pace', sa.String(length=32), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['follower_id'], ['follower.id'], name=op.f('fk_follower_owed_follower_id_follower')),
    sa.ForeignKeyConstraint(['happening_id'], ['happening.id'], name=op.f('fk_follower_owed_happening_id_happening')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_follower_owed')),
    sa.UniqueConstraint('follower_id', 'happening_id', name=op.f('uq_follower_owed_follower_id_happening_id'))
    )
    with op.batch_alter_table('follower_owed', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_follower_owed_happening_id'), ['happening_id'], unique=False)
        batch_op.create_index('ix_follower_owed_waiting', ['told_at', 'pace', 'follower_id'], unique=False)

    with op.batch_alter_table('letter', schema=None) as batch_op:
        batch_op.add_column(sa.Column('stop_path', sa.String(length=500), nullable=False, server_default=''))
    with op.batch_alter_table('letter', schema=None) as batch_op:
        batch_op.alter_column('stop_path', server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('letter', schema=None) as batch_op:
        batch_op.drop_column('stop_path')

    with op.batch_alter_table('follower_owed', schema=None) as batch_op:
        batch_op.drop_index('ix_follower_owed_waiting')
        batch_op.drop_index(batch_op.f('ix_follower_owed_happening_id'))

    op.drop_table('follower_owed')
    with op.batch_alter_table('follower_muted', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_follower_muted_account_id'))

    op.drop_table('follower_muted')
    with op.batch_alter_table('follow', schema=None) as batch_op:
        batch_op.drop_index('ix_follow_key')

    op.drop_table('follow')
    op.drop_table('follower')
    with op.batch_alter_table('happening_key', schema=None) as batch_op:
        batch_op.drop_index('ix_happening_key')

    op.drop_table('happening_key')
    with op.batch_alter_table('happening', schema=None) as batch_op:
        batch_op.drop_index('ix_happening_subject')
        batch_op.drop_index(batch_op.f('ix_happening_at'))

    op.drop_table('happening')

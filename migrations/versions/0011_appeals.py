"""appeals"""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'


def upgrade() -> None:
    op.create_table('appeal',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('notice_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.Text(), nullable=False),
    sa.Column('closes_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['notice_id'], ['notice.id'], name=op.f('fk_appeal_notice_id_notice')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_appeal')),
    sa.UniqueConstraint('notice_id', name=op.f('uq_appeal_notice_id'))
    )
    op.create_table('appeal_initiator',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('appeal_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('agreed_hash', sa.String(length=64), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("state != 'agreed' or agreed_hash != ''", name=op.f('ck_appeal_initiator_agreed_to_words')),
    sa.ForeignKeyConstraint(['appeal_id'], ['appeal.id'], name=op.f('fk_appeal_initiator_appeal_id_appeal')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_appeal_initiator_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_appeal_initiator')),
    sa.UniqueConstraint('appeal_id', 'organisation_id', name=op.f('uq_appeal_initiator_appeal_id_organisation_id'))
    )
    with op.batch_alter_table('appeal_initiator', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_appeal_initiator_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('appeal_joining',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('appeal_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('name_key', sa.String(length=200), nullable=False),
    sa.Column('officer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('joined_by', sa.String(length=200), nullable=False),
    sa.Column('text_hash', sa.String(length=64), nullable=False),
    sa.Column('consent', sa.Text(), nullable=False),
    sa.Column('joined_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('left_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('left_because', sa.Text(), nullable=False),
    sa.CheckConstraint("(state = 'left') = (left_at is not null)", name=op.f('ck_appeal_joining_left_has_a_day')),
    sa.ForeignKeyConstraint(['appeal_id'], ['appeal.id'], name=op.f('fk_appeal_joining_appeal_id_appeal')),
    sa.ForeignKeyConstraint(['officer_id'], ['officer.id'], name=op.f('fk_appeal_joining_officer_id_officer')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_appeal_joining_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_appeal_joining'))
    )
    with op.batch_alter_table('appeal_joining', schema=None) as batch_op:
        batch_op.create_index('ix_appeal_joining_order', ['appeal_id', 'joined_at', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_appeal_joining_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index('uq_appeal_joining_living', ['appeal_id', 'organisation_id'], unique=True, sqlite_where=sa.text("state = 'joined'"), postgresql_where=sa.text("state = 'joined'"))



def downgrade() -> None:
    with op.batch_alter_table('appeal_joining', schema=None) as batch_op:
        batch_op.drop_index('uq_appeal_joining_living', sqlite_where=sa.text("state = 'joined'"), postgresql_where=sa.text("state = 'joined'"))
        batch_op.drop_index(batch_op.f('ix_appeal_joining_organisation_id'))
        batch_op.drop_index('ix_appeal_joining_order')

    op.drop_table('appeal_joining')
    with op.batch_alter_table('appeal_initiator', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_appeal_initiator_organisation_id'))

    op.drop_table('appeal_initiator')
    op.drop_table('appeal')

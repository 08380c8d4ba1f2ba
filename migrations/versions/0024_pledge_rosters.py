"""rosters and ceremonies of pledges"""

import sqlalchemy as sa
from alembic import op

revision = '0024'
down_revision = '0023'


def upgrade() -> None:
    op.create_table('pledge_ceremony',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pledge_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('batch', sa.String(length=64), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('place', sa.String(length=200), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['pledge_id'], ['pledge.id'], name=op.f('fk_pledge_ceremony_pledge_id_pledge')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pledge_ceremony')),
    sa.UniqueConstraint('pledge_id', 'batch', name=op.f('uq_pledge_ceremony_pledge_id_batch')),
    sa.UniqueConstraint('pledge_id', 'number', name=op.f('uq_pledge_ceremony_pledge_id_number'))
    )
    op.create_table('pledge_roster',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pledge_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('as_of', sa.Date(), nullable=False),
    sa.Column('previous_on', sa.Date(), nullable=True),
    sa.Column('taken_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('bound', sa.Integer(), nullable=False),
    sa.Column('joined', sa.Integer(), nullable=False),
    sa.Column('gone', sa.Integer(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['pledge_id'], ['pledge.id'], name=op.f('fk_pledge_roster_pledge_id_pledge')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pledge_roster')),
    sa.UniqueConstraint('pledge_id', 'as_of', name=op.f('uq_pledge_roster_pledge_id_as_of')),
    sa.UniqueConstraint('pledge_id', 'number', name=op.f('uq_pledge_roster_pledge_id_number'))
    )
    op.create_table('pledge_roster_row',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('roster_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('movement', sa.String(length=32), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('name_key', sa.String(length=200), nullable=False),
    sa.Column('uscc', sa.String(length=64), nullable=False),
    sa.Column('kinds', sa.JSON(), nullable=False),
    sa.Column('province', sa.String(length=64), nullable=False),
    sa.Column('number', sa.String(length=200), nullable=False),
    sa.Column('version', sa.String(length=200), nullable=False),
    sa.Column('since_on', sa.Date(), nullable=False),
    sa.Column('standing', sa.String(length=32), nullable=False),
    sa.Column('standing_from', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['roster_id'], ['pledge_roster.id'], name=op.f('fk_pledge_roster_row_roster_id_pledge_roster')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pledge_roster_row')),
    sa.UniqueConstraint('roster_id', 'position', name=op.f('uq_pledge_roster_row_roster_id_position'))
    )


def downgrade() -> None:
    op.drop_table('pledge_roster_row')
    op.drop_table('pledge_roster')
    op.drop_table('pledge_ceremony')

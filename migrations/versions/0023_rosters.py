"""rosters"""

import sqlalchemy as sa
from alembic import op

revision = '0023'
down_revision = '0022'


def upgrade() -> None:
    op.create_table('roster_reading',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('agency_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('found', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_roster_reading_agency_id_agency')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_roster_reading'))
    )
    with op.batch_alter_table('roster_reading', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_roster_reading_agency_id'), ['agency_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('roster_reading', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_roster_reading_agency_id'))

    op.drop_table('roster_reading')

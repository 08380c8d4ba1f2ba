"""files the public log speaks of"""

import sqlalchemy as sa
from alembic import op

revision = '0033'
down_revision = '0032'


def upgrade() -> None:
    op.create_table('logged_file',
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('log_entry_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.String(length=500), nullable=False),
    sa.Column('address', sa.String(length=500), nullable=False),
    sa.ForeignKeyConstraint(['log_entry_id'], ['log_entry.id'], name=op.f('fk_logged_file_log_entry_id_log_entry')),
    sa.PrimaryKeyConstraint('sha256', name=op.f('pk_logged_file'))
    )
    with op.batch_alter_table('logged_file', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_logged_file_address'), ['address'], unique=False)
        batch_op.create_index(batch_op.f('ix_logged_file_log_entry_id'), ['log_entry_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('logged_file', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_logged_file_log_entry_id'))
        batch_op.drop_index(batch_op.f('ix_logged_file_address'))

    op.drop_table('logged_file')

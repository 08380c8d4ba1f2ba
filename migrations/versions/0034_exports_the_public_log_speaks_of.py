"""exports the public log speaks of"""

import sqlalchemy as sa
from alembic import op

revision = '0034'
down_revision = '0033'


def upgrade() -> None:
    op.create_table('logged_export',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('address', sa.String(length=500), nullable=False),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('title', sa.String(length=500), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_logged_export')),
    sa.UniqueConstraint('address', 'language', name=op.f('uq_logged_export_address_language'))
    )
    with op.batch_alter_table('logged_export', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_logged_export_sha256'), ['sha256'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('logged_export', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_logged_export_sha256'))

    op.drop_table('logged_export')

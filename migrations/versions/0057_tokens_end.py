"""tokens of figures say when their end was told of"""

import sqlalchemy as sa
from alembic import op

revision = '0057'
down_revision = '0056'


def upgrade() -> None:
    with op.batch_alter_table('figure_token', schema=None) as batch_op:
        batch_op.add_column(sa.Column('warned_on', sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('figure_token', schema=None) as batch_op:
        batch_op.drop_column('warned_on')

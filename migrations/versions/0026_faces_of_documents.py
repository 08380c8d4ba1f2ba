"""faces of documents"""

import sqlalchemy as sa
from alembic import op

revision = '0026'
down_revision = '0025'


def upgrade() -> None:
    with op.batch_alter_table('rendered_document', schema=None) as batch_op:
        batch_op.add_column(sa.Column('faces', sa.JSON(), nullable=True))



def downgrade() -> None:
    with op.batch_alter_table('rendered_document', schema=None) as batch_op:
        batch_op.drop_column('faces')


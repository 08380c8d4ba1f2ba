"""class rules"""

import sqlalchemy as sa
from alembic import op

revision = '0016'
down_revision = '0015'


def upgrade() -> None:
    op.create_table('class_rule',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('makings', sa.JSON(), nullable=False),
    sa.Column('key_from', sa.Integer(), nullable=True),
    sa.Column('ordinary_from', sa.Integer(), nullable=True),
    sa.Column('subjects', sa.JSON(), nullable=False),
    sa.Column('triggers', sa.JSON(), nullable=False),
    sa.Column('handled_key', sa.Text(), nullable=False),
    sa.Column('handled_ordinary', sa.Text(), nullable=False),
    sa.Column('handled_other', sa.Text(), nullable=False),
    sa.Column('numbers', sa.Text(), nullable=False),
    sa.Column('deadlines', sa.Text(), nullable=False),
    sa.Column('doubts', sa.Text(), nullable=False),
    sa.Column('number_to_verify', sa.Boolean(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('in_force_from', sa.Date(), nullable=False),
    sa.Column('basis', sa.Text(), nullable=False),
    sa.Column('checked_by', sa.String(length=200), nullable=False),
    sa.Column('checked_on', sa.Date(), nullable=True),
    sa.Column('checked_source', sa.Text(), nullable=False),
    sa.Column('proposed_by', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('ordinary_from is null or ordinary_from < key_from', name=op.f('ck_class_rule_amounts_in_order')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_class_rule'))
    )
    with op.batch_alter_table('class_rule', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_class_rule_state'), ['state'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('class_rule', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_class_rule_state'))

    op.drop_table('class_rule')

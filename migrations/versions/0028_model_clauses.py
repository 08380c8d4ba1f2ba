"""model clauses"""

import sqlalchemy as sa
from alembic import op

revision = '0028'
down_revision = '0027'


def upgrade() -> None:
    op.create_table('model_clause',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('topic', sa.String(length=64), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('question', sa.String(length=200), nullable=False),
    sa.Column('applies', sa.String(length=200), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('text_en', sa.Text(), nullable=False),
    sa.Column('why', sa.Text(), nullable=False),
    sa.Column('cues', sa.JSON(), nullable=False),
    sa.Column('also', sa.JSON(), nullable=False),
    sa.Column('also_why', sa.Text(), nullable=False),
    sa.Column('doubtful', sa.JSON(), nullable=False),
    sa.Column('doubtful_why', sa.Text(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('in_force_from', sa.Date(), nullable=False),
    sa.Column('basis', sa.Text(), nullable=False),
    sa.Column('checked_by', sa.String(length=200), nullable=False),
    sa.Column('checked_on', sa.Date(), nullable=True),
    sa.Column('checked_source', sa.Text(), nullable=False),
    sa.Column('proposed_by', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_model_clause'))
    )
    with op.batch_alter_table('model_clause', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_model_clause_state'), ['state'], unique=False)
        batch_op.create_index('ix_model_clause_topic', ['topic', 'in_force_from'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('model_clause', schema=None) as batch_op:
        batch_op.drop_index('ix_model_clause_topic')
        batch_op.drop_index(batch_op.f('ix_model_clause_state'))

    op.drop_table('model_clause')

"""tokens of figures"""

import sqlalchemy as sa
from alembic import op

revision = '0052'
down_revision = '0051'


def upgrade() -> None:
    op.create_table('figure_token',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('scopes', sa.JSON(), nullable=False),
    sa.Column('made_by', sa.String(length=200), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('last_used_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_figure_token_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_figure_token')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_figure_token_token_hash'))
    )
    with op.batch_alter_table('figure_token', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_figure_token_organisation_id'), ['organisation_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('figure_token', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_figure_token_organisation_id'))

    op.drop_table('figure_token')

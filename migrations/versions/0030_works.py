"""works"""

import sqlalchemy as sa
from alembic import op

revision = '0030'
down_revision = '0029'


def upgrade() -> None:
    op.create_table('work',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('aliases', sa.Text(), nullable=False),
    sa.Column('synopsis', sa.Text(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('making', sa.String(length=32), nullable=False),
    sa.Column('yuan', sa.BigInteger(), nullable=True),
    sa.Column('subjects', sa.JSON(), nullable=False),
    sa.Column('triggers', sa.JSON(), nullable=False),
    sa.Column('episodes', sa.Integer(), nullable=True),
    sa.Column('seconds', sa.Integer(), nullable=True),
    sa.Column('child_actors', sa.Integer(), nullable=False),
    sa.Column('number_kind', sa.String(length=200), nullable=False),
    sa.Column('number', sa.String(length=200), nullable=False),
    sa.Column('number_issuer', sa.String(length=200), nullable=False),
    sa.Column('drama_class', sa.String(length=32), nullable=True),
    sa.Column('class_rule_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('class_reasons', sa.JSON(), nullable=False),
    sa.Column('classed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('made_by', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('child_actors >= 0', name=op.f('ck_work_children_counted')),
    sa.CheckConstraint('yuan is null or yuan >= 0', name=op.f('ck_work_yuan_not_negative')),
    sa.ForeignKeyConstraint(['class_rule_id'], ['class_rule.id'], name=op.f('fk_work_class_rule_id_class_rule')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_work_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_work'))
    )
    with op.batch_alter_table('work', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_work_class_rule_id'), ['class_rule_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_work_organisation_id'), ['organisation_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('work', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_work_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_work_class_rule_id'))

    op.drop_table('work')

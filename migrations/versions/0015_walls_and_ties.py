"""walls and ties"""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'


def upgrade() -> None:
    op.create_table('tie',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('source', sa.String(length=32), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('said', sa.Text(), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('to_kind', sa.String(length=32), nullable=False),
    sa.Column('to_id', sa.Integer(), nullable=True),
    sa.Column('from_on', sa.Date(), nullable=True),
    sa.Column('to_on', sa.Date(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("state not in ('standing', 'questioned') or to_id is not null", name=op.f('ck_tie_wall_has_other_side')),
    sa.CheckConstraint('to_on is null or from_on is null or from_on <= to_on', name=op.f('ck_tie_days_in_order')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_tie_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tie'))
    )
    with op.batch_alter_table('tie', schema=None) as batch_op:
        batch_op.create_index('ix_tie_other_side', ['to_kind', 'to_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_tie_person_id'), ['person_id'], unique=False)

    op.create_table('tie_affirmation',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_tie_affirmation_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tie_affirmation'))
    )
    with op.batch_alter_table('tie_affirmation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_tie_affirmation_person_id'), ['person_id'], unique=False)

    op.create_table('tie_lift',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('to_kind', sa.String(length=32), nullable=False),
    sa.Column('to_id', sa.Integer(), nullable=False),
    sa.Column('kinds', sa.JSON(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('until', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('lifted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("state not in ('lifted', 'ended') or lifted_at is not null", name=op.f('ck_tie_lift_lifted_says_when')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_tie_lift_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tie_lift'))
    )
    with op.batch_alter_table('tie_lift', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_tie_lift_person_id'), ['person_id'], unique=False)

    with op.batch_alter_table('search_record', schema=None) as batch_op:
        batch_op.add_column(sa.Column('concerns', sa.JSON(), server_default=sa.text("'[]'"), nullable=False))



def downgrade() -> None:
    with op.batch_alter_table('search_record', schema=None) as batch_op:
        batch_op.drop_column('concerns')

    with op.batch_alter_table('tie_lift', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_tie_lift_person_id'))

    op.drop_table('tie_lift')
    with op.batch_alter_table('tie_affirmation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_tie_affirmation_person_id'))

    op.drop_table('tie_affirmation')
    with op.batch_alter_table('tie', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_tie_person_id'))
        batch_op.drop_index('ix_tie_other_side')

    op.drop_table('tie')

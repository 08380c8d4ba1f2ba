"""standing"""

import sqlalchemy as sa
from alembic import op

revision = '0013'
down_revision = '0012'


def upgrade() -> None:
    op.create_table('standing',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('title', sa.String(length=300), nullable=False),
    sa.Column('basis', sa.Text(), nullable=False),
    sa.Column('source_kind', sa.String(length=64), nullable=False),
    sa.Column('source_id', sa.Integer(), nullable=False),
    sa.Column('url', sa.String(length=300), nullable=False),
    sa.Column('act_url', sa.String(length=300), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('to_on', sa.Date(), nullable=True),
    sa.Column('is_public', sa.Boolean(), nullable=False),
    sa.Column('public_basis', sa.Text(), nullable=False),
    sa.Column('public_agreed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('closed_because', sa.Text(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reminded_on', sa.Date(), nullable=True),
    sa.Column('overdue_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(state in ('on_record', 'expired')) = (closed_on is null)", name=op.f('ck_standing_closed_says_when')),
    sa.CheckConstraint("kind != 'obligation' or to_on is not null", name=op.f('ck_standing_obligation_is_due')),
    sa.CheckConstraint("person_id is null or not is_public or (public_basis != '' and public_agreed_by is not null and to_on is not null)", name=op.f('ck_standing_person_in_public_on_a_basis')),
    sa.CheckConstraint('(organisation_id is null) != (person_id is null)', name=op.f('ck_standing_about_one')),
    sa.CheckConstraint('to_on is null or from_on <= to_on', name=op.f('ck_standing_days_in_order')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_standing_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_standing_person_id_person')),
    sa.ForeignKeyConstraint(['public_agreed_by'], ['account.id'], name=op.f('fk_standing_public_agreed_by_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_standing'))
    )
    with op.batch_alter_table('standing', schema=None) as batch_op:
        batch_op.create_index('ix_standing_days', ['state', 'to_on'], unique=False)
        batch_op.create_index('ix_standing_organisation', ['organisation_id', 'kind', 'state'], unique=False)
        batch_op.create_index(batch_op.f('ix_standing_person_id'), ['person_id'], unique=False)
        batch_op.create_index('ix_standing_source', ['source_kind', 'source_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('standing', schema=None) as batch_op:
        batch_op.drop_index('ix_standing_source')
        batch_op.drop_index(batch_op.f('ix_standing_person_id'))
        batch_op.drop_index('ix_standing_organisation')
        batch_op.drop_index('ix_standing_days')

    op.drop_table('standing')

"""coverage"""

import sqlalchemy as sa
from alembic import op

revision = '0046'
down_revision = '0045'


def upgrade() -> None:
    op.create_table('coverage_figures',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('videos', sa.Integer(), nullable=False),
    sa.Column('rooms', sa.Integer(), nullable=False),
    sa.Column('declared_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reminded_on', sa.Date(), nullable=True),
    sa.CheckConstraint('videos >= 0 and rooms >= 0', name=op.f('ck_coverage_figures_counts')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_coverage_figures_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_coverage_figures'))
    )
    with op.batch_alter_table('coverage_figures', schema=None) as batch_op:
        batch_op.create_index('ix_coverage_figures_in_force', ['organisation_id', 'from_on', 'id'], unique=False)

    op.create_table('coverage_departure',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('enrolment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('left_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['enrolment_id'], ['training_enrolment.id'], name=op.f('fk_coverage_departure_enrolment_id_training_enrolment')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_coverage_departure_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_coverage_departure')),
    sa.UniqueConstraint('enrolment_id', name=op.f('uq_coverage_departure_enrolment_id'))
    )
    with op.batch_alter_table('coverage_departure', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_coverage_departure_organisation_id'), ['organisation_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('coverage_departure', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_coverage_departure_organisation_id'))

    op.drop_table('coverage_departure')
    with op.batch_alter_table('coverage_figures', schema=None) as batch_op:
        batch_op.drop_index('ix_coverage_figures_in_force')

    op.drop_table('coverage_figures')

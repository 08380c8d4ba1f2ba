"""records of training"""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"


def upgrade() -> None:
    op.create_table('training_transcript',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('rows', sa.JSON(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('certificate_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['certificate_id'], ['certificate.id'], name=op.f('fk_training_transcript_certificate_id_certificate')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_training_transcript_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_transcript'))
    )
    with op.batch_alter_table('training_transcript', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_training_transcript_person_id'), ['person_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('training_transcript', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_training_transcript_person_id'))

    op.drop_table('training_transcript')

"""surveys"""

import sqlalchemy as sa
from alembic import op

revision = '0056'
down_revision = '0055'


def upgrade() -> None:
    op.create_table('training_survey',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('session_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('questions', sa.JSON(), nullable=False),
    sa.Column('words', sa.JSON(), nullable=False),
    sa.Column('least', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('opened_on', sa.Date(), nullable=False),
    sa.Column('closes_on', sa.Date(), nullable=False),
    sa.Column('reminded_on', sa.Date(), nullable=True),
    sa.Column('forgotten_on', sa.Date(), nullable=True),
    sa.CheckConstraint('least > 0', name=op.f('ck_training_survey_asks_for_somebody')),
    sa.ForeignKeyConstraint(['session_id'], ['training_session.id'], name=op.f('fk_training_survey_session_id_training_session')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_survey')),
    sa.UniqueConstraint('session_id', name=op.f('uq_training_survey_session_id'))
    )
    op.create_table('training_survey_answer',
    sa.Column('key', sa.String(length=32), nullable=False),
    sa.Column('survey_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('question', sa.String(length=200), nullable=False),
    sa.Column('said', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['survey_id'], ['training_survey.id'], name=op.f('fk_training_survey_answer_survey_id_training_survey')),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_training_survey_answer')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('training_survey_answer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_training_survey_answer_survey_id'), ['survey_id'], unique=False)

    op.create_table('training_survey_reply',
    sa.Column('survey_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('enrolment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('answered_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['enrolment_id'], ['training_enrolment.id'], name=op.f('fk_training_survey_reply_enrolment_id_training_enrolment')),
    sa.ForeignKeyConstraint(['survey_id'], ['training_survey.id'], name=op.f('fk_training_survey_reply_survey_id_training_survey')),
    sa.PrimaryKeyConstraint('survey_id', 'enrolment_id', name=op.f('pk_training_survey_reply')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('training_survey_reply', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_training_survey_reply_enrolment_id'), ['enrolment_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('training_survey_reply', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_training_survey_reply_enrolment_id'))

    op.drop_table('training_survey_reply')
    with op.batch_alter_table('training_survey_answer', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_training_survey_answer_survey_id'))

    op.drop_table('training_survey_answer')
    op.drop_table('training_survey')

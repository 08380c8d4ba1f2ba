"""cases"""

import sqlalchemy as sa
from alembic import op

revision = '0041'
down_revision = '0040'


def upgrade() -> None:
    op.create_table('case_file',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.String(length=200), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('source', sa.String(length=32), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('fault', sa.String(length=200), nullable=False),
    sa.Column('happened_on', sa.Date(), nullable=False),
    sa.Column('lead', sa.Text(), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('filed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('filed_because', sa.Text(), nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('proposed_measure', sa.String(length=64), nullable=False),
    sa.Column('proposed_months', sa.Integer(), nullable=False),
    sa.Column('circumstances', sa.JSON(), nullable=False),
    sa.Column('grounds', sa.Text(), nullable=False),
    sa.Column('hear_by', sa.Date(), nullable=True),
    sa.Column('plea', sa.Text(), nullable=False),
    sa.Column('pleaded_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('remedy', sa.Text(), nullable=False),
    sa.Column('wants_hearing', sa.Boolean(), nullable=False),
    sa.Column('hearing_on', sa.Date(), nullable=True),
    sa.Column('hearing_told_on', sa.Date(), nullable=True),
    sa.Column('hearing_place', sa.String(length=200), nullable=False),
    sa.Column('hearing_hands', sa.Text(), nullable=False),
    sa.Column('absences', sa.Integer(), nullable=False),
    sa.Column('hearing_record', sa.Text(), nullable=False),
    sa.Column('conclusion', sa.String(length=64), nullable=False),
    sa.Column('outcome', sa.String(length=32), nullable=True),
    sa.Column('measure', sa.String(length=64), nullable=False),
    sa.Column('months', sa.Integer(), nullable=False),
    sa.Column('reasons', sa.Text(), nullable=False),
    sa.Column('decision_number', sa.String(length=200), nullable=False),
    sa.Column('issued_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('served_on', sa.Date(), nullable=True),
    sa.Column('served_how', sa.String(length=200), nullable=False),
    sa.Column('statement', sa.Text(), nullable=False),
    sa.Column('authority', sa.String(length=200), nullable=False),
    sa.Column('ended_because', sa.Text(), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("state != 'served' or served_on is not null", name=op.f('ck_case_file_served_on_a_day')),
    sa.CheckConstraint("state not in ('issued', 'served') or (issued_at is not null and outcome is not null)", name=op.f('ck_case_file_decided_says_what')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_case_file_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_file')),
    sa.UniqueConstraint('number', name=op.f('uq_case_file_number'))
    )
    with op.batch_alter_table('case_file', schema=None) as batch_op:
        batch_op.create_index('ix_case_file_due', ['state', 'due_on'], unique=False)
        batch_op.create_index('ix_case_file_fault', ['fault', 'outcome'], unique=False)
        batch_op.create_index(batch_op.f('ix_case_file_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('case_charge',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('fact', sa.Text(), nullable=False),
    sa.Column('edition_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('path', sa.String(length=64), nullable=False),
    sa.Column('words', sa.String(length=200), nullable=False),
    sa.Column('wording', sa.Text(), nullable=False),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('is_found', sa.Boolean(), nullable=True),
    sa.Column('finding', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_charge_case_id_case_file')),
    sa.ForeignKeyConstraint(['edition_id'], ['edition.id'], name=op.f('fk_case_charge_edition_id_edition')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_charge'))
    )
    with op.batch_alter_table('case_charge', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_charge_case_id'), ['case_id'], unique=False)
        batch_op.create_index('ix_case_charge_clause', ['edition_id', 'path'], unique=False)

    op.create_table('case_evidence',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('taken_on', sa.Date(), nullable=False),
    sa.Column('taken_from', sa.String(length=200), nullable=False),
    sa.Column('is_shown', sa.Boolean(), nullable=False),
    sa.Column('is_respondents', sa.Boolean(), nullable=False),
    sa.Column('added_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_evidence_case_id_case_file')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_evidence'))
    )
    with op.batch_alter_table('case_evidence', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_evidence_case_id'), ['case_id'], unique=False)

    op.create_table('case_delivery',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('paper', sa.String(length=32), nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('channel', sa.String(length=32), nullable=False),
    sa.Column('sent_on', sa.Date(), nullable=False),
    sa.Column('note', sa.String(length=200), nullable=False),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_delivery_case_id_case_file')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_delivery'))
    )
    with op.batch_alter_table('case_delivery', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_delivery_case_id'), ['case_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('case_delivery', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_case_delivery_case_id'))

    op.drop_table('case_delivery')
    with op.batch_alter_table('case_evidence', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_case_evidence_case_id'))

    op.drop_table('case_evidence')
    with op.batch_alter_table('case_charge', schema=None) as batch_op:
        batch_op.drop_index('ix_case_charge_clause')
        batch_op.drop_index(batch_op.f('ix_case_charge_case_id'))

    op.drop_table('case_charge')
    with op.batch_alter_table('case_file', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_case_file_organisation_id'))
        batch_op.drop_index('ix_case_file_fault')
        batch_op.drop_index('ix_case_file_due')

    op.drop_table('case_file')

"""commentary"""

import sqlalchemy as sa
from alembic import op

revision = '0022'
down_revision = '0021'


def upgrade() -> None:
    op.create_table('commentary_tracked_work',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('work', sa.String(length=200), nullable=False),
    sa.Column('work_number', sa.String(length=200), nullable=False),
    sa.Column('maker', sa.String(length=200), nullable=False),
    sa.Column('topic', sa.String(length=64), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('since_on', sa.Date(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.Column('ended_because', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('until_on is null or since_on <= until_on', name=op.f('ck_commentary_tracked_work_days_in_order')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_commentary_tracked_work'))
    )
    with op.batch_alter_table('commentary_tracked_work', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_commentary_tracked_work_state'), ['state'], unique=False)

    op.create_table('commentary',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('topic', sa.String(length=64), nullable=False),
    sa.Column('work', sa.String(length=200), nullable=False),
    sa.Column('work_number', sa.String(length=200), nullable=False),
    sa.Column('maker_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('names_somebody', sa.Boolean(), nullable=False),
    sa.Column('period_from', sa.Date(), nullable=True),
    sa.Column('period_to', sa.Date(), nullable=True),
    sa.Column('writer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('shows_writer', sa.Boolean(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('byline', sa.String(length=200), nullable=False),
    sa.Column('slug', sa.String(length=80), nullable=True),
    sa.Column('number', sa.String(length=200), nullable=False),
    sa.Column('lines', sa.JSON(), nullable=False),
    sa.Column('text_hash', sa.String(length=64), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('publish_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_because', sa.String(), nullable=True),
    sa.CheckConstraint("kind != 'digest' or (period_from is not null and period_to is not null and period_from <= period_to)", name=op.f('ck_commentary_digest_has_a_period')),
    sa.CheckConstraint("kind != 'essay' or work != ''", name=op.f('ck_commentary_essay_has_a_work')),
    sa.ForeignKeyConstraint(['maker_id'], ['organisation.id'], name=op.f('fk_commentary_maker_id_organisation')),
    sa.ForeignKeyConstraint(['writer_id'], ['account.id'], name=op.f('fk_commentary_writer_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_commentary')),
    sa.UniqueConstraint('slug', name=op.f('uq_commentary_slug'))
    )
    with op.batch_alter_table('commentary', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_commentary_maker_id'), ['maker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_commentary_state'), ['state'], unique=False)
        batch_op.create_index(batch_op.f('ix_commentary_writer_id'), ['writer_id'], unique=False)

    op.create_table('commentary_finding',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('commentary_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('fact', sa.Text(), nullable=False),
    sa.Column('cause', sa.Text(), nullable=False),
    sa.Column('proposal', sa.Text(), nullable=False),
    sa.Column('edition_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('path', sa.String(length=64), nullable=False),
    sa.Column('words', sa.String(length=200), nullable=False),
    sa.Column('essay_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.CheckConstraint("(edition_id is null) = (path = '')", name=op.f('ck_commentary_finding_clause_whole_or_none')),
    sa.CheckConstraint("kind = 'merit' or (cause != '' and proposal != '')", name=op.f('ck_commentary_finding_problem_cause_proposal')),
    sa.ForeignKeyConstraint(['commentary_id'], ['commentary.id'], name=op.f('fk_commentary_finding_commentary_id_commentary')),
    sa.ForeignKeyConstraint(['edition_id'], ['edition.id'], name=op.f('fk_commentary_finding_edition_id_edition')),
    sa.ForeignKeyConstraint(['essay_id'], ['commentary.id'], name=op.f('fk_commentary_finding_essay_id_commentary')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_commentary_finding'))
    )
    with op.batch_alter_table('commentary_finding', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_commentary_finding_commentary_id'), ['commentary_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('commentary_finding', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_commentary_finding_commentary_id'))

    op.drop_table('commentary_finding')
    with op.batch_alter_table('commentary', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_commentary_writer_id'))
        batch_op.drop_index(batch_op.f('ix_commentary_state'))
        batch_op.drop_index(batch_op.f('ix_commentary_maker_id'))

    op.drop_table('commentary')
    with op.batch_alter_table('commentary_tracked_work', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_commentary_tracked_work_state'))

    op.drop_table('commentary_tracked_work')

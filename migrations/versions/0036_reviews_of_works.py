"""reviews of works"""

import sqlalchemy as sa
from alembic import op

revision = '0036'
down_revision = '0035'


def upgrade() -> None:
    op.create_table('work_review',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('work_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('genre', sa.String(length=32), nullable=False),
    sa.Column('wish', sa.Text(), nullable=False),
    sa.Column('wants', sa.JSON(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('number', sa.String(length=64), nullable=True),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('accepted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('returned_because', sa.Text(), nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('answer_by', sa.Date(), nullable=True),
    sa.Column('reminded_on', sa.Date(), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_because', sa.Text(), nullable=False),
    sa.CheckConstraint("state != 'reported' or answer_by is not null", name=op.f('ck_work_review_reported_says_when')),
    sa.CheckConstraint("state in ('submitted', 'returned', 'withdrawn') or accepted_at is not null", name=op.f('ck_work_review_accepted_says_when')),
    sa.CheckConstraint("state not in ('archived', 'withdrawn') or ended_at is not null", name=op.f('ck_work_review_over_says_when')),
    sa.ForeignKeyConstraint(['version_id'], ['work_version.id'], name=op.f('fk_work_review_version_id_work_version')),
    sa.ForeignKeyConstraint(['work_id'], ['work.id'], name=op.f('fk_work_review_work_id_work')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_work_review')),
    sa.UniqueConstraint('number', name=op.f('uq_work_review_number'))
    )
    with op.batch_alter_table('work_review', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_work_review_state'), ['state'], unique=False)
        batch_op.create_index(batch_op.f('ix_work_review_work_id'), ['work_id'], unique=False)
        batch_op.create_index('uq_work_review_open', ['work_id'], unique=True, sqlite_where=sa.text("state not in ('archived', 'withdrawn')"), postgresql_where=sa.text("state not in ('archived', 'withdrawn')"))

    op.create_table('work_review_round',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('review_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('panel_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('merits', sa.Text(), nullable=False),
    sa.Column('summary', sa.Text(), nullable=False),
    sa.Column('conclusion', sa.String(length=32), nullable=True),
    sa.Column('dissents', sa.JSON(), nullable=False),
    sa.Column('issued_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('issued_at is null or conclusion is not null', name=op.f('ck_work_review_round_issued_concludes')),
    sa.ForeignKeyConstraint(['panel_id'], ['panel.id'], name=op.f('fk_work_review_round_panel_id_panel')),
    sa.ForeignKeyConstraint(['review_id'], ['work_review.id'], name=op.f('fk_work_review_round_review_id_work_review')),
    sa.ForeignKeyConstraint(['version_id'], ['work_version.id'], name=op.f('fk_work_review_round_version_id_work_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_work_review_round')),
    sa.UniqueConstraint('panel_id', name=op.f('uq_work_review_round_panel_id')),
    sa.UniqueConstraint('review_id', 'number', name=op.f('uq_work_review_round_review_id_number'))
    )
    with op.batch_alter_table('work_review_round', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_work_review_round_review_id'), ['review_id'], unique=False)

    op.create_table('work_review_point',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('round_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('gate', sa.String(length=32), nullable=False),
    sa.Column('severity', sa.String(length=32), nullable=False),
    sa.Column('places', sa.JSON(), nullable=False),
    sa.Column('fact', sa.Text(), nullable=False),
    sa.Column('cause', sa.Text(), nullable=False),
    sa.Column('proposal', sa.Text(), nullable=False),
    sa.Column('clauses', sa.JSON(), nullable=False),
    sa.Column('reply', sa.String(length=32), nullable=True),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_by', sa.String(length=200), nullable=False),
    sa.Column('outcome', sa.String(length=32), nullable=True),
    sa.CheckConstraint("reply is null or reply = 'changed' or answer != ''", name=op.f('ck_work_review_point_kept_says_why')),
    sa.ForeignKeyConstraint(['round_id'], ['work_review_round.id'], name=op.f('fk_work_review_point_round_id_work_review_round')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_work_review_point')),
    sa.UniqueConstraint('round_id', 'number', name=op.f('uq_work_review_point_round_id_number'))
    )
    with op.batch_alter_table('work_review_point', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_work_review_point_round_id'), ['round_id'], unique=False)

    op.create_table('work_review_finding',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('round_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('seat_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('gate', sa.String(length=32), nullable=False),
    sa.Column('severity', sa.String(length=32), nullable=False),
    sa.Column('place', sa.String(length=200), nullable=False),
    sa.Column('fact', sa.Text(), nullable=False),
    sa.Column('cause', sa.Text(), nullable=False),
    sa.Column('proposal', sa.Text(), nullable=False),
    sa.Column('clause', sa.String(length=200), nullable=False),
    sa.Column('point_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('left_out_because', sa.Text(), nullable=False),
    sa.CheckConstraint("point_id is null or left_out_because = ''", name=op.f('ck_work_review_finding_merged_or_left_out')),
    sa.ForeignKeyConstraint(['point_id'], ['work_review_point.id'], name=op.f('fk_work_review_finding_point_id_work_review_point')),
    sa.ForeignKeyConstraint(['round_id'], ['work_review_round.id'], name=op.f('fk_work_review_finding_round_id_work_review_round')),
    sa.ForeignKeyConstraint(['seat_id'], ['panel_seat.id'], name=op.f('fk_work_review_finding_seat_id_panel_seat')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_work_review_finding'))
    )
    with op.batch_alter_table('work_review_finding', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_work_review_finding_point_id'), ['point_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_work_review_finding_round_id'), ['round_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('work_review_finding', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_work_review_finding_round_id'))
        batch_op.drop_index(batch_op.f('ix_work_review_finding_point_id'))

    op.drop_table('work_review_finding')
    with op.batch_alter_table('work_review_point', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_work_review_point_round_id'))

    op.drop_table('work_review_point')
    with op.batch_alter_table('work_review_round', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_work_review_round_review_id'))

    op.drop_table('work_review_round')
    with op.batch_alter_table('work_review', schema=None) as batch_op:
        batch_op.drop_index('uq_work_review_open', sqlite_where=sa.text("state not in ('archived', 'withdrawn')"), postgresql_where=sa.text("state not in ('archived', 'withdrawn')"))
        batch_op.drop_index(batch_op.f('ix_work_review_work_id'))
        batch_op.drop_index(batch_op.f('ix_work_review_state'))

    op.drop_table('work_review')

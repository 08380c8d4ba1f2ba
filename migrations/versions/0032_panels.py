"""Panels: who judges a thing, their sealed opinions, and the minutes."""

import sqlalchemy as sa
from alembic import op

revision = '0032'
down_revision = '0031'


def upgrade() -> None:
    op.create_table('panel',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('matter', sa.String(length=64), nullable=False),
    sa.Column('subject_kind', sa.String(length=64), nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('least', sa.Integer(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('convened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_because', sa.Text(), nullable=False),
    sa.Column('overdue_told_on', sa.Date(), nullable=True),
    sa.CheckConstraint("state != 'open' or closed_at is null", name=op.f('ck_panel_open_is_sealed')),
    sa.CheckConstraint("state not in ('closed', 'concluded') or closed_at is not null", name=op.f('ck_panel_closed_says_when')),
    sa.CheckConstraint('least > 0', name=op.f('ck_panel_needs_an_opinion')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_panel')),
    sa.UniqueConstraint('subject_kind', 'subject_id', 'number', name=op.f('uq_panel_subject_kind_subject_id_number'))
    )
    with op.batch_alter_table('panel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_panel_matter'), ['matter'], unique=False)
        batch_op.create_index(batch_op.f('ix_panel_state'), ['state'], unique=False)

    op.create_table('panel_minutes',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('panel_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('conclusion', sa.String(length=64), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('written_by_id', sa.Integer(), nullable=True),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['panel_id'], ['panel.id'], name=op.f('fk_panel_minutes_panel_id_panel')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_panel_minutes')),
    sa.UniqueConstraint('panel_id', 'number', name=op.f('uq_panel_minutes_panel_id_number'))
    )
    op.create_table('panel_seat',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('panel_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('unit', sa.String(length=200), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('named_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('declared_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('declared_words', sa.Text(), nullable=False),
    sa.Column('voted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('left_because', sa.Text(), nullable=False),
    sa.Column('instead_of_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('reminded_on', sa.Date(), nullable=True),
    sa.CheckConstraint("person_id is not null or name != ''", name=op.f('ck_panel_seat_somebody')),
    sa.CheckConstraint("voted_at is null or state = 'clear'", name=op.f('ck_panel_seat_votes_without_a_tie')),
    sa.ForeignKeyConstraint(['instead_of_id'], ['panel_seat.id'], name=op.f('fk_panel_seat_instead_of_id_panel_seat')),
    sa.ForeignKeyConstraint(['panel_id'], ['panel.id'], name=op.f('fk_panel_seat_panel_id_panel')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_panel_seat_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_panel_seat')),
    sa.UniqueConstraint('instead_of_id', name=op.f('uq_panel_seat_instead_of_id'))
    )
    with op.batch_alter_table('panel_seat', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_panel_seat_panel_id'), ['panel_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_panel_seat_person_id'), ['person_id'], unique=False)
        batch_op.create_index('uq_panel_seat_sitting', ['panel_id', 'person_id'], unique=True, sqlite_where=sa.text("state in ('named', 'clear')"), postgresql_where=sa.text("state in ('named', 'clear')"))

    op.create_table('panel_confirmation',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('minutes_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('seat_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('agrees', sa.Boolean(), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['minutes_id'], ['panel_minutes.id'], name=op.f('fk_panel_confirmation_minutes_id_panel_minutes')),
    sa.ForeignKeyConstraint(['seat_id'], ['panel_seat.id'], name=op.f('fk_panel_confirmation_seat_id_panel_seat')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_panel_confirmation')),
    sa.UniqueConstraint('minutes_id', 'seat_id', name=op.f('uq_panel_confirmation_minutes_id_seat_id'))
    )
    with op.batch_alter_table('panel_confirmation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_panel_confirmation_seat_id'), ['seat_id'], unique=False)

    op.create_table('panel_opinion',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('seat_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('word', sa.Text(), nullable=False),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['seat_id'], ['panel_seat.id'], name=op.f('fk_panel_opinion_seat_id_panel_seat')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_panel_opinion')),
    sa.UniqueConstraint('seat_id', name=op.f('uq_panel_opinion_seat_id'))
    )


def downgrade() -> None:
    op.drop_table('panel_opinion')
    with op.batch_alter_table('panel_confirmation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_panel_confirmation_seat_id'))

    op.drop_table('panel_confirmation')
    with op.batch_alter_table('panel_seat', schema=None) as batch_op:
        batch_op.drop_index('uq_panel_seat_sitting', sqlite_where=sa.text("state in ('named', 'clear')"), postgresql_where=sa.text("state in ('named', 'clear')"))
        batch_op.drop_index(batch_op.f('ix_panel_seat_person_id'))
        batch_op.drop_index(batch_op.f('ix_panel_seat_panel_id'))

    op.drop_table('panel_seat')
    op.drop_table('panel_minutes')
    with op.batch_alter_table('panel', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_panel_state'))
        batch_op.drop_index(batch_op.f('ix_panel_matter'))

    op.drop_table('panel')

"""amendments of pledges: motions and votes"""

import sqlalchemy as sa
from alembic import op

revision = '0018'
down_revision = '0017'


def upgrade() -> None:
    op.create_table('pledge_ballot',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pledge_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('edition_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('text_hash', sa.String(length=64), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_on', sa.Date(), nullable=False),
    sa.Column('closes_on', sa.Date(), nullable=False),
    sa.Column('entitled', sa.Integer(), nullable=False),
    sa.Column('needed', sa.Integer(), nullable=False),
    sa.Column('names_public', sa.Boolean(), nullable=False),
    sa.Column('reminded', sa.JSON(), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('in_favour', sa.Integer(), nullable=True),
    sa.Column('against', sa.Integer(), nullable=True),
    sa.Column('abstained', sa.Integer(), nullable=True),
    sa.Column('not_cast', sa.Integer(), nullable=True),
    sa.Column('gone', sa.Integer(), nullable=True),
    sa.Column('ended_because', sa.Text(), nullable=False),
    sa.CheckConstraint("state not in ('carried', 'failed') or in_favour is not null", name=op.f('ck_pledge_ballot_closed_says_how')),
    sa.CheckConstraint('opened_on <= closes_on', name=op.f('ck_pledge_ballot_days_in_order')),
    sa.ForeignKeyConstraint(['edition_id'], ['edition.id'], name=op.f('fk_pledge_ballot_edition_id_edition')),
    sa.ForeignKeyConstraint(['pledge_id'], ['pledge.id'], name=op.f('fk_pledge_ballot_pledge_id_pledge')),
    sa.ForeignKeyConstraint(['version_id'], ['pledge_version.id'], name=op.f('fk_pledge_ballot_version_id_pledge_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pledge_ballot')),
    sa.UniqueConstraint('pledge_id', 'number', name=op.f('uq_pledge_ballot_pledge_id_number'))
    )
    with op.batch_alter_table('pledge_ballot', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pledge_ballot_state'), ['state'], unique=False)
        batch_op.create_index(batch_op.f('ix_pledge_ballot_version_id'), ['version_id'], unique=False)

    op.create_table('pledge_motion',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pledge_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('wording', sa.Text(), nullable=False),
    sa.Column('risky', sa.JSON(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_on', sa.Date(), nullable=True),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('ended_because', sa.Text(), nullable=False),
    sa.Column('version_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.CheckConstraint("state != 'open' or until_on is not null", name=op.f('ck_pledge_motion_open_until_a_day')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_pledge_motion_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['pledge_id'], ['pledge.id'], name=op.f('fk_pledge_motion_pledge_id_pledge')),
    sa.ForeignKeyConstraint(['version_id'], ['pledge_version.id'], name=op.f('fk_pledge_motion_version_id_pledge_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pledge_motion')),
    sa.UniqueConstraint('pledge_id', 'number', name=op.f('uq_pledge_motion_pledge_id_number'))
    )
    with op.batch_alter_table('pledge_motion', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pledge_motion_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_pledge_motion_state'), ['state'], unique=False)

    op.create_table('pledge_ballot_seat',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('ballot_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('name_key', sa.String(length=200), nullable=False),
    sa.Column('choice', sa.String(length=32), nullable=True),
    sa.Column('opinion', sa.Text(), nullable=False),
    sa.Column('casts', sa.Integer(), nullable=False),
    sa.Column('voted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('officer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('voted_by', sa.String(length=200), nullable=False),
    sa.Column('authority_until', sa.Date(), nullable=True),
    sa.Column('consent', sa.Text(), nullable=False),
    sa.Column('method', sa.String(length=64), nullable=False),
    sa.Column('is_counted', sa.Boolean(), nullable=True),
    sa.CheckConstraint('(choice is null) = (voted_at is null) and (choice is null or officer_id is not null)', name=op.f('ck_pledge_ballot_seat_vote_has_somebody')),
    sa.ForeignKeyConstraint(['ballot_id'], ['pledge_ballot.id'], name=op.f('fk_pledge_ballot_seat_ballot_id_pledge_ballot')),
    sa.ForeignKeyConstraint(['officer_id'], ['officer.id'], name=op.f('fk_pledge_ballot_seat_officer_id_officer')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_pledge_ballot_seat_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pledge_ballot_seat')),
    sa.UniqueConstraint('ballot_id', 'organisation_id', name=op.f('uq_pledge_ballot_seat_ballot_id_organisation_id'))
    )
    with op.batch_alter_table('pledge_ballot_seat', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pledge_ballot_seat_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('pledge_motion_support',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('motion_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('officer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('name_key', sa.String(length=200), nullable=False),
    sa.Column('supported_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['motion_id'], ['pledge_motion.id'], name=op.f('fk_pledge_motion_support_motion_id_pledge_motion')),
    sa.ForeignKeyConstraint(['officer_id'], ['officer.id'], name=op.f('fk_pledge_motion_support_officer_id_officer')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_pledge_motion_support_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pledge_motion_support'))
    )
    with op.batch_alter_table('pledge_motion_support', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pledge_motion_support_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index('uq_pledge_motion_support_alive', ['motion_id', 'organisation_id'], unique=True, sqlite_where=sa.text('ended_at is null'), postgresql_where=sa.text('ended_at is null'))

    with op.batch_alter_table('pledge_version', schema=None) as batch_op:
        batch_op.add_column(sa.Column('voted_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('voted_hash', sa.String(length=64), nullable=False, server_default=''))



def downgrade() -> None:
    with op.batch_alter_table('pledge_version', schema=None) as batch_op:
        batch_op.drop_column('voted_hash')
        batch_op.drop_column('voted_on')

    with op.batch_alter_table('pledge_motion_support', schema=None) as batch_op:
        batch_op.drop_index('uq_pledge_motion_support_alive', sqlite_where=sa.text('ended_at is null'), postgresql_where=sa.text('ended_at is null'))
        batch_op.drop_index(batch_op.f('ix_pledge_motion_support_organisation_id'))

    op.drop_table('pledge_motion_support')
    with op.batch_alter_table('pledge_ballot_seat', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_pledge_ballot_seat_organisation_id'))

    op.drop_table('pledge_ballot_seat')
    with op.batch_alter_table('pledge_motion', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_pledge_motion_state'))
        batch_op.drop_index(batch_op.f('ix_pledge_motion_organisation_id'))

    op.drop_table('pledge_motion')
    with op.batch_alter_table('pledge_ballot', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_pledge_ballot_version_id'))
        batch_op.drop_index(batch_op.f('ix_pledge_ballot_state'))

    op.drop_table('pledge_ballot')

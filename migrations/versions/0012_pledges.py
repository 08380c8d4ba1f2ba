"""pledges"""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'


def upgrade() -> None:
    op.create_table('pledge',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('document_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('code', sa.String(length=12), nullable=False),
    sa.Column('kinds', sa.JSON(), nullable=False),
    sa.Column('by_invitation', sa.Boolean(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['document.id'], name=op.f('fk_pledge_document_id_document')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pledge')),
    sa.UniqueConstraint('code', name=op.f('uq_pledge_code')),
    sa.UniqueConstraint('document_id', name=op.f('uq_pledge_document_id'))
    )
    op.create_table('pledge_invitation',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pledge_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_pledge_invitation_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['pledge_id'], ['pledge.id'], name=op.f('fk_pledge_invitation_pledge_id_pledge')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pledge_invitation')),
    sa.UniqueConstraint('pledge_id', 'organisation_id', name=op.f('uq_pledge_invitation_pledge_id_organisation_id'))
    )
    with op.batch_alter_table('pledge_invitation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pledge_invitation_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('pledge_version',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pledge_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('why', sa.Text(), nullable=False),
    sa.Column('laid_out_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('adopted_by', sa.String(length=200), nullable=False),
    sa.Column('adopted_on', sa.Date(), nullable=True),
    sa.Column('effective_on', sa.Date(), nullable=True),
    sa.Column('trial_until', sa.Date(), nullable=True),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('legal_reason', sa.Text(), nullable=False),
    sa.Column('edition_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('resign_until', sa.Date(), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('ended_because', sa.String(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by', sa.String(length=64), nullable=False),
    sa.Column('publish_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_because', sa.String(), nullable=True),
    sa.CheckConstraint('trial_until is null or effective_on is not null', name=op.f('ck_pledge_version_trial_has_a_beginning')),
    sa.ForeignKeyConstraint(['edition_id'], ['edition.id'], name=op.f('fk_pledge_version_edition_id_edition')),
    sa.ForeignKeyConstraint(['laid_out_id'], ['edition.id'], name=op.f('fk_pledge_version_laid_out_id_edition')),
    sa.ForeignKeyConstraint(['pledge_id'], ['pledge.id'], name=op.f('fk_pledge_version_pledge_id_pledge')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pledge_version')),
    sa.UniqueConstraint('edition_id', name=op.f('uq_pledge_version_edition_id')),
    sa.UniqueConstraint('pledge_id', 'number', name=op.f('uq_pledge_version_pledge_id_number'))
    )
    with op.batch_alter_table('pledge_version', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pledge_version_state'), ['state'], unique=False)

    op.create_table('pledge_signature',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pledge_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('as_it_was', sa.JSON(), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('name_key', sa.String(length=200), nullable=False),
    sa.Column('text_hash', sa.String(length=64), nullable=False),
    sa.Column('prepared_by', sa.String(length=200), nullable=False),
    sa.Column('prepared_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('officer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('signed_by', sa.String(length=200), nullable=False),
    sa.Column('signed_post', sa.String(length=64), nullable=False),
    sa.Column('authority_until', sa.Date(), nullable=True),
    sa.Column('consent', sa.Text(), nullable=False),
    sa.Column('method', sa.String(length=64), nullable=False),
    sa.Column('signed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('confirmed_by', sa.String(length=200), nullable=False),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('batch', sa.String(length=64), nullable=False),
    sa.Column('since_on', sa.Date(), nullable=True),
    sa.Column('number', sa.String(length=200), nullable=False),
    sa.Column('ended_because', sa.Text(), nullable=False),
    sa.CheckConstraint("state != 'in_force' or confirmed_at is not null", name=op.f('ck_pledge_signature_confirmed_at_some_moment')),
    sa.CheckConstraint("state in ('prepared', 'cancelled') or (signed_at is not null and officer_id is not null)", name=op.f('ck_pledge_signature_signed_by_somebody')),
    sa.ForeignKeyConstraint(['officer_id'], ['officer.id'], name=op.f('fk_pledge_signature_officer_id_officer')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_pledge_signature_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['pledge_id'], ['pledge.id'], name=op.f('fk_pledge_signature_pledge_id_pledge')),
    sa.ForeignKeyConstraint(['version_id'], ['pledge_version.id'], name=op.f('fk_pledge_signature_version_id_pledge_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pledge_signature'))
    )
    with op.batch_alter_table('pledge_signature', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pledge_signature_number'), ['number'], unique=False)
        batch_op.create_index(batch_op.f('ix_pledge_signature_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_pledge_signature_version_id'), ['version_id'], unique=False)
        batch_op.create_index('uq_pledge_signature_under_way', ['pledge_id', 'organisation_id'], unique=True, sqlite_where=sa.text("state in ('prepared', 'signed')"), postgresql_where=sa.text("state in ('prepared', 'signed')"))

    op.create_table('pledge_spell',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pledge_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('signature_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('standing', sa.String(length=32), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('to_on', sa.Date(), nullable=True),
    sa.Column('because', sa.Text(), nullable=False),
    sa.CheckConstraint('to_on is null or from_on <= to_on', name=op.f('ck_pledge_spell_days_in_order')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_pledge_spell_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['pledge_id'], ['pledge.id'], name=op.f('fk_pledge_spell_pledge_id_pledge')),
    sa.ForeignKeyConstraint(['signature_id'], ['pledge_signature.id'], name=op.f('fk_pledge_spell_signature_id_pledge_signature')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pledge_spell'))
    )
    with op.batch_alter_table('pledge_spell', schema=None) as batch_op:
        batch_op.create_index('ix_pledge_spell_days', ['pledge_id', 'from_on', 'to_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_pledge_spell_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_pledge_spell_signature_id'), ['signature_id'], unique=False)
        batch_op.create_index('uq_pledge_spell_living', ['pledge_id', 'organisation_id'], unique=True, sqlite_where=sa.text('to_on is null'), postgresql_where=sa.text('to_on is null'))



def downgrade() -> None:
    with op.batch_alter_table('pledge_spell', schema=None) as batch_op:
        batch_op.drop_index('uq_pledge_spell_living', sqlite_where=sa.text('to_on is null'), postgresql_where=sa.text('to_on is null'))
        batch_op.drop_index(batch_op.f('ix_pledge_spell_signature_id'))
        batch_op.drop_index(batch_op.f('ix_pledge_spell_organisation_id'))
        batch_op.drop_index('ix_pledge_spell_days')

    op.drop_table('pledge_spell')
    with op.batch_alter_table('pledge_signature', schema=None) as batch_op:
        batch_op.drop_index('uq_pledge_signature_under_way', sqlite_where=sa.text("state in ('prepared', 'signed')"), postgresql_where=sa.text("state in ('prepared', 'signed')"))
        batch_op.drop_index(batch_op.f('ix_pledge_signature_version_id'))
        batch_op.drop_index(batch_op.f('ix_pledge_signature_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_pledge_signature_number'))

    op.drop_table('pledge_signature')
    with op.batch_alter_table('pledge_version', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_pledge_version_state'))

    op.drop_table('pledge_version')
    with op.batch_alter_table('pledge_invitation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_pledge_invitation_organisation_id'))

    op.drop_table('pledge_invitation')
    op.drop_table('pledge')

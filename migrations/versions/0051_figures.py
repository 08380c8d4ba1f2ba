"""figures"""

import sqlalchemy as sa
from alembic import op

revision = '0051'
down_revision = '0050'


def upgrade() -> None:
    op.create_table('figure_fault',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('code', sa.String(length=64), nullable=False),
    sa.Column('label_group', sa.String(length=200), nullable=False),
    sa.Column('label', sa.String(length=200), nullable=False),
    sa.Column('unit', sa.String(length=64), nullable=False),
    sa.Column('definition', sa.Text(), nullable=False),
    sa.Column('is_counted', sa.Boolean(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('in_force_from', sa.Date(), nullable=False),
    sa.Column('basis', sa.Text(), nullable=False),
    sa.Column('checked_by', sa.String(length=200), nullable=False),
    sa.Column('checked_on', sa.Date(), nullable=True),
    sa.Column('checked_source', sa.Text(), nullable=False),
    sa.Column('proposed_by', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_figure_fault'))
    )
    with op.batch_alter_table('figure_fault', schema=None) as batch_op:
        batch_op.create_index('ix_figure_fault_in_force', ['code', 'in_force_from', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_figure_fault_state'), ['state'], unique=False)

    op.create_table('figure_period',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('code', sa.String(length=64), nullable=False),
    sa.Column('first_on', sa.Date(), nullable=False),
    sa.Column('last_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('remind_on', sa.Date(), nullable=True),
    sa.Column('asked', sa.JSON(), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('first_on <= last_on and last_on < due_on', name=op.f('ck_figure_period_days_in_order')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_figure_period')),
    sa.UniqueConstraint('code', name=op.f('uq_figure_period_code'))
    )
    op.create_table('figure_edition',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('period_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('rows', sa.JSON(), nullable=False),
    sa.Column('report_ids', sa.JSON(), nullable=False),
    sa.Column('counted', sa.JSON(), nullable=False),
    sa.Column('reporters', sa.Integer(), nullable=False),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('drafted_by', sa.String(length=200), nullable=False),
    sa.Column('issued_by', sa.String(length=200), nullable=False),
    sa.Column('text_hash', sa.String(length=64), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('issued_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("state not in ('issued', 'replaced') or issued_at is not null", name=op.f('ck_figure_edition_issued_at_some_moment')),
    sa.ForeignKeyConstraint(['period_id'], ['figure_period.id'], name=op.f('fk_figure_edition_period_id_figure_period')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_figure_edition')),
    sa.UniqueConstraint('period_id', 'number', name=op.f('uq_figure_edition_period_id_number'))
    )
    with op.batch_alter_table('figure_edition', schema=None) as batch_op:
        batch_op.create_index('uq_figure_edition_draft', ['period_id'], unique=True, sqlite_where=sa.text("state = 'draft'"), postgresql_where=sa.text("state = 'draft'"))
        batch_op.create_index('uq_figure_edition_issued', ['period_id'], unique=True, sqlite_where=sa.text("state = 'issued'"), postgresql_where=sa.text("state = 'issued'"))

    op.create_table('figure_report',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('period_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('answers', sa.JSON(), nullable=False),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('remark', sa.Text(), nullable=False),
    sa.Column('via', sa.String(length=32), nullable=False),
    sa.Column('drafted_by', sa.String(length=200), nullable=False),
    sa.Column('confirmed_by', sa.String(length=200), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("state not in ('confirmed', 'asked', 'replaced') or confirmed_at is not null", name=op.f('ck_figure_report_confirmed_at_some_moment')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_figure_report_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['period_id'], ['figure_period.id'], name=op.f('fk_figure_report_period_id_figure_period')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_figure_report')),
    sa.UniqueConstraint('period_id', 'organisation_id', 'version', name=op.f('uq_figure_report_period_id_organisation_id_version'))
    )
    with op.batch_alter_table('figure_report', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_figure_report_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index('uq_figure_report_counting', ['period_id', 'organisation_id'], unique=True, sqlite_where=sa.text("state in ('confirmed', 'asked')"), postgresql_where=sa.text("state in ('confirmed', 'asked')"))
        batch_op.create_index('uq_figure_report_open', ['period_id', 'organisation_id'], unique=True, sqlite_where=sa.text("state in ('draft', 'prepared')"), postgresql_where=sa.text("state in ('draft', 'prepared')"))



def downgrade() -> None:
    with op.batch_alter_table('figure_report', schema=None) as batch_op:
        batch_op.drop_index('uq_figure_report_open', sqlite_where=sa.text("state in ('draft', 'prepared')"), postgresql_where=sa.text("state in ('draft', 'prepared')"))
        batch_op.drop_index('uq_figure_report_counting', sqlite_where=sa.text("state in ('confirmed', 'asked')"), postgresql_where=sa.text("state in ('confirmed', 'asked')"))
        batch_op.drop_index(batch_op.f('ix_figure_report_organisation_id'))

    op.drop_table('figure_report')
    with op.batch_alter_table('figure_edition', schema=None) as batch_op:
        batch_op.drop_index('uq_figure_edition_issued', sqlite_where=sa.text("state = 'issued'"), postgresql_where=sa.text("state = 'issued'"))
        batch_op.drop_index('uq_figure_edition_draft', sqlite_where=sa.text("state = 'draft'"), postgresql_where=sa.text("state = 'draft'"))

    op.drop_table('figure_edition')
    op.drop_table('figure_period')
    with op.batch_alter_table('figure_fault', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_figure_fault_state'))
        batch_op.drop_index('ix_figure_fault_in_force')

    op.drop_table('figure_fault')

"""Self-checks: questionnaires, what organisations answer, rounds."""

import sqlalchemy as sa
from alembic import op

revision = '0020'
down_revision = '0019'


def upgrade() -> None:
    op.create_table('questionnaire',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('slug', sa.String(length=60), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_questionnaire')),
    sa.UniqueConstraint('slug', name=op.f('uq_questionnaire_slug'))
    )
    with op.batch_alter_table('questionnaire', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_questionnaire_kind'), ['kind'], unique=False)

    op.create_table('questionnaire_version',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('questionnaire_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_because', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['questionnaire_id'], ['questionnaire.id'], name=op.f('fk_questionnaire_version_questionnaire_id_questionnaire')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_questionnaire_version')),
    sa.UniqueConstraint('questionnaire_id', 'number', name=op.f('uq_questionnaire_version_questionnaire_id_number'))
    )
    with op.batch_alter_table('questionnaire_version', schema=None) as batch_op:
        batch_op.create_index('ix_questionnaire_version_state', ['state', 'published_at', 'id'], unique=False)
        batch_op.create_index('uq_questionnaire_at_work', ['questionnaire_id'], unique=True, sqlite_where=sa.text("state in ('draft', 'proposed')"), postgresql_where=sa.text("state in ('draft', 'proposed')"))
        batch_op.create_index('uq_questionnaire_in_use', ['questionnaire_id'], unique=True, sqlite_where=sa.text("state = 'published'"), postgresql_where=sa.text("state = 'published'"))

    op.create_table('questionnaire_question',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('heading', sa.String(length=200), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('explanation', sa.Text(), nullable=False),
    sa.Column('evidence', sa.Text(), nullable=False),
    sa.Column('example', sa.Text(), nullable=False),
    sa.Column('basis', sa.String(length=200), nullable=False),
    sa.Column('number', sa.String(length=200), nullable=False),
    sa.Column('clause', sa.String(length=200), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=True),
    sa.Column('is_draft', sa.Boolean(), nullable=False),
    sa.Column('checked_by', sa.String(length=200), nullable=False),
    sa.Column('checked_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['version_id'], ['questionnaire_version.id'], name=op.f('fk_questionnaire_question_version_id_questionnaire_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_questionnaire_question')),
    sa.UniqueConstraint('version_id', 'key', name=op.f('uq_questionnaire_question_version_id_key'))
    )
    with op.batch_alter_table('questionnaire_question', schema=None) as batch_op:
        batch_op.create_index('ix_question_order', ['version_id', 'position'], unique=False)

    op.create_table('self_check_round',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('slug', sa.String(length=40), nullable=True),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('topic', sa.String(length=200), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('version_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('asked', sa.JSON(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closing_note', sa.Text(), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("state in ('draft', 'proposed', 'dropped') or opened_at is not null", name=op.f('ck_self_check_round_opened_says_when')),
    sa.ForeignKeyConstraint(['version_id'], ['questionnaire_version.id'], name=op.f('fk_self_check_round_version_id_questionnaire_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_self_check_round')),
    sa.UniqueConstraint('slug', name=op.f('uq_self_check_round_slug'))
    )
    with op.batch_alter_table('self_check_round', schema=None) as batch_op:
        batch_op.create_index('ix_self_check_round_state', ['state', 'due_on'], unique=False)

    op.create_table('self_check',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('questionnaire_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('round_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('asked', sa.JSON(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('shared_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reminded_on', sa.Date(), nullable=True),
    sa.CheckConstraint("shared_at is null or state = 'finished'", name=op.f('ck_self_check_only_finished_is_shared')),
    sa.CheckConstraint("state != 'finished' or finished_at is not null", name=op.f('ck_self_check_finished_says_when')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_self_check_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['questionnaire_id'], ['questionnaire.id'], name=op.f('fk_self_check_questionnaire_id_questionnaire')),
    sa.ForeignKeyConstraint(['round_id'], ['self_check_round.id'], name=op.f('fk_self_check_round_id_self_check_round')),
    sa.ForeignKeyConstraint(['version_id'], ['questionnaire_version.id'], name=op.f('fk_self_check_version_id_questionnaire_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_self_check'))
    )
    with op.batch_alter_table('self_check', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_self_check_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_self_check_round_id'), ['round_id'], unique=False)
        batch_op.create_index('ix_self_check_shared', ['shared_at', 'id'], unique=False)
        batch_op.create_index('uq_self_check_in_round', ['organisation_id', 'round_id'], unique=True, sqlite_where=sa.text("state = 'open'"), postgresql_where=sa.text("state = 'open'"))
        batch_op.create_index('uq_self_check_open', ['organisation_id', 'questionnaire_id'], unique=True, sqlite_where=sa.text("state = 'open' and round_id is null"), postgresql_where=sa.text("state = 'open' and round_id is null"))

    op.create_table('self_check_part',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('round_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reminded_on', sa.Date(), nullable=True),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_self_check_part_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['round_id'], ['self_check_round.id'], name=op.f('fk_self_check_part_round_id_self_check_round')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_self_check_part')),
    sa.UniqueConstraint('round_id', 'organisation_id', name=op.f('uq_self_check_part_round_id_organisation_id'))
    )
    with op.batch_alter_table('self_check_part', schema=None) as batch_op:
        batch_op.create_index('ix_self_check_part_finished', ['round_id', 'finished_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_self_check_part_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('self_check_round_audience',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('round_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('what', sa.String(length=32), nullable=False),
    sa.Column('value', sa.String(length=32), nullable=False),
    sa.ForeignKeyConstraint(['round_id'], ['self_check_round.id'], name=op.f('fk_self_check_round_audience_round_id_self_check_round')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_self_check_round_audience')),
    sa.UniqueConstraint('round_id', 'what', 'value', name=op.f('uq_self_check_round_audience_round_id_what_value'))
    )
    op.create_table('self_check_answer',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('check_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('question_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('value', sa.String(length=32), nullable=False),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('owner', sa.Text(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('done_note', sa.Text(), nullable=True),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['check_id'], ['self_check.id'], name=op.f('fk_self_check_answer_check_id_self_check')),
    sa.ForeignKeyConstraint(['question_id'], ['questionnaire_question.id'], name=op.f('fk_self_check_answer_question_id_questionnaire_question')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_self_check_answer')),
    sa.UniqueConstraint('check_id', 'question_id', name=op.f('uq_self_check_answer_check_id_question_id'))
    )
    with op.batch_alter_table('self_check_answer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_self_check_answer_due_on'), ['due_on'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('self_check_answer', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_self_check_answer_due_on'))

    op.drop_table('self_check_answer')
    op.drop_table('self_check_round_audience')
    with op.batch_alter_table('self_check_part', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_self_check_part_organisation_id'))
        batch_op.drop_index('ix_self_check_part_finished')

    op.drop_table('self_check_part')
    with op.batch_alter_table('self_check', schema=None) as batch_op:
        batch_op.drop_index('uq_self_check_open', sqlite_where=sa.text("state = 'open' and round_id is null"), postgresql_where=sa.text("state = 'open' and round_id is null"))
        batch_op.drop_index('uq_self_check_in_round', sqlite_where=sa.text("state = 'open'"), postgresql_where=sa.text("state = 'open'"))
        batch_op.drop_index('ix_self_check_shared')
        batch_op.drop_index(batch_op.f('ix_self_check_round_id'))
        batch_op.drop_index(batch_op.f('ix_self_check_organisation_id'))

    op.drop_table('self_check')
    with op.batch_alter_table('self_check_round', schema=None) as batch_op:
        batch_op.drop_index('ix_self_check_round_state')

    op.drop_table('self_check_round')
    with op.batch_alter_table('questionnaire_question', schema=None) as batch_op:
        batch_op.drop_index('ix_question_order')

    op.drop_table('questionnaire_question')
    with op.batch_alter_table('questionnaire_version', schema=None) as batch_op:
        batch_op.drop_index('uq_questionnaire_in_use', sqlite_where=sa.text("state = 'published'"), postgresql_where=sa.text("state = 'published'"))
        batch_op.drop_index('uq_questionnaire_at_work', sqlite_where=sa.text("state in ('draft', 'proposed')"), postgresql_where=sa.text("state in ('draft', 'proposed')"))
        batch_op.drop_index('ix_questionnaire_version_state')

    op.drop_table('questionnaire_version')
    with op.batch_alter_table('questionnaire', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_questionnaire_kind'))

    op.drop_table('questionnaire')

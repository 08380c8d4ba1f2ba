"""Case articles: the text made from a case, the clauses it speaks of, places passed, corrections, requests."""

import sqlalchemy as sa
from alembic import op

revision = '0048'
down_revision = '0047'


def upgrade() -> None:
    op.create_table('case_article_spoken',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('key', sa.String(length=160), nullable=False),
    sa.Column('words', sa.String(length=200), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_article_spoken')),
    sa.UniqueConstraint('key', name=op.f('uq_case_article_spoken_key'))
    )
    op.create_table('case_article',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('lede', sa.Text(), nullable=False),
    sa.Column('happened', sa.Text(), nullable=False),
    sa.Column('said', sa.Text(), nullable=False),
    sa.Column('decided', sa.Text(), nullable=False),
    sa.Column('lesson', sa.Text(), nullable=False),
    sa.Column('questions', sa.Text(), nullable=False),
    sa.Column('questionnaire_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('statement', sa.Text(), nullable=False),
    sa.Column('put_right', sa.Text(), nullable=False),
    sa.Column('teacher_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('shows_teacher', sa.Boolean(), nullable=False),
    sa.Column('lesson_by', sa.Date(), nullable=True),
    sa.Column('taught_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('byline', sa.String(length=200), nullable=False),
    sa.Column('fault', sa.String(length=200), nullable=False),
    sa.Column('party', sa.String(length=32), nullable=True),
    sa.Column('measure', sa.String(length=64), nullable=False),
    sa.Column('outcome', sa.String(length=32), nullable=True),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('month', sa.Integer(), nullable=False),
    sa.Column('days', sa.Integer(), nullable=True),
    sa.Column('slug', sa.String(length=40), nullable=True),
    sa.Column('number', sa.String(length=200), nullable=False),
    sa.Column('text_hash', sa.String(length=64), nullable=True),
    sa.Column('due', sa.String(length=64), nullable=False),
    sa.Column('annulled_on', sa.Date(), nullable=True),
    sa.Column('annulled_because', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('publish_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_because', sa.String(), nullable=True),
    sa.CheckConstraint("state != 'annulled' or annulled_on is not null", name=op.f('ck_case_article_annulled_says_when')),
    sa.CheckConstraint("state != 'published' or published_at is not null", name=op.f('ck_case_article_issued_says_when')),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_article_case_id_case_file')),
    sa.ForeignKeyConstraint(['questionnaire_id'], ['questionnaire.id'], name=op.f('fk_case_article_questionnaire_id_questionnaire')),
    sa.ForeignKeyConstraint(['teacher_id'], ['account.id'], name=op.f('fk_case_article_teacher_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_article')),
    sa.UniqueConstraint('case_id', name=op.f('uq_case_article_case_id')),
    sa.UniqueConstraint('slug', name=op.f('uq_case_article_slug'))
    )
    with op.batch_alter_table('case_article', schema=None) as batch_op:
        batch_op.create_index('ix_case_article_facts', ['state', 'fault', 'party', 'measure', 'outcome', 'year'], unique=False)
        batch_op.create_index('ix_case_article_month', ['state', 'month', 'days'], unique=False)
        batch_op.create_index('ix_case_article_newest', ['state', 'published_at', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_case_article_teacher_id'), ['teacher_id'], unique=False)

    op.create_table('case_article_clause',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('article_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('clause_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['article_id'], ['case_article.id'], name=op.f('fk_case_article_clause_article_id_case_article')),
    sa.ForeignKeyConstraint(['clause_id'], ['case_article_spoken.id'], name=op.f('fk_case_article_clause_clause_id_case_article_spoken')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_article_clause')),
    sa.UniqueConstraint('article_id', 'clause_id', name=op.f('uq_case_article_clause_article_id_clause_id'))
    )
    with op.batch_alter_table('case_article_clause', schema=None) as batch_op:
        batch_op.create_index('ix_case_article_clause_of', ['clause_id', 'article_id'], unique=False)

    op.create_table('case_article_correction',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('article_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('field', sa.String(length=64), nullable=False),
    sa.Column('before', sa.Text(), nullable=False),
    sa.Column('after', sa.Text(), nullable=False),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['article_id'], ['case_article.id'], name=op.f('fk_case_article_correction_article_id_case_article')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_article_correction'))
    )
    with op.batch_alter_table('case_article_correction', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_article_correction_article_id'), ['article_id'], unique=False)

    op.create_table('case_article_pass',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('article_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('field', sa.String(length=64), nullable=False),
    sa.Column('mark', sa.String(length=64), nullable=False),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('passed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['article_id'], ['case_article.id'], name=op.f('fk_case_article_pass_article_id_case_article')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_article_pass')),
    sa.UniqueConstraint('article_id', 'field', 'mark', name=op.f('uq_case_article_pass_article_id_field_mark'))
    )
    op.create_table('case_article_request',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('article_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('who', sa.Text(), nullable=False),
    sa.Column('email', sa.Text(), nullable=False),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('forgotten', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_case_article_request_account_id_account')),
    sa.ForeignKeyConstraint(['article_id'], ['case_article.id'], name=op.f('fk_case_article_request_article_id_case_article')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_article_request'))
    )
    with op.batch_alter_table('case_article_request', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_article_request_article_id'), ['article_id'], unique=False)
        batch_op.create_index('ix_case_article_request_due', ['state', 'due_on'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('case_article_request', schema=None) as batch_op:
        batch_op.drop_index('ix_case_article_request_due')
        batch_op.drop_index(batch_op.f('ix_case_article_request_article_id'))

    op.drop_table('case_article_request')
    op.drop_table('case_article_pass')
    with op.batch_alter_table('case_article_correction', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_case_article_correction_article_id'))

    op.drop_table('case_article_correction')
    with op.batch_alter_table('case_article_clause', schema=None) as batch_op:
        batch_op.drop_index('ix_case_article_clause_of')

    op.drop_table('case_article_clause')
    with op.batch_alter_table('case_article', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_case_article_teacher_id'))
        batch_op.drop_index('ix_case_article_newest')
        batch_op.drop_index('ix_case_article_month')
        batch_op.drop_index('ix_case_article_facts')

    op.drop_table('case_article')
    op.drop_table('case_article_spoken')

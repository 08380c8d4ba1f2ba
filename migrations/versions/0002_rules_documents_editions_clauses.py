"""rules: documents, editions, clauses"""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'


def upgrade() -> None:
    op.create_table('document',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('slug', sa.String(length=120), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('title_key', sa.String(length=200), nullable=False),
    sa.Column('issuer', sa.Text(), nullable=False),
    sa.Column('source_url', sa.Text(), nullable=False),
    sa.Column('is_summary', sa.Boolean(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('word', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_document')),
    sa.UniqueConstraint('slug', name=op.f('uq_document_slug'))
    )
    with op.batch_alter_table('document', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_document_title_key'), ['title_key'], unique=False)

    op.create_table('edition',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('document_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('slug', sa.String(length=40), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('number', sa.String(length=200), nullable=False),
    sa.Column('adopted_on', sa.Date(), nullable=True),
    sa.Column('promulgated_on', sa.Date(), nullable=True),
    sa.Column('issued_on', sa.Date(), nullable=True),
    sa.Column('effective_on', sa.Date(), nullable=True),
    sa.Column('first_effective_on', sa.Date(), nullable=True),
    sa.Column('ceased_on', sa.Date(), nullable=True),
    sa.Column('repealed', sa.Boolean(), nullable=False),
    sa.Column('checked_by', sa.String(length=200), nullable=False),
    sa.Column('checked_on', sa.Date(), nullable=True),
    sa.Column('checked_source', sa.Text(), nullable=False),
    sa.Column('binds', sa.JSON(), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('withdrawn_because', sa.String(), nullable=True),
    sa.Column('file_name', sa.String(length=200), nullable=False),
    sa.Column('text_hash', sa.String(length=64), nullable=False),
    sa.Column('read', sa.JSON(), nullable=False),
    sa.Column('leaves', sa.JSON(), nullable=False),
    sa.Column('outline', sa.JSON(), nullable=False),
    sa.Column('warnings', sa.JSON(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('ceased_on is null or effective_on is null or ceased_on >= effective_on', name=op.f('ck_edition_ceases_after_it_begins')),
    sa.ForeignKeyConstraint(['document_id'], ['document.id'], name=op.f('fk_edition_document_id_document')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_edition')),
    sa.UniqueConstraint('document_id', 'slug', name=op.f('uq_edition_document_id_slug'))
    )
    with op.batch_alter_table('edition', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_edition_document_id'), ['document_id'], unique=False)
        batch_op.create_index('uq_edition_text', ['document_id', 'text_hash'], unique=True, sqlite_where=sa.text("state != 'dropped'"), postgresql_where=sa.text("state != 'dropped'"))

    op.create_table('provision',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('document_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['document.id'], name=op.f('fk_provision_document_id_document')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_provision'))
    )
    with op.batch_alter_table('provision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_provision_document_id'), ['document_id'], unique=False)

    op.create_table('citation',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('subject_kind', sa.String(length=64), nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('url', sa.String(length=300), nullable=False),
    sa.Column('outcome', sa.String(length=200), nullable=False),
    sa.Column('audience', sa.String(length=200), nullable=False),
    sa.Column('edition_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('provision_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('path', sa.String(length=64), nullable=False),
    sa.Column('quoted', sa.Text(), nullable=False),
    sa.Column('cited_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['edition_id'], ['edition.id'], name=op.f('fk_citation_edition_id_edition')),
    sa.ForeignKeyConstraint(['provision_id'], ['provision.id'], name=op.f('fk_citation_provision_id_provision')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_citation')),
    sa.UniqueConstraint('subject_kind', 'subject_id', 'edition_id', 'path', name=op.f('uq_citation_subject_kind_subject_id_edition_id_path'))
    )
    with op.batch_alter_table('citation', schema=None) as batch_op:
        batch_op.create_index('ix_citation_edition', ['edition_id', 'path'], unique=False)
        batch_op.create_index('ix_citation_provision', ['provision_id', 'audience'], unique=False)

    op.create_table('clause',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('edition_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('provision_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('path', sa.String(length=64), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('mark', sa.String(length=200), nullable=False),
    sa.Column('heading', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['edition_id'], ['edition.id'], name=op.f('fk_clause_edition_id_edition')),
    sa.ForeignKeyConstraint(['provision_id'], ['provision.id'], name=op.f('fk_clause_provision_id_provision')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_clause')),
    sa.UniqueConstraint('edition_id', 'path', name=op.f('uq_clause_edition_id_path'))
    )
    with op.batch_alter_table('clause', schema=None) as batch_op:
        batch_op.create_index('ix_clause_place', ['edition_id', 'place'], unique=False)
        batch_op.create_index(batch_op.f('ix_clause_provision_id'), ['provision_id'], unique=False)

    op.create_table('clause_mapping',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('old_edition_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('new_edition_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('fate', sa.String(length=32), nullable=False),
    sa.Column('old', sa.JSON(), nullable=False),
    sa.Column('new', sa.JSON(), nullable=False),
    sa.Column('score', sa.Double(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['new_edition_id'], ['edition.id'], name=op.f('fk_clause_mapping_new_edition_id_edition')),
    sa.ForeignKeyConstraint(['old_edition_id'], ['edition.id'], name=op.f('fk_clause_mapping_old_edition_id_edition')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_clause_mapping'))
    )
    with op.batch_alter_table('clause_mapping', schema=None) as batch_op:
        batch_op.create_index('ix_clause_mapping_new', ['new_edition_id', 'place'], unique=False)
        batch_op.create_index(batch_op.f('ix_clause_mapping_old_edition_id'), ['old_edition_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('clause_mapping', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_clause_mapping_old_edition_id'))
        batch_op.drop_index('ix_clause_mapping_new')

    op.drop_table('clause_mapping')
    with op.batch_alter_table('clause', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_clause_provision_id'))
        batch_op.drop_index('ix_clause_place')

    op.drop_table('clause')
    with op.batch_alter_table('citation', schema=None) as batch_op:
        batch_op.drop_index('ix_citation_provision')
        batch_op.drop_index('ix_citation_edition')

    op.drop_table('citation')
    with op.batch_alter_table('provision', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_provision_document_id'))

    op.drop_table('provision')
    with op.batch_alter_table('edition', schema=None) as batch_op:
        batch_op.drop_index('uq_edition_text', sqlite_where=sa.text("state != 'dropped'"), postgresql_where=sa.text("state != 'dropped'"))
        batch_op.drop_index(batch_op.f('ix_edition_document_id'))

    op.drop_table('edition')
    with op.batch_alter_table('document', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_document_title_key'))

    op.drop_table('document')

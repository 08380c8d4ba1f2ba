"""footage"""

import sqlalchemy as sa
from alembic import op

revision = '0035'
down_revision = '0034'


def upgrade() -> None:
    op.create_table('upload',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('token', sa.String(length=64), nullable=False),
    sa.Column('subject_kind', sa.String(length=64), nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('purpose', sa.JSON(), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('length', sa.BigInteger(), nullable=False),
    sa.Column('received', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('fault', sa.Text(), nullable=False),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('touched_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('received >= 0 and received <= length', name=op.f('ck_upload_received_in_length')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_upload')),
    sa.UniqueConstraint('token', name=op.f('uq_upload_token'))
    )
    with op.batch_alter_table('upload', schema=None) as batch_op:
        batch_op.create_index('ix_upload_subject', ['subject_kind', 'subject_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_upload_touched_at'), ['touched_at'], unique=False)

    op.create_table('upload_piece',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('upload_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('place', sa.BigInteger(), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['sha256'], ['stored_file.sha256'], name=op.f('fk_upload_piece_sha256_stored_file')),
    sa.ForeignKeyConstraint(['upload_id'], ['upload.id'], name=op.f('fk_upload_piece_upload_id_upload')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_upload_piece')),
    sa.UniqueConstraint('upload_id', 'place', name=op.f('uq_upload_piece_upload_id_place'))
    )
    with op.batch_alter_table('upload_piece', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_upload_piece_sha256'), ['sha256'], unique=False)

    op.create_table('work_version',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('work_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('note', sa.String(length=200), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['work_id'], ['work.id'], name=op.f('fk_work_version_work_id_work')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_work_version')),
    sa.UniqueConstraint('work_id', 'number', name=op.f('uq_work_version_work_id_number'))
    )
    op.create_table('work_file',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('episode', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('file_type', sa.String(length=32), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('reading', sa.String(length=32), nullable=False),
    sa.Column('pages', sa.Integer(), nullable=True),
    sa.Column('fault', sa.Text(), nullable=False),
    sa.Column('uploaded_by', sa.Integer(), nullable=True),
    sa.Column('uploaded_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['sha256'], ['stored_file.sha256'], name=op.f('fk_work_file_sha256_stored_file')),
    sa.ForeignKeyConstraint(['version_id'], ['work_version.id'], name=op.f('fk_work_file_version_id_work_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_work_file'))
    )
    with op.batch_alter_table('work_file', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_work_file_sha256'), ['sha256'], unique=False)
        batch_op.create_index(batch_op.f('ix_work_file_version_id'), ['version_id'], unique=False)

    op.create_table('script_page',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('file_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('picture', sa.String(length=64), nullable=True),
    sa.ForeignKeyConstraint(['file_id'], ['work_file.id'], name=op.f('fk_script_page_file_id_work_file')),
    sa.ForeignKeyConstraint(['picture'], ['stored_file.sha256'], name=op.f('fk_script_page_picture_stored_file')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_script_page')),
    sa.UniqueConstraint('file_id', 'number', name=op.f('uq_script_page_file_id_number'))
    )
    with op.batch_alter_table('script_page', schema=None) as batch_op:
        batch_op.create_index('ix_script_page_file', ['file_id', 'number'], unique=False)
        batch_op.create_index(batch_op.f('ix_script_page_picture'), ['picture'], unique=False)

    op.create_table('viewing',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('file_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('stretches', sa.JSON(), nullable=False),
    sa.Column('length', sa.Integer(), nullable=True),
    sa.Column('pages', sa.JSON(), nullable=False),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_viewing_account_id_account')),
    sa.ForeignKeyConstraint(['file_id'], ['work_file.id'], name=op.f('fk_viewing_file_id_work_file')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_viewing'))
    )
    with op.batch_alter_table('viewing', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_viewing_account_id'), ['account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_viewing_file_id'), ['file_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('viewing', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_viewing_file_id'))
        batch_op.drop_index(batch_op.f('ix_viewing_account_id'))

    op.drop_table('viewing')
    with op.batch_alter_table('script_page', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_script_page_picture'))
        batch_op.drop_index('ix_script_page_file')

    op.drop_table('script_page')
    with op.batch_alter_table('work_file', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_work_file_version_id'))
        batch_op.drop_index(batch_op.f('ix_work_file_sha256'))

    op.drop_table('work_file')
    op.drop_table('work_version')
    with op.batch_alter_table('upload_piece', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_upload_piece_sha256'))

    op.drop_table('upload_piece')
    with op.batch_alter_table('upload', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_upload_touched_at'))
        batch_op.drop_index('ix_upload_subject')

    op.drop_table('upload')

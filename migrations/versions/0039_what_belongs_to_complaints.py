"""what belongs to complaints"""

import sqlalchemy as sa
from alembic import op

revision = '0039'
down_revision = '0038'


def upgrade() -> None:
    op.create_table('complaint_evidence',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('complaint_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('is_ours', sa.Boolean(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('file_type', sa.String(length=32), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('stored_sha256', sa.String(length=64), nullable=False),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['complaint_id'], ['complaint.id'], name=op.f('fk_complaint_evidence_complaint_id_complaint')),
    sa.ForeignKeyConstraint(['stored_sha256'], ['stored_file.sha256'], name=op.f('fk_complaint_evidence_stored_sha256_stored_file')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_complaint_evidence'))
    )
    with op.batch_alter_table('complaint_evidence', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_complaint_evidence_complaint_id'), ['complaint_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_complaint_evidence_stored_sha256'), ['stored_sha256'], unique=False)

    op.create_table('complaint_transfer',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('complaint_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('number', sa.String(length=200), nullable=True),
    sa.Column('authority', sa.String(length=200), nullable=False),
    sa.Column('basis', sa.String(length=200), nullable=False),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('contents', sa.JSON(), nullable=False),
    sa.Column('prepared_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('way', sa.String(length=200), nullable=True),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('receipt_number', sa.String(length=200), nullable=True),
    sa.Column('receipt_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['complaint_id'], ['complaint.id'], name=op.f('fk_complaint_transfer_complaint_id_complaint')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_complaint_transfer'))
    )
    with op.batch_alter_table('complaint_transfer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_complaint_transfer_complaint_id'), ['complaint_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_complaint_transfer_due_on'), ['due_on'], unique=False)

    op.create_table('complaint_evidence_copy',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('evidence_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=True),
    sa.Column('size', sa.Integer(), nullable=True),
    sa.Column('stored_sha256', sa.String(length=64), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['evidence_id'], ['complaint_evidence.id'], name=op.f('fk_complaint_evidence_copy_evidence_id_complaint_evidence')),
    sa.ForeignKeyConstraint(['stored_sha256'], ['stored_file.sha256'], name=op.f('fk_complaint_evidence_copy_stored_sha256_stored_file')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_complaint_evidence_copy')),
    sa.UniqueConstraint('evidence_id', name=op.f('uq_complaint_evidence_copy_evidence_id'))
    )
    with op.batch_alter_table('complaint_evidence_copy', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_complaint_evidence_copy_stored_sha256'), ['stored_sha256'], unique=False)

    with op.batch_alter_table('complaint', schema=None) as batch_op:
        batch_op.add_column(sa.Column('work', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('published_by', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('link', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('email', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('language', sa.String(length=8), nullable=False, server_default='zh'))
        batch_op.add_column(sa.Column('authority', sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column('authority_number', sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column('leading_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
        batch_op.add_column(sa.Column('case_number', sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column('case_address', sa.String(length=200), nullable=True))
        batch_op.create_index(batch_op.f('ix_complaint_leading_id'), ['leading_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_complaint_leading_id_complaint'), 'complaint', ['leading_id'], ['id'])

    with op.batch_alter_table('complaint', schema=None) as batch_op:
        batch_op.alter_column('language', server_default=None)

    with op.batch_alter_table('letter', schema=None) as batch_op:
        batch_op.add_column(sa.Column('sealed_address', sa.Text(), nullable=True))



def downgrade() -> None:
    with op.batch_alter_table('letter', schema=None) as batch_op:
        batch_op.drop_column('sealed_address')

    with op.batch_alter_table('complaint', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_complaint_leading_id_complaint'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_complaint_leading_id'))
        batch_op.drop_column('case_address')
        batch_op.drop_column('case_number')
        batch_op.drop_column('leading_id')
        batch_op.drop_column('authority_number')
        batch_op.drop_column('authority')
        batch_op.drop_column('language')
        batch_op.drop_column('email')
        batch_op.drop_column('link')
        batch_op.drop_column('published_by')
        batch_op.drop_column('work')

    with op.batch_alter_table('complaint_evidence_copy', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_complaint_evidence_copy_stored_sha256'))

    op.drop_table('complaint_evidence_copy')
    with op.batch_alter_table('complaint_transfer', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_complaint_transfer_due_on'))
        batch_op.drop_index(batch_op.f('ix_complaint_transfer_complaint_id'))

    op.drop_table('complaint_transfer')
    with op.batch_alter_table('complaint_evidence', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_complaint_evidence_stored_sha256'))
        batch_op.drop_index(batch_op.f('ix_complaint_evidence_complaint_id'))

    op.drop_table('complaint_evidence')

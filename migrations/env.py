"""Runs migrations with the site's own database and metadata, on SQLite (in batches) and PostgreSQL."""

from alembic import context
from flask import current_app
from sqlalchemy.types import TypeDecorator

from association.kernel.writing import meaning_to_write

config = context.config
extension = current_app.extensions["migrate"]
engine = extension.db.engine
metadata = extension.db.metadata


def plain_type(kind: str, obj: object, _context: object) -> str | bool:
    """Write our column types as what they are in the database, so that an old migration needs none of today's code."""
    if kind == "type" and isinstance(obj, TypeDecorator):
        return f"sa.{obj.impl_instance!r}"
    return False


def run() -> None:
    with engine.connect() as connection:
        context.configure(
            connection=connection, target_metadata=metadata, render_item=plain_type,
            transaction_per_migration=True, **extension.configure_args,
        )  # fmt: skip
        with meaning_to_write(), context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    raise SystemExit("migrations run against a database, not into a file")
run()

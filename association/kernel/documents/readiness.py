"""What /readyz asks about documents."""

from flask import current_app

from association.kernel import health
from association.kernel.documents.models import waiting
from association.kernel.documents.parts import missing_parts


@health.part("documents")
def documents() -> str:
    """Nothing missing on the machine; in demo mode also: every promised PDF is made."""
    lines = missing_parts()
    if current_app.extensions["settings"].mode == "demo" and (left := waiting()):
        lines.append(f"{left} documents to print")
    return " ".join(lines)

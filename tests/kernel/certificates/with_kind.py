"""The site with the invented kind, for a worker of its own."""

from app import create_app
from tests.kernel.certificates import kinds

__all__ = ["create_app", "kinds"]

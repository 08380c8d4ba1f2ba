"""What the association tells the industry: notices now, warnings and cases in their parts."""

from flask import Flask

from bulletins import notices


def init_app(app: Flask) -> None:
    """Register the package's features."""
    notices.init_app(app)

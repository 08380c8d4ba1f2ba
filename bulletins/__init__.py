"""What the association tells the industry: notices and warnings."""

from flask import Flask

from bulletins import notices, warnings


def init_app(app: Flask) -> None:
    """Register the package's features."""
    for feature in (notices, warnings):
        feature.init_app(app)

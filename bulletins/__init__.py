"""What the association tells the industry: notices, warnings, and the page of feeds."""

from flask import Flask

from bulletins import feeds, notices, warnings


def init_app(app: Flask) -> None:
    """Register the package's features."""
    for feature in (notices, warnings, feeds):
        feature.init_app(app)

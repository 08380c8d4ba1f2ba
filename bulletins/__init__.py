"""What the association tells the industry: notices, appeals, warnings, and the page of feeds."""

from flask import Flask

from bulletins import appeals, feeds, notices, warnings


def init_app(app: Flask) -> None:
    """Register the package's features."""
    for feature in (notices, appeals, warnings, feeds):
        feature.init_app(app)

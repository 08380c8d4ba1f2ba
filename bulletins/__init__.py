"""What the association tells the industry: notices, appeals, commendations, warnings, complaints, case files and the articles made from them, and the page of feeds."""

from flask import Flask

from bulletins import appeals, articles, cases, commendations, complaints, feeds, notices, warnings


def init_app(app: Flask) -> None:
    """Register the package's features."""
    for feature in (notices, appeals, commendations, warnings, complaints, cases, articles, feeds):
        feature.init_app(app)

"""What the association tells the industry: notices, appeals, commendations, warnings, complaints, case files and the articles made from them, figures of the industry, and the page of feeds."""

from flask import Flask

from bulletins import appeals, articles, cases, commendations, complaints, feeds, figures, notices, warnings


def init_app(app: Flask) -> None:
    """Register the package's features."""
    for feature in (notices, appeals, commendations, warnings, complaints, cases, articles, figures, feeds):
        feature.init_app(app)

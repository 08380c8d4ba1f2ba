"""The MCN agencies: their register and their rosters, and what they are asked in a self-check; model clauses a check of their contracts; young talent."""

from pathlib import Path

from flask import Flask

from association.selfcheck import offered
from mcn import agencies, contracts, incubation, roster

TEXTS = Path(__file__).parent / "texts"


def init_app(app: Flask) -> None:
    """Register the package's features."""
    offered.offer(TEXTS / "selfcheck.toml")
    for feature in (agencies, roster, contracts, incubation):
        feature.init_app(app)

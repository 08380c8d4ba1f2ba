"""The MCN agencies: their register and their rosters."""

from flask import Flask

from mcn import agencies


def init_app(app: Flask) -> None:
    """Register the package's features."""
    for feature in (agencies,):
        feature.init_app(app)

"""The MCN agencies: register, guidance, incubation. Its features arrive with part 5; the room stands so that the arrows are plain."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Register the package's features."""

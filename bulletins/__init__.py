"""What the association tells the industry. Its features arrive with part 3; the room stands so that the arrows are plain."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Register the package's features."""

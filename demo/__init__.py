"""The demo association: invented, harmless, and told through the real actions."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Register `flask demo`."""

"""The demo association: invented, harmless, and told through the real actions."""

from flask import Flask

from demo.commands import demo


def init_app(app: Flask) -> None:
    app.cli.add_command(demo)

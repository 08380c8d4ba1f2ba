"""The demo association: invented, harmless, and told through the real actions."""

from flask import Flask

from demo.commands import demo, load_once


def init_app(app: Flask) -> None:
    app.cli.add_command(demo)
    # `flask site prepare` gives a site in demo mode its history on the first start.
    app.extensions["first_content"] = load_once

"""Pages that look across the whole house. They compose what features offer; nobody imports them."""

from flask import Flask

from front import home


def init_app(app: Flask) -> None:
    app.register_blueprint(home.bp)

"""Pages that look across the whole house. They compose what features offer; nobody imports them."""

from flask import Flask

from front import desk, home, record, search


def init_app(app: Flask) -> None:
    for blueprint in (home.bp, record.bp, desk.bp, desk.my, desk.review, search.bp):
        app.register_blueprint(blueprint)

"""The page that says which feeds there are; each list makes its own (kernel.feeds)."""

from flask import Flask

from bulletins.feeds import views


def init_app(app: Flask) -> None:
    app.register_blueprint(views.bp)

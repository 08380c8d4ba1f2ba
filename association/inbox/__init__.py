"""Letters on the site: every letter sent to an account is here too, read or not, sent or not."""

from flask import Flask

from association.inbox import views


def init_app(app: Flask) -> None:
    app.register_blueprint(views.bp)

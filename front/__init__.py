"""Pages that look across the whole house. They compose what features offer; nobody imports them."""

from flask import Flask

from association.kernel.settings import Settings
from front import components, desk, home, navigation, record, search, verify


def init_app(app: Flask) -> None:
    for blueprint in (home.bp, record.bp, desk.bp, desk.my, desk.review, search.bp, verify.bp):
        app.register_blueprint(blueprint)
    navigation.init_app()
    settings: Settings = app.extensions["settings"]
    if settings.development:
        app.register_blueprint(components.bp)

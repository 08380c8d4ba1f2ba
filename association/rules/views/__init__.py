"""Pages of rules: reading for everybody, keeping for staff."""

from flask import Flask

from association.kernel.rendering import add_to_navigation
from association.kernel.words import _l
from association.rules.views import keeping, mapping, reading, references


def init_app(app: Flask) -> None:
    for blueprint in (reading.bp, references.bp, keeping.bp, mapping.bp):
        app.register_blueprint(blueprint)
    add_to_navigation(_l("规范"), "rules.index")

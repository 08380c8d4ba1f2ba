"""Following: whoever wants to hear of a kind of things, a topic, a text, a clause or an organisation's public facts says so once, and is
written to at once or in a digest made of the same rows. An organisation's follows outlive its staff.

models the tables · telling what followers hear, declared by each feature as a table · happenings those of the features below · targets
what can be followed · spreading the worker's part · links stopping by one click · queries · policy · actions · letters · forgetting · forms,
views pages.
"""

from flask import Flask

from association.following import forgetting, happenings, settings, spreading, telling, views
from association.following.telling import Telling, forget_earlier, happened, kind, tells

# Imported for its work and its settings.
_PRESENT = (settings, spreading)

__all__ = ["Telling", "forget_earlier", "happened", "init_app", "kind", "tells"]


def init_app(app: Flask) -> None:
    telling.listen()
    forgetting.init_app()
    happenings.init_app()
    app.register_blueprint(views.own)
    app.register_blueprint(views.stopping)

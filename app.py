"""The site. `create_app` puts the house together; read it from top to bottom and you have seen every room once."""

from flask import Flask
from flask_bootstrap import Bootstrap5

import association
import bulletins
import demo
import front
import mcn
from association import kernel
from association.kernel import web
from association.kernel.settings import ROOT, Settings


def create_app(settings: Settings | None = None) -> Flask:
    """Build the site for these settings (the environment's, if none are given)."""
    settings = settings or Settings.from_environ()
    app = Flask("yuezhang", root_path=str(ROOT), instance_path=str(settings.data))
    Bootstrap5(app)
    kernel.init_app(app, settings)
    association.init_app(app)
    bulletins.init_app(app)
    mcn.init_app(app)
    front.init_app(app)
    demo.init_app(app)
    web.guard_every_view(app)
    return app

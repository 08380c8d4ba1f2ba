"""The kernel: what would make sense, word for word, in the site of a quite different association.

It knows no feature and imports none. Features hand it what it needs: permissions (policy), lives (workflow),
handlers of work (jobs), definitions of settings (dated), the loader of the actor (web).
"""

from flask import Flask
from flask_migrate import Migrate

from association.kernel import (
    attachments,
    backup,
    certificates,
    commands,
    db,
    docs_printing,
    documents,
    error_pages,
    faces,
    health,
    journal,
    log,
    mail,
    pagecache,
    preferences,
    rendering,
    routing,
    search,
    security,
    uploads,
    worker,
    working_days,
)
from association.kernel.settings import ROOT, Settings

# Imported for their tables, settings and kinds of work; they have nothing to register with the app.
_PRESENT = (documents, mail, working_days)


def init_app(app: Flask, settings: Settings) -> None:
    journal.init(settings)
    app.extensions["settings"] = settings
    app.config["TESTING"] = settings.testing
    security.init_app(app, settings)
    routing.init_app(app)
    db.init_app(app, url=settings.database_url)
    Migrate(app, db.db, directory=str(ROOT / "migrations"), render_as_batch=True, compare_type=True)
    rendering.init_app(app)
    pagecache.init_app(app, settings)
    certificates.init_app(app)
    error_pages.init_app(app)
    app.register_blueprint(preferences.bp)
    app.register_blueprint(attachments.bp)
    app.register_blueprint(uploads.bp)
    for group in (faces.commands, *docs_printing.commands):
        app.cli.add_command(group)
    for part in (worker, health, log, commands, backup):
        part.init_app(app)
    search.init_app(app, settings)

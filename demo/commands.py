"""`flask demo`."""

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import func, select

from association.accounts.models import Account
from association.kernel.db import session
from demo import story

demo = AppGroup("demo", help="The demo association.")


@demo.command("load")
def load() -> None:
    """Tell the demo's history into an empty site; a second time does nothing."""
    if current_app.extensions["settings"].mode != "demo":
        raise click.ClickException("The demo belongs into a site in demo mode (YUEZHANG_MODE=demo) only.")
    if session.scalar(select(func.count()).select_from(Account)):
        session.rollback()
        click.echo("demo: already there")
        return
    session.rollback()
    story.tell()
    click.echo("demo: loaded")

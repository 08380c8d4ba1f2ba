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
    click.echo("demo: loaded" if load_once() else "demo: already there")


def load_once() -> bool:
    """Tell the story into a site that nobody has used yet; returns whether it did."""
    used = session.scalar(select(func.count()).select_from(Account))
    session.rollback()
    if used:
        return False
    story.tell()
    return True

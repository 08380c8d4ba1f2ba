"""`flask demo`."""

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import func, select

from association.accounts.models import Account
from association.kernel import health
from association.kernel.db import session
from association.kernel.regular import beat, beat_of
from association.kernel.transactions import writing
from demo import story

TOLD = "demo.told"

demo = AppGroup("demo", help="The demo association.")


@demo.command("load")
def load() -> None:
    """Tell the demo's history into an empty site; a second time does nothing."""
    if current_app.extensions["settings"].mode != "demo":
        raise click.ClickException("The demo belongs into a site in demo mode (YUEZHANG_MODE=demo) only.")
    click.echo("demo: loaded" if load_once() else "demo: already there")


def load_once() -> bool:
    """Tell the story into a site that nobody has used yet; returns whether it did."""
    used, told = session.scalar(select(func.count()).select_from(Account)), beat_of(TOLD)
    session.rollback()
    if used:
        if told is None:
            click.echo("demo: its telling was interrupted; start again with an empty data folder", err=True)
        return False
    story.tell()
    with writing():
        beat(TOLD)
    return True


@health.part("demo")
def _is_told() -> str:
    if current_app.extensions["settings"].mode != "demo":
        return ""
    return "" if beat_of(TOLD) is not None else "its history is not told to the end"

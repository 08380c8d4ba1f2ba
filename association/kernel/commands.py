"""The command of the house itself: `flask site prepare`."""

import click
from flask import Flask, current_app
from flask.cli import AppGroup
from flask_migrate import upgrade

from association.kernel import dated, documents, planting
from association.kernel.search import syncing
from association.kernel.transactions import writing

site = AppGroup("site", help="The site on this machine.")


@site.command("prepare")
def prepare() -> None:
    """Migrate the database and plant the first row of every dated setting and what features begin with; quick when there is nothing to do."""
    upgrade()
    with writing():
        planted = dated.plant()
    for line in documents.missing_parts():
        click.echo(line, err=True)
    if planted:
        click.echo(f"settings: {planted} planted")
    # A restored database comes without its index.
    if mended := syncing.mend():
        click.echo(f"index: {mended} mended")
    loader = current_app.extensions.get("first_content")
    if loader is not None and current_app.extensions["settings"].mode == "demo":
        loader()
    # After the demo, which plants at a day of its own past.
    with writing():
        begun = planting.all_of_it()
    if begun:
        click.echo(f"texts: {begun} planted")


def init_app(app: Flask) -> None:
    app.cli.add_command(site)

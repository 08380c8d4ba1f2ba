"""Commands of the house itself: `flask site prepare`, `flask log verify`."""

import sys

import click
from flask import Flask, current_app
from flask.cli import AppGroup
from flask_migrate import upgrade

from association.kernel import audit, chain, dated, documents, planting
from association.kernel.search import syncing
from association.kernel.transactions import writing

site = AppGroup("site", help="The site on this machine.")
log = AppGroup("log", help="The public log and the audit trail.")


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


@log.command("verify")
def verify() -> None:
    """Check both chains; name the first entry that is not as it was sealed."""
    broken = False
    for name, kind in (("public log", audit.LogEntry), ("audit trail", audit.AuditEntry)):
        fault = chain.first_fault(kind)
        if fault is None:
            number, head = chain.head(kind)
            click.echo(f"{name}: {number} entries, whole, head {head[:16]}")
        else:
            broken = True
            click.echo(f"{name}: entry {fault[0]}: {fault[1]}")
    if broken:
        sys.exit(1)


def init_app(app: Flask) -> None:
    app.cli.add_command(site)
    app.cli.add_command(log)

"""`flask log verify`, `flask log key`."""

import sys

import click
from flask.cli import AppGroup

from association.kernel import audit, chain
from association.kernel.log import key, reading
from association.kernel.log.checking import first_fault

log = AppGroup("log", help="The public log and the audit trail.")


@log.command("verify")
def verify() -> None:
    """Check both chains, the tree and every checkpoint; name the first entry that is not as it was sealed and signed."""
    number, head = chain.head(audit.LogEntry)
    fault = first_fault()
    click.echo(f"public log: {fault}" if fault else f"public log: {number} entries, whole, head {head[:16]}")
    broken = chain.first_fault(audit.AuditEntry)
    number, head = chain.head(audit.AuditEntry)
    click.echo(
        f"audit trail: entry {broken[0]}: {broken[1]}"
        if broken
        else f"audit trail: {number} entries, whole, head {head[:16]}"
    )
    if (newest := reading.newest()) is not None and not fault:
        click.echo(
            f"checkpoint: {newest.size} entries, root {newest.root[:16]}, signed by {newest.key.split('+')[1]}"
        )
    if fault or broken:
        sys.exit(1)


@log.command("key")
def show_key() -> None:
    """The verifier key others check our checkpoints with; made on the spot where there is none."""
    key.make_if_missing()
    click.echo(str(key.signing().verifier))

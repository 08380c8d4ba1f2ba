"""`flask rules import FILE…`."""

import sys
from pathlib import Path

import click
from flask.cli import AppGroup

from association.kernel.policy import SYSTEM
from association.kernel.transactions import writing
from association.kernel.words import spoken_in
from association.rules import actions
from association.rules.models import EditionState
from association.rules.reading.errors import UnreadableFile
from association.rules.reading.reader import read_document
from association.rules.reading.summary import summary_line

rules = AppGroup("rules", help="Texts of laws, rules and standards.")


@rules.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Read and report; change nothing.")
def import_(files: tuple[Path, ...], *, dry_run: bool) -> None:
    """Read regulations or standards (.md, .txt, .docx) into documents with their provisions.

    Standard output carries one line of JSON for each file that was read; a file that cannot be read is named on standard error, the
    others are read all the same, and the exit status is 1.
    """
    failed = False
    with spoken_in("zh"):
        for path in files:
            try:
                read = read_document(path.name, path.read_bytes())
            except (UnreadableFile, OSError) as error:
                failed = True
                click.echo(f"{path}: {getattr(error, 'sentence', error)}", err=True)
                continue
            if not dry_run:
                with writing():
                    actions.read_in(read, file_name=path.name, actor=SYSTEM, state=EditionState.PUBLISHED)
            click.echo(summary_line(read, file=str(path)))
    if failed:
        sys.exit(1)

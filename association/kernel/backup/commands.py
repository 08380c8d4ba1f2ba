"""`flask backup create FILE` and `flask backup restore FILE`."""

import sys
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from association.kernel.backup import archive, databases, keys
from association.kernel.settings import Settings

backup = AppGroup("backup", help="One archive of database and files, keys beside it.")
SHORTEST = 12
"""Characters of a passphrase."""

FILE = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
FROM_STDIN = click.option(
    "--passphrase-stdin", is_flag=True, help="Read the keys' passphrase from standard input."
)


@backup.command("create")
@FILE
@FROM_STDIN
def create(file: Path, *, passphrase_stdin: bool) -> None:
    """Write FILE (database and files) and FILE.keys (the keys, under a passphrase); the site may go on meanwhile."""
    beside = _beside(file)
    for path in (file, beside):
        if path.exists():
            raise click.ClickException(f"{path} exists already.")
    passphrase = _passphrase(from_stdin=passphrase_stdin, new=True)
    try:
        about, missing = archive.write(file, _settings())
    except databases.Failed as failure:
        raise click.ClickException(str(failure)) from None
    keys.write(beside, keys.shut(keys.of(_settings()), passphrase))
    click.echo(f"{file}: database and {about['files']} files")
    click.echo(f"{beside}: keys; keep them apart from the archive")
    _echo_heads(about)
    for sha256 in missing:
        click.echo(f"missing from the store: {sha256}", err=True)
    if missing:
        sys.exit(1)


@backup.command("restore")
@FILE
@FROM_STDIN
def restore(file: Path, *, passphrase_stdin: bool) -> None:
    """Put FILE and FILE.keys into an empty place; `flask site prepare` then makes index and faces anew."""
    beside = _beside(file)
    for path in (file, beside):
        if not path.exists():
            raise click.ClickException(f"There is no {path}.")
    if not databases.is_empty():
        raise click.ClickException(
            "This database is not empty. A backup is restored into an empty place only."
        )
    passphrase = _passphrase(from_stdin=passphrase_stdin, new=False)
    try:
        ours = keys.opened(beside.read_bytes(), passphrase)
        if keys.differs_from_ours(ours, _settings()):
            raise click.ClickException(
                "YUEZHANG_PERSONAL_KEY is not the key of this backup: personal fields would not open."
            )
        with archive.opened(file) as found:
            keys.put_back(ours, _settings())
            found.put_back(_settings())
            about = found.about
    except (keys.Unopened, archive.Unfit, databases.Failed) as failure:
        raise click.ClickException(str(failure)) from None
    click.echo(f"restored: database and {about['files']} files of {about['made_at']}")
    _echo_heads(about)
    click.echo("now: flask site prepare, flask log verify, flask index check")


def _beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.keys")


def _settings() -> Settings:
    settings: Settings = current_app.extensions["settings"]
    return settings


def _passphrase(*, from_stdin: bool, new: bool) -> str:
    if from_stdin:
        said = sys.stdin.readline().rstrip("\n")
    else:
        said = str(click.prompt("Passphrase of the keys", hide_input=True, confirmation_prompt=new))
    if new and len(said) < SHORTEST:
        raise click.ClickException(f"The passphrase must have at least {SHORTEST} characters.")
    return said


def _echo_heads(about: dict[str, object]) -> None:
    for words, name in (("public log", "public_log"), ("audit trail", "audit_trail")):
        head = about[name]
        if isinstance(head, dict):
            click.echo(f"{words}: {head['entries']} entries, head {str(head['head'])[:16]}")

"""`flask index rebuild` and `flask index check`."""

import sys

import click
from flask.cli import AppGroup

from association.kernel.search import syncing
from association.kernel.search.engine import Busy, Damaged
from association.kernel.words import _

commands = AppGroup("index", help="Search index, made from the database.")
NAMED = 50
"""Keys named of each sort; the rest is counted."""


@commands.command("rebuild")
def rebuild() -> None:
    """Make the index anew from the database; the old one serves until the new one is whole."""
    try:
        count = syncing.rebuild()
    except Busy:
        raise click.ClickException(_("另一个进程正在写索引，请稍后再试。")) from None
    click.echo(_("索引已由数据库重建，共%(n)d条", n=count))


@commands.command("check")
def check() -> None:
    """Say whether index and database agree; exit 1 and name the keys if not."""
    try:
        found = syncing.compare()
    except Busy:
        raise click.ClickException(_("另一个进程正在写索引，请稍后再试。")) from None
    except Damaged:
        raise click.ClickException(_("索引无法读取，请运行 flask index rebuild。")) from None
    if found.agree:
        click.echo(_("索引与数据库一致，共%(n)d条", n=found.count))
        return
    click.echo(_("索引与数据库不一致"), err=True)
    for words, keys in (
        (_("等待后台写入索引"), found.waiting),
        (_("数据库有而索引没有，或版本不同"), found.missing),
        (_("索引有而数据库没有"), found.left_over),
    ):
        for key in keys[:NAMED]:
            click.echo(f"{words}：{key}", err=True)
        if len(keys) > NAMED:
            click.echo(_("%(words)s：另有%(n)d条", words=words, n=len(keys) - NAMED), err=True)
    sys.exit(1)

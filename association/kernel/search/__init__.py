"""Search over what people may find, in Chinese, without a server of its own.

Features use `records` alone. From there: records (rows written in the deed's transaction) → syncing (worker
brings them to the index) → engine (whoosh_engine, postgres_engine) over the terms of analysis; finding asks
the engine and lets the database decide what is shown. docs/decisions/0005-search.md says why it is so.
"""

from flask import Flask

from association.kernel import planting
from association.kernel.search import commands, records, site
from association.kernel.settings import Settings


def init_app(app: Flask, settings: Settings) -> None:
    site.init_app(app, settings)
    planting.also(records.renew)
    app.cli.add_command(commands.commands)

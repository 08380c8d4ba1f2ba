"""Rules: documents, their editions, and clauses with a lasting identity. Everything else on the site points at clauses.

reading turns files into provisions and knows no database · models the tables · packing and leaves what the database keeps of a text ·
queries named reads · actions verbs · commands `flask rules import`. Features above cite with `actions.cite(edition, path, by=…)`
and read a text with `queries.tree(edition)`.
"""

from flask import Flask

from association.kernel import planting
from association.rules import effects, views
from association.rules.commands import rules


def init_app(app: Flask) -> None:
    app.cli.add_command(rules)
    views.init_app(app)
    planting.also(effects.publish_clauses)

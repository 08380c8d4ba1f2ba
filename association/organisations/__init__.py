"""Organisations: who they are, who acts for them, and how they came to be verified. The exemplar feature: copy it.

models the tables · uscc the identity code · policy who may · workflow the life of an organisation, of an officer and of a change ·
queries named reads · forms shapes · actions verbs · letters what is sent · views pages · workbook the .xlsx in and out.
"""

from flask import Flask

from association.organisations import forgetting, letters, queries, views
from association.organisations.models import Kind
from association.rules import bound


def init_app(app: Flask) -> None:
    queries.init_app()
    letters.init_app()
    forgetting.init_app()
    bound.offer([(kind.value, kind.label) for kind in Kind])
    views.init_app(app)

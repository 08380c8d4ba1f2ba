"""Fulfilment (年度履约说明): once a year each signatory states how it has kept its pledge, clause by clause where that says more. Reminded before, visible when
overdue, lapsed after a further time, restored by handing it in late or by the office with a reason.

That a statement was given, and when, is public; what it says only where the organisation chose so; its evidence never is.

models the table · settings dated numbers and the day it is due · policy · queries · effects what the steps do · obligations what is written to standing · workflow · letters · clockwork what the
calendar does · actions verbs · waiting · forms, views pages.
"""

from flask import Flask

from association.fulfilment import clockwork, letters, settings, views
from association.fulfilment.models import Statement
from association.fulfilment.policy import P
from association.kernel import attachments
from association.kernel.audit import kind_of

# Imported for the settings it defines.
_PRESENT = (settings,)


def init_app(app: Flask) -> None:
    letters.init_app()
    clockwork.listen()
    attachments.owned_by(kind_of(Statement), attachments.who_may(Statement, P.SEE))
    views.init_app(app)

"""阅评: what experts write about released works, clause by clause, for everybody to read; and a periodic digest that separates common tendencies from single
problems. Commissioned from an expert, written at the writing desk, reviewed by three – and by the legal office when a maker or a person is named –, numbered
and frozen when it is issued. A commentary is an expert's opinion: no review of a work, no permit, no penalty.

models the tables · settings dated words and numbers · policy who may · effects what the steps do · workflow the life · queries · letters · happenings ·
actions · forms · waiting · views.
"""

from flask import Flask

from association.commentary import happenings, letters, views
from association.commentary.models import Commentary
from association.commentary.workflow import COMMENTARY
from association.kernel import scheduled


def init_app(app: Flask) -> None:
    scheduled.issues(Commentary, COMMENTARY)
    letters.init_app()
    happenings.init_app()
    views.init_app(app)

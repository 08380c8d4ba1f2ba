"""Standards of the association: 自律规则 and 团体标准, from a proposal through drafting, consultation, review, approval and the three
reviews to publication, and on through re-examination to their end.

models the tables · settings dated numbers of the procedure · policy who may · gates what is missing and who holds it · effects, examining,
acting what the steps of the three lives do · workflow the lives · balloting the review as business of a panel · queries named reads · actions verbs · letters · waiting · views.
"""

from flask import Flask

from association.consultations import life
from association.kernel import scheduled
from association.kernel.audit import kind_of
from association.rules import homes
from association.standards import balloting, happenings, letters, views
from association.standards.models import Project, ProjectState
from association.standards.workflow import PROJECT


def init_app(app: Flask) -> None:
    life.follows(Project, PROJECT, consulting=ProjectState.CONSULTING, answering=ProjectState.ANSWERING)
    balloting.init_app()
    letters.init_app()
    happenings.init_app()
    scheduled.issues(Project, PROJECT)
    homes.lives_at(kind_of(Project), "/standards/{slug}/")
    views.init_app(app)

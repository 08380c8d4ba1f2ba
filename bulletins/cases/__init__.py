"""The case file: from a lead to the archive, each step by another hand, each with its day, letter and paper.

Internal: nothing of it is public, and a party to one case reaches nothing of another. Measures bind members and signatories only; about others the
association can inform an authority.

models the tables · settings dated numbers and lists · ladder the measures, and whom they can reach · policy who may · queries · gates why not yet ·
effects what the steps do · workflow the lives as tables · sitting deliberation by panels · records measures on record · events · following · letters · clockwork · actions verbs · waiting ·
forms, views pages.
"""

from flask import Flask

from association.kernel import attachments
from association.kernel.audit import kind_of
from bulletins.cases import clockwork, following, letters, settings, tied, views
from bulletins.cases.models import CaseEvidence
from bulletins.cases.policy import P

# Imported for their work and their settings.
_PRESENT = (clockwork, settings, tied)


def init_app(app: Flask) -> None:
    letters.init_app()
    following.init_app()
    attachments.owned_by(kind_of(CaseEvidence), attachments.who_may(CaseEvidence, P.READ_EVIDENCE))
    views.init_app(app)

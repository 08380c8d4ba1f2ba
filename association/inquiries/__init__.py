"""Inquiries (提醒、质询) of those who have signed a pledge, and the ladder that an unanswered one or a decision leads up: 警示 → 公示 → 移出.

Nothing skips a rung. Every rung is proposed with its grounds, heard, decided by somebody else with reasons, open to an objection that a third person
reviews, and only then takes effect. Measures bind signatories and nobody else, they have a term, and they end with the signature.

models the tables · settings dated numbers · policy who may · queries · ladder which rung is next · records what is written to standing · effects what the
steps do · workflow the two lives · letters · clockwork what the calendar does · actions verbs · waiting · forms, views pages.
"""

from flask import Flask

from association.inquiries import clockwork, letters, settings, views
from association.inquiries.models import Inquiry, Measure
from association.inquiries.policy import P
from association.kernel import attachments
from association.kernel.audit import kind_of

# Imported for the settings it defines.
_PRESENT = (settings,)


def init_app(app: Flask) -> None:
    letters.init_app()
    clockwork.listen()
    for model in (Inquiry, Measure):
        attachments.owned_by(kind_of(model), attachments.who_may(model, P.SEE))
    views.init_app(app)

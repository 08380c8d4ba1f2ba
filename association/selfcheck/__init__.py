"""Self-checks: questionnaires by kind of organisation, answered in confidence, with what is missing, who puts it right and by when; and
rounds in which the association asks many for one at a time. What was answered is the organisation's own until it shares it.

settings dated words and numbers · models the tables · offered questionnaires that come with the platform · policy who may · queries named reads,
what a question rests on, what changed since last time · effects, workflow the three lives · letters, happenings · clockwork what the calendar
does · forgetting · actions verbs, and telling many by the worker · waiting · forms, views pages.
"""

from pathlib import Path

from flask import Flask

from association.kernel import attachments, planting
from association.selfcheck import clockwork, forgetting, happenings, letters, offered, settings, views
from association.selfcheck.actions import planting as first
from association.selfcheck.models import CheckAnswer
from association.selfcheck.policy import P

# Imported for their work and their settings.
_PRESENT = (clockwork, settings)
TEXTS = Path(__file__).parent / "texts"

__all__ = ["init_app", "offered"]


def init_app(app: Flask) -> None:
    for name in ("studio", "miniapp", "platform"):
        offered.offer(TEXTS / f"{name}.toml")
    planting.also(first.plant)
    letters.init_app()
    forgetting.init_app()
    happenings.init_app()
    attachments.owned_by("self_check_answer", attachments.who_may(CheckAnswer, P.SEE_CHECK))
    views.init_app(app)

"""Guidance (业务指导): private questions with answers two people stand behind, and what of them is useful to everybody as public answers.

An answer is advice: it binds nobody and approves nothing. settings what the association may change · models the tables · clauses what
an answer rests on · traces what would name an asker · holding whether cited clauses are still what they were · policy · queries ·
effects, workflow the two lives · letters · happenings · actions · waiting · forms, views pages.
"""

from flask import Flask

from association.guidance import forgetting, happenings, letters, settings, views
from association.guidance.actions import listen
from association.guidance.models import GuidanceMessage, PublicAnswer
from association.guidance.policy import P
from association.guidance.workflow import PUBLIC_ANSWER
from association.kernel import attachments, scheduled

# Imported for what the association may change.
_PRESENT = (settings,)

__all__ = ["init_app"]


def init_app(app: Flask) -> None:
    letters.init_app()
    happenings.init_app()
    forgetting.init_app()
    listen()
    attachments.owned_by("guidance_message", attachments.who_may(GuidanceMessage, P.SEE_MESSAGE))
    scheduled.issues(PublicAnswer, PUBLIC_ANSWER)
    views.init_app(app)

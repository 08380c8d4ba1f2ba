"""Remedies: guidance notes to one organisation with what is asked and by when (整改), and interviews (约谈).

What binds members and signatories is an obligation on record; for everybody else the same note is a suggestion, and an interview an invitation
that may be declined (CAUTIONS, Power). settings · models the tables · policy · queries · effects, workflow the two lives · letters · actions
verbs, and what the calendar does · waiting · forms, views pages.
"""

from flask import Flask

from association.kernel import attachments
from association.remedies import letters, settings, views
from association.remedies.models import NoteReport
from association.remedies.policy import P

# Imported for what the association may change.
_PRESENT = (settings,)

__all__ = ["init_app"]


def init_app(app: Flask) -> None:
    letters.init_app()
    attachments.owned_by("note_report", attachments.who_may(NoteReport, P.SEE))
    views.init_app(app)

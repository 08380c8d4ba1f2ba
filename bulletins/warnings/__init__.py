"""Risk warnings: what happens, whom it concerns and why, what to do and by when; whether those it concerns have read it, and its end.

models the tables · policy who may · queries named reads (`applies_to`, one rule for one organisation and for all) · effects, workflow
the two lives · letters · actions verbs, and telling many by the worker · waiting · forms, views pages · labels words.
"""

from flask import Flask

from association.kernel import attachments, scheduled
from bulletins.warnings import actions, happenings, letters, views
from bulletins.warnings.models import RiskWarning, WarningReceipt
from bulletins.warnings.policy import P
from bulletins.warnings.workflow import WARNING

__all__ = ["actions", "init_app"]


def init_app(app: Flask) -> None:
    letters.init_app()
    happenings.init_app()
    attachments.owned_by("warning_receipt", attachments.who_may(WarningReceipt, P.SEE_RECEIPT))
    scheduled.issues(RiskWarning, WARNING)
    views.init_app(app)

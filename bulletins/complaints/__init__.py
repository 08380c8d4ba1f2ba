"""Complaints (投诉举报): told by anybody, named or not; looked into by people apart from each other; answered under the code of a receipt.

models the tables · settings dated words and numbers · policy who may · queries · effects what steps do · workflow the life · letters · clockwork
what the calendar forgets · copying copies of evidence without traces · onward the door to the case file · actions verbs · waiting · forms,
views pages.
"""

from flask import Flask

from bulletins.complaints import clockwork, copying, letters, settings, views

# Imported for their settings, regular work and jobs.
_PRESENT = (settings, clockwork, copying)


def init_app(app: Flask) -> None:
    letters.init_app()
    views.init_app(app)

"""Amendments of pledges: motions, made by the executor or by a signatory and supported by the others, and the vote of those who have signed on the
text that comes of it. Writing, comments, reviews and re-signing are pledges' own.

models the tables · settings dated shares and days · policy who may · effects what steps do · workflow the two lives · queries · letters · happenings
what followers hear · clockwork what the calendar does · actions verbs · waiting · forms, views pages.
"""

from flask import Flask

from association.amendments import clockwork, happenings, letters, views

# Imported for its regular work.
_PRESENT = (clockwork,)


def init_app(app: Flask) -> None:
    letters.init_app()
    happenings.init_app()
    views.init_app(app)

"""Surveys (培训反馈): when a session is over, those who were there say what they think of it, once and without a name. Who has answered and what was answered
stand in tables that nothing joins; sums are shown after the end, and only when enough have answered.

models the tables · settings · policy · queries · workflow · letters · clockwork what opens, reminds, closes and forgets · actions · waiting · forms, views.
"""

from flask import Flask

from association.surveys import clockwork, settings, views

_PRESENT = (clockwork, settings)


def init_app(app: Flask) -> None:
    views.init_app(app)

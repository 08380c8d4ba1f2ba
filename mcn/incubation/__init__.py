"""Young talent (青年人才孵化): a public call, applications, selection with reasons, mentors, milestones, a showcase.

Minors apply with their guardian's consent; who the guardian is, and how old somebody is, lies encrypted and is seen by the office alone. The public
reads of a work with its maker's consent, and never a whole name. A good work is proposed for commendation through a row of standing.

models the tables · settings · ages · policy · queries · gates what is missing · effects what steps do · workflow the five lives · letters ·
happenings · actions · clockwork · forgetting · waiting · forms, views pages.
"""

from flask import Flask

from mcn.incubation import clockwork, forgetting, happenings, letters, settings, views

# Imported for their work and their settings.
_PRESENT = (clockwork, settings)


def init_app(app: Flask) -> None:
    letters.init_app()
    happenings.init_app()
    forgetting.init_app()
    views.init_app(app)

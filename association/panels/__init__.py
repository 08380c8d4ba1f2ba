"""Panels: people who judge one thing together. Each says first that they have no tie to it, gives an opinion that stays sealed until all are in (or the
last day has passed with a quorum), and confirms the minutes; who differs is kept with their reasons.

A panel serves any subject of a feature above, which registers what its business is (matters). It is never public, and no search or feed knows it.

models the tables · matters what features above bring before panels · settings · policy · queries the only way to an opinion · gates when it may be opened ·
events · effects what steps do · workflow the lives of a panel and of a seat · letters · actions · clockwork · forgetting · waiting · forms, views pages.
"""

from flask import Flask

from association.kernel.dated import name_group
from association.kernel.words import _l
from association.panels import clockwork, forgetting, letters, settings, views

# Imported for their work and their settings.
_PRESENT = (clockwork, settings)


def init_app(app: Flask) -> None:
    name_group("panels", _l("评审组"))
    letters.init_app()
    forgetting.init_app()
    views.init_app(app)

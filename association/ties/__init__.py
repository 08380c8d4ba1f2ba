"""Ties of those who work for the association – experts and staff alike – to organisations, works and people, and the walls that follow.

A tie is declared, entered by the secretary, or read off the site's own rows (`sources`); while it lasts and for some years after, no role of
the tied person counts for whatever concerns the other side (kernel.walls). Two people may lift a wall, with a reason and a last day.

models the tables · things what one can be tied to · sources ties other features find · queries who stands behind which wall · policy · effects,
workflow the lives of a tie and of a lift · letters · actions · forgetting · waiting · forms, views pages.
"""

from flask import Flask

from association.kernel.dated import name_group
from association.kernel.policy import walls_from
from association.kernel.words import _l
from association.ties import forgetting, letters, queries, settings, views

# Imported for its settings.
_PRESENT = (settings,)


def init_app(app: Flask) -> None:
    walls_from(queries.walls)
    name_group("ties", _l("利害关系和回避"))
    letters.init_app()
    forgetting.init_app()
    views.init_app(app)

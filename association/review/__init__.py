"""Reviews: experts watch what studios hand in, each writes alone, together they make one report. Their opinion is advice, no approval.

A review leads from the studio's submission over a panel (association.panels: declarations, sealed opinions, confirmation) to a report the studio answers point by
point; with the next version a new round may follow, until rounds end.

models the tables · settings dated numbers · assigning who watches what, pure · queue, explaining the proposal's facts and words · opinions the sealed
paper · policy · queries · gates what is missing · effects, workflow the life · sitting what the panel tells · letters · clockwork · actions · waiting ·
forms, views pages.
"""

from flask import Flask

from association.footage import access
from association.review import clockwork, doors, letters, settings, views
from association.review.effects import conclusion_word, why_held
from association.works.holding import held_by

# Imported for their work and their settings.
_PRESENT = (clockwork, settings)


def init_app(app: Flask) -> None:
    access.opened_by(doors.opens)
    held_by(why_held)
    letters.init_app()
    app.jinja_env.globals.update(conclusion_word=conclusion_word)
    views.init_app(app)

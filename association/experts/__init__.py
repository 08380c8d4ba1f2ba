"""The expert pool: recommended or called for, reviewed, shown in a public notice with objections, appointed for a term, renewed, suspended, ended.

What the public sees of an expert is what the expert has consented to, consent by consent; the rest is masked. An employer on record here becomes
a tie (association.ties). The role comes and goes with the appointment.

models the tables · settings · policy · queries · gates what is missing · papers the letter of appointment · effects, acting what steps do · workflow the lives of an expert,
an objection and a call · letters · happenings · actions · clockwork what the calendar does · forgetting · waiting · forms, views pages.
"""

from flask import Flask

from association.experts import clockwork, forgetting, happenings, letters, papers, settings, views

# Imported for their work and their settings.
_PRESENT = (clockwork, settings)


def init_app(app: Flask) -> None:
    letters.init_app()
    happenings.init_app()
    forgetting.init_app()
    app.jinja_env.globals.update(appointed_name=papers.appointed_name)
    views.init_app(app)

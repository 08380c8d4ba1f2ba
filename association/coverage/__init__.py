"""Coverage (审核人员配备): an organisation's own figures – videos a day, live rooms – against the ratios in force, its people with a current certificate,
the gap in people, and the sessions that would close it.

Ratios are dated settings with their basis. The figures are the organisation's own: its officers and the training office read them, nobody else; there is no
public page, no order by size, and nothing follows from a gap.

models the tables · settings · policy · queries · reckoning what is needed and what is there · actions · letters · clockwork · waiting · forms, views.
"""

from flask import Flask

from association.coverage import clockwork, settings, views

# Imported for their work and their settings.
_PRESENT = (clockwork, settings)


def init_app(app: Flask) -> None:
    views.init_app(app)

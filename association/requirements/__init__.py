"""Courses required (须修课程): a guidance note asks that so many people of an organisation pass a course by a day. It binds when the note is issued – an obligation on
record (standing) where the note binds, a suggestion where it does not –, is booked from its page, and closes by itself once the certificates are issued.

models the table · settings · policy · queries · effects what the steps do · workflow · letters · clockwork · spreading what follows from notes and certificates ·
actions · waiting · forms, views.
"""

from flask import Flask

from association.requirements import clockwork, letters, settings, spreading, views

# Imported for their work and their settings.
_PRESENT = (clockwork, settings)


def init_app(app: Flask) -> None:
    letters.init_app()
    spreading.init_app()
    views.init_app(app)

"""Footage: the script, episodes, subtitles and stills of a work, version by version; watched and read here, never taken away by others.

models the tables · settings · access to whom a version is opened by features above (denied by default) · beside their links next to a script · policy · stretches, script_pages,
subtitles pure functions · reading the worker's pages of a script · queries, actions · forms, views pages. Every viewing is a row: who, what,
when, how much. Files that come in pieces are kernel.uploads'.
"""

from flask import Flask

from association.footage import reading, settings, views
from association.footage.actions.files import TAKER
from association.kernel import uploads

# Imported for their settings and their kind of work.
_PRESENT = (reading, settings)


def init_app(app: Flask) -> None:
    uploads.taken_by("work_version", TAKER)
    views.init_app(app)

"""Figures (行业数据): platforms and operators of mini-programmes report, for a month or a quarter, figures by fault label; the association publishes sums of the
industry and nothing of one organisation.

A report is written by a clerk – on a page, as a workbook, or by a program with a token –, confirmed by the signer, and corrected by a further version. Sums are
drafted by one and issued by another; a sum from which somebody's own figure could be reckoned is withheld (withholding).

models the tables · settings dated numbers · withholding what may be published · policy · queries · reckoning the sums · effects · workflow · letters · clockwork ·
actions · waiting · forms, views.
"""

from flask import Flask

from association.kernel import proposals
from bulletins.figures import beginning, clockwork, happenings, letters, settings, views

# Imported for its work and its settings.
_PRESENT = (clockwork, settings)


def init_app(app: Flask) -> None:
    proposals.planted_by(beginning.plant)
    letters.init_app()
    happenings.init_app()
    views.init_app(app)

"""Contracts between agencies and hosts: the association's model clauses, and a check that compares a contract with them and keeps nothing.

models a wording of a clause · beginning, texts those a new site starts with · checking the comparison, pure · reading words out of a file in memory ·
gate no shares, no prices · policy, workflow, effects, actions, letters, waiting the keeping by two people · forms, views pages.
"""

from flask import Flask

from association.kernel import planting, proposals
from mcn.contracts import beginning, effects, letters, views


def init_app(app: Flask) -> None:
    proposals.planted_by(beginning.plant)
    planting.also(effects.publish)
    letters.init_app()
    views.init_app(app)

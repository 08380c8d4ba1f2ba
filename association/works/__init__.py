"""Works: the register in which makers enter them, what a micro-drama is, of which class under the rule of its date, and what its title
makes one look at again.

models the words a work is described with and the periods of the rule · beginning the periods a new site starts with · classing, defining,
titling pure functions that hint and give reasons · faults, questions what they read · policy, workflow, effects, actions, letters the
keeping of the periods by two people and of the register by makers · reckoning a work's class, kept in its row · holding what features above
hold fast · records what staff find · views pages. A work is its maker's own: beside its officers only staff on duty for reviews see it.
"""

from flask import Flask

from association.kernel import planting, proposals
from association.works import beginning, letters, settings, standing, views

# Imported for its settings.
_PRESENT = (settings,)


def init_app(app: Flask) -> None:
    proposals.planted_by(beginning.plant)
    planting.also(standing.publish)
    letters.init_app()
    views.init_app(app)

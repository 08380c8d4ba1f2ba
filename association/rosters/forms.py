"""Shapes of what may be typed about ceremonies."""

from wtforms import StringField

from association.kernel.fields import DayField, TicksField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l
from association.rosters.labels import LABELS


class CeremonyForm(Form):
    batch = StringField(
        LABELS["batch"], [Required(), AtMost(40)], description=_l("例如“第一批”；确认签署时会自动填上。")
    )
    held_on = DayField(LABELS["held_on"], [Required()], description=_l("例如2026-12-01。"))
    place = StringField(LABELS["place"], [AtMost(120)])


class ChooseForm(Form):
    signatures = TicksField(
        _l("办理中的签署"), coerce=int,
        description=_l("勾选参加这次集体签署的单位；已经确认的不在这里改动。"),
    )  # fmt: skip

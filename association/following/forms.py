"""What may be chosen about a follow."""

from flask import request
from wtforms import RadioField, SelectField

from association.following.models import Pace
from association.kernel.forms import ButtonForm, Form, Required
from association.kernel.words import _l

PACES = [(pace.value, pace.label) for pace in Pace]
STOP = "stop"


class FollowForm(Form):
    """How soon, and in whose name."""

    pace = RadioField(_l("什么时候写信告诉"), [Required()], choices=PACES, default=Pace.DAILY.value)
    whom = SelectField(
        _l("以谁的名义"),
        description=_l("以单位名义关注的，由单位当时的经办人和签署人收信；人员变动不影响关注。"),
    )


class PaceForm(Form):
    """Another pace, or none."""

    pace = RadioField(_l("什么时候写信告诉"), [Required()], choices=[*PACES, (STOP, _l("不再关注"))])


class OneClickForm(Form):
    """The button pressed by a mail program for its reader (RFC 8058). It has no token of ours: the signed link it was given is the proof."""

    class Meta(Form.Meta):
        csrf = False


def stop_form() -> Form:
    """Of the link in a letter: pressed by a mail program or on the page."""
    return OneClickForm() if request.form.get("List-Unsubscribe") == "One-Click" else ButtonForm()

"""Shapes of what may be typed about renewals."""

from wtforms import SelectField

from association.kernel.forms import Form, Required
from association.kernel.words import _l
from association.training.models import CourseSession


class InviteForm(Form):
    session = SelectField(_l("更新培训是哪一期"), [Required()])

    def offer(self, sessions: list[CourseSession]) -> None:
        self.session.choices = [(str(s.id), s.called) for s in sessions]

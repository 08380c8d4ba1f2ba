"""How a clause is named in a form: the one shape for notices, warnings, guidance, notes and comments. Made to be used by features above."""

from collections.abc import Sequence

from wtforms import SelectField, StringField

from association.consultations import texts
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l
from association.rules.models import Edition


class NamedClauseForm(Form):
    """A clause of one of the texts offered, named as people name it."""

    edition = SelectField(_l("哪份文本"), [Required()], coerce=int)
    path = StringField(
        _l("哪一条"), [Required(), AtMost(64)], description=_l("可写“第八条第二款”，也可写地址中的编号“8.2”。")
    )  # fmt: skip

    def offer(self, editions: Sequence[Edition]) -> None:
        self.edition.choices = [(e.id, e.called) for e in editions]
        self._offered = {e.id: e for e in editions}

    def named(self) -> tuple[Edition, str]:
        """The edition and the clause's path in it, or what was typed where no clause is called so. After `accepts`."""
        edition = self._offered[self.edition.data]
        return edition, texts.path_typed(edition, self.path.data or "")

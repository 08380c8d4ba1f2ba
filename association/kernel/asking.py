"""The form “please change these fields, because”: a tick and a reason for each field of an application."""

from collections.abc import Mapping
from typing import Any

from wtforms import BooleanField, StringField, TextAreaField

from association.kernel.forms import AtMost, Form
from association.kernel.words import _, _l


class AskForm(Form):
    """Fields `tick_<field>` and `because_<field>` for every label, and a general note."""

    labels: Mapping[str, object] = {}

    reason = TextAreaField(_l("总的说明"), [AtMost(1000)])

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        """Pairs of fields to draw side by side."""
        return [(self[f"tick_{name}"], self[f"because_{name}"]) for name in self.labels]

    @property
    def asked(self) -> list[tuple[str, str]]:
        """Ticked fields with their reasons."""
        return [(name, self[f"because_{name}"].data) for name in self.labels if self[f"tick_{name}"].data]

    def validate(self, **kwargs: Any) -> bool:
        right = bool(super().validate(**kwargs))
        for tick, because in self.rows:
            if tick.data and not because.data:
                because.errors = [_("请写明要怎样改、为什么")]
                right = False
        return right


def ask_form(labels: Mapping[str, object]) -> type[AskForm]:
    """The form for an application with these fields."""
    fields: dict[str, Any] = {"labels": labels}
    for name, label in labels.items():
        fields[f"tick_{name}"] = BooleanField(label)
        fields[f"because_{name}"] = StringField(_l("要怎样改，为什么"), [AtMost(300)])
    return type("AskForm", (AskForm,), fields)

"""Dated settings: what is in force, where it rests, and a new value from a day on."""

from flask import flash, render_template, request
from flask.typing import ResponseReturnValue

from association.administration import actions, queries
from association.administration.forms import SettingForm
from association.administration.policy import P
from association.administration.views import bp
from association.kernel import dated
from association.kernel.day_words import day_words
from association.kernel.errors import Forbidden, Unknown
from association.kernel.policy import can
from association.kernel.web import SAFE, actor, back_to, needs
from association.kernel.words import _


@bp.get("/settings/")
@needs(P.OVERSEE)
def settings() -> ResponseReturnValue:
    """All settings by group."""
    return render_template(
        "association/administration/settings.html",
        groups=queries.settings(),
        group_words=dated.group_words(),
        shown=_shown,
    )


def _shown(definition: dated.Definition, value: object) -> str:
    """A value on one line."""
    return _("、").join(str(v) for v in value) if isinstance(value, list) else dated.typed(definition, value)


@bp.route("/settings/<key>/", methods=["GET", "POST"])
@needs(P.OVERSEE)
def setting(key: str) -> ResponseReturnValue:
    """One setting with its history; administrators add a value from a day on, after seeing what it
    changes."""
    definition = next((d for d in dated.definitions() if d.key == key), None)
    if definition is None:
        raise Unknown
    may_change = can(actor(), P.CHANGE_SETTINGS)
    if request.method not in SAFE and not may_change:
        raise Forbidden(P.CHANGE_SETTINGS.sentence)
    history = dated.history(key)
    form = SettingForm(data={"value": dated.typed(definition, dated.value(key))})
    form.value.flags.required = definition.kind == "number"
    preview = None
    if form.accepts():
        wanted = form.values
        if "preview" not in request.form:
            actions.change_setting(definition, **wanted, actor=actor())
            flash(_("新值已记下，从%(day)s起用。", day=day_words(wanted["in_force_from"])), "done")
            return back_to("administration.setting", key=key)
        preview = actions.preview_setting(definition, **wanted)
    return render_template(
        "association/administration/setting.html",
        definition=definition,
        history=history,
        typed=lambda value: dated.typed(definition, value),
        form=form if may_change else None,
        preview=preview,
    )

"""Is it a micro-drama, and of which class: a form without memory, whose address is the question."""

from typing import Any

from flask import Blueprint, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from association.kernel import dated
from association.kernel.web import public
from association.kernel.words import _
from association.works import defining, queries, questions
from association.works.classing import ClassHint, classify
from association.works.defining import ShapeHint
from association.works.models import ClassRule, DramaClass, Making, MicroDrama, Trigger
from association.works.models.rule import ends
from association.works.questions import Question

bp = Blueprint("classing", __name__, url_prefix="/works/class")


def deciding_day() -> object:
    """What the day of the question is the day of."""
    definition = dated.definition("works.deciding_day")
    return definition.choices[str(dated.value("works.deciding_day"))]


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """The question, and the answer once something was asked. `?format=json` answers the same."""
    rules = queries.periods()
    subjects = queries.subjects()
    asked = questions.read(request.args, known_subjects=subjects)
    rule = queries.holding(rules, day=asked.facts.day, making=asked.facts.making)
    shape = defining.define(asked.shape, defining.Limits.of_today())
    hint = classify(asked.facts, rule)
    if request.args.get("format") == "json":
        return jsonify(_plain(asked, shape, hint, rule))
    return render_template(
        "association/works/class.html", asked=asked, rule=rule, shape=shape, hint=hint, subjects=subjects,
        makings=list(Making), triggers=list(Trigger), answers=questions.ANSWERS, deciding_day=deciding_day(),
        not_one=shape.verdict is MicroDrama.NO, json_url=_json_url(),
    )  # fmt: skip


def _json_url() -> str:
    query = request.query_string.decode("utf-8", "replace")
    return f"{request.path}?{query + '&' if query else ''}format=json"


@bp.get("/rules/")
@public
def periods() -> ResponseReturnValue:
    """All periods of the rule side by side, with basis and whether anybody compared them."""
    rules = queries.periods()
    return render_template(
        "association/works/periods.html", rules=rules[::-1], ends=ends(rules), classes=list(DramaClass)[::-1],
        deciding_day=deciding_day(),
    )  # fmt: skip


def _plain(asked: Question, shape: ShapeHint, hint: ClassHint, rule: ClassRule | None) -> dict[str, Any]:
    """The answer as data, with the same words."""
    return {
        "notice": _("提示，不是决定"),
        "asked": {
            "day": asked.facts.day.isoformat(), "making": asked.facts.making.value, "yuan": asked.facts.yuan,
            "subjects": sorted(asked.facts.subjects), "triggers": sorted(t.value for t in asked.facts.triggers),
            "seconds": asked.shape.seconds, "episodes": asked.shape.episodes, "theme": asked.shape.theme, "plot": asked.shape.plot,
        },
        "not_understood": dict(asked.faults),
        "micro_drama": {
            "verdict": shape.verdict.value if shape.verdict else None, "reasons": [str(r) for r in shape.reasons],
            "notes": [str(note) for note in shape.notes],
        },
        "class": {
            "value": hint.drama_class.value if hint.drama_class else None,
            "words": str(hint.drama_class.label) if hint.drama_class else None,
            "reasons": [str(r) for r in hint.reasons], "cautions": [str(c) for c in hint.cautions],
            "handled": _(rule.handled(hint.drama_class)) if rule and hint.drama_class and rule.handled(hint.drama_class) else None,
        },
        "rule": _rule(rule) if rule else None,
    }  # fmt: skip


def _rule(rule: ClassRule) -> dict[str, Any]:
    return {
        "in_force_from": rule.in_force_from.isoformat(), "basis": _(rule.basis), "number_to_verify": rule.number_to_verify,
        "checked_by": rule.checked_by or None, "checked_on": rule.checked_on.isoformat() if rule.checked_on else None,
        "numbers": [{"words": _(words), "to_verify": to_verify} for words, to_verify in rule.number_lines],
        "days": [{"day": day.isoformat(), "words": _(words)} for day, words in rule.dated_lines],
        "doubts": [_(line) for line in rule.doubt_lines],
    }  # fmt: skip

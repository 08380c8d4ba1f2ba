"""The model clauses of a day, and every wording of one."""

from datetime import date

from flask import Blueprint, Response, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock
from association.kernel.day_words import day_words
from association.kernel.errors import Unknown
from association.kernel.lists import Column, Table
from association.kernel.web import public
from association.kernel.words import _, _l
from mcn.contracts import queries
from mcn.contracts.models import ModelClause

bp = Blueprint("contracts", __name__, url_prefix="/contracts")

COLUMNS = (
    Column("topic", _l("主题代码"), lambda c: c.topic),
    Column("title", _l("主题"), lambda c: _(c.title)),
    Column("text", _l("示范条款"), lambda c: c.text),
    Column("text_en", _l("英文参考译文"), lambda c: c.text_en or None),
    Column("why", _l("为什么"), lambda c: _(c.why)),
    Column("basis", _l("依据"), lambda c: _(c.basis)),
    Column("in_force_from", _l("起用日"), lambda c: c.in_force_from),
)


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """All clauses in force, or in force on `?on=`; as JSON or plain text the same."""
    day, fault = _asked_day()
    clauses = queries.in_force(day)
    if (wanted := request.args.get("format")) == "json":
        return jsonify(
            {
                "notice": _notice(),
                "on": day.isoformat(),
                "items": [_plain(c) for c in clauses],
                "count": len(clauses),
            }
        )
    if wanted == "txt":
        answer = Response(_paper(clauses, day), mimetype="text/plain")
        answer.headers["Content-Disposition"] = f'attachment; filename="model-clauses-{day.isoformat()}.txt"'
        return answer
    return Table(
        clauses,
        columns=COLUMNS,
        url_of=lambda c: url_for("contracts.clause", topic=c.topic),
        key_of=lambda c: c.id,
    ).answer("mcn/contracts/index.html", clauses=clauses, day=day, fault=fault)


@bp.get("/<topic>/")
@public
def clause(topic: str) -> ResponseReturnValue:
    """One clause with all its wordings."""
    wordings = queries.wordings(topic)
    if not wordings:
        raise Unknown
    today = clock.today()
    current = next((w for w in wordings if w.in_force_from <= today), wordings[-1])
    return render_template("mcn/contracts/clause.html", wordings=wordings, current=current)


def _asked_day() -> tuple[date, str]:
    typed = request.args.get("on", "")
    try:
        return (date.fromisoformat(typed) if typed else clock.today()), ""
    except ValueError:
        return clock.today(), _("日期请写成2026-11-23这样，已按今天显示。")


def _notice() -> str:
    return _("本会的建议文本，不是法律，也不是必须采用的格式；签约前请律师看一遍。")


def _paper(clauses: list[ModelClause], day: date) -> str:
    """Plain text to copy from: the clauses in Chinese."""
    head = [_("网络主播经纪合同示范条款"), _("自%(day)s起", day=day_words(day)), _notice(), ""]
    body = [f"{number}. {c.title}\n{c.text}\n" for number, c in enumerate(clauses, 1)]
    return "\n".join([*head, *body])


def _plain(clause: ModelClause) -> dict[str, object]:
    return {
        "url": url_for("contracts.clause", topic=clause.topic), "topic": clause.topic, "title": _(clause.title), "text": clause.text,
        "text_en": clause.text_en or None, "why": _(clause.why), "basis": _(clause.basis), "applies": _(clause.applies) if clause.applies else None,
        "question": _(clause.question), "in_force_from": clause.in_force_from.isoformat(), "checked_by": clause.checked_by or None,
        "checked_on": clause.checked_on.isoformat() if clause.checked_on else None,
    }  # fmt: skip

"""Where programs of organisations report figures, with a token of their own organisation: the only address of the API that takes anything in."""

import json
from typing import Any

from flask import Blueprint, Response, g, request
from flask.typing import ResponseReturnValue

from association.accounts.tokens import hash_of
from association.kernel import pace, sent
from association.kernel.db import session
from association.kernel.pagecache import uncached
from association.kernel.web import decided_inside
from association.kernel.words import _
from bulletins.figures import actions, queries
from bulletins.figures.models import READ, WRITE, Period, Report, Token
from bulletins.figures.settings import GREATEST
from front.api import problems

bp = Blueprint("api_figures", __name__, url_prefix="/api/v1/figures")

PER_MINUTE = 60
"""Requests of one machine."""
LARGEST = 100_000
"""Bytes of one report; no list of figures comes near."""


@bp.get("/<period>/report")
@decided_inside
@uncached
def report(period: str) -> ResponseReturnValue:
    """The organisation's own report as it stands: what is open, else what counts."""
    token, refused = _token(READ)
    if token is None:
        return refused
    found = _period(period)
    if found is None:
        return problems.page(404)
    standing = queries.open_of(found.id, token.organisation_id) or queries.counting_of(
        found.id, token.organisation_id
    )
    return problems.page(404, _("本单位这一期还没有报送。")) if standing is None else _answer(standing, 200)


@bp.put("/<period>/report")
@decided_inside
def put_report(period: str) -> ResponseReturnValue:
    """The whole report; it then waits for the signer. The same once more is the same report (200)."""
    token, refused = _token(WRITE)
    if token is None:
        return refused
    found = _period(period)
    if found is None:
        return problems.page(404)
    answers, because, faults = _read(found)
    if faults:
        return problems.page(
            422, _("报送的内容有%(n)d处要改，什么都没有写入。", n=len(faults)), faults=faults
        )
    made, is_new = actions.report_by_program(found, token, answers=answers, because=because)
    g.accepted = True
    return _answer(made, 201 if is_new else 200)


def _token(scope: str) -> tuple[Token | None, Response]:
    """The living token of this request, or the answer that says why not. How a token fails is not told."""
    pace.count("figures_api", per_minute=PER_MINUTE)
    word, _space, secret = request.headers.get("Authorization", "").partition(" ")
    token = queries.by_hash(hash_of(secret.strip())) if word.lower() == "bearer" and secret.strip() else None
    if token is None or not token.is_living:
        refused = problems.page(401, _("令牌不对、已撤销或者已失效。"))
        refused.headers["WWW-Authenticate"] = f'Bearer realm="figures", scope="{scope}"'
        return None, refused
    if scope not in token.scopes:
        return None, problems.page(403, _("这个令牌不能这样用，需要%(scope)s。", scope=scope))
    return token, Response()


def _period(code: str) -> Period | None:
    return session.scalars(queries.by_code(code)).one_or_none()


def _read(period: Period) -> tuple[dict[str, int | None], str, list[dict[str, str]]]:
    """Answers, the reason of a correction, and everything that is wrong with what was sent."""
    content = sent.body()
    try:
        said: Any = json.loads(content.stream.read(LARGEST + 1)) if content.size <= LARGEST else None
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or not isinstance(said.get("answers"), dict):
        return {}, "", [{"at": "", "detail": _("请发送JSON对象，answers里按代码写每一项。")}]
    faults = [
        {"at": _plain(name), "detail": _("没有这个字段。")}
        for name in said
        if name not in ("answers", "because")
    ]
    because = said.get("because", "")
    if not isinstance(because, str) or len(because) > 500 or not _is_storable(because):
        faults.append({"at": "because", "detail": _("更正的原因是最多%(n)d个字的文字。", n=500)})
        because = ""
    answers: dict[str, Any] = said["answers"]
    faults += [
        {"at": _plain(f"answers.{code}"), "detail": _("这一期没有这个项目。")}
        for code in answers
        if code not in period.codes
    ]
    for code in period.codes:
        if code not in answers:
            faults.append({"at": f"answers.{code}", "detail": _("没有填；没有发生的写0，没有统计的写null。")})
        elif answers[code] is not None and (
            type(answers[code]) is not int or not 0 <= answers[code] <= GREATEST
        ):
            faults.append({"at": f"answers.{code}", "detail": _("请填0到%(most)d的整数。", most=GREATEST)})
    return answers, because, faults[:100]


def _is_storable(words: str) -> bool:
    return "\x00" not in words and _plain(words) == words


def _plain(words: str) -> str:
    """What can be written out again: JSON may carry half of a character."""
    return words.encode("utf-8", "replace").decode()[:600]


def _answer(report: Report, status: int) -> Response:
    said = {
        "period": report.period.code, "organisation": report.organisation.uscc, "version": report.version, "state": report.state.value,
        "answers": report.answers, "because": report.because, "due_on": report.period.due_on.isoformat(),
        "confirmed_at": report.confirmed_at.isoformat(timespec="seconds") if report.confirmed_at else None,
    }  # fmt: skip
    answer = Response(json.dumps(said, ensure_ascii=False), status=status, content_type="application/json")
    answer.headers["Cache-Control"] = "no-store"
    return answer

"""From the findings of several experts to one report: merged, left out with a reason, summed up, put to the panel."""

from collections.abc import Sequence

from association.kernel import audit
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.panels import actions as panels
from association.panels import queries as sittings
from association.panels.models import PanelState
from association.review import gates, queries
from association.review.models import (
    Conclusion,
    Gate,
    Outcome,
    ReviewFinding,
    ReviewPoint,
    ReviewRound,
    ReviewState,
    Severity,
)
from association.review.policy import P


def _hold(round_: ReviewRound, actor: Actor, *, whole: bool = True) -> None:
    """Refused unless its report is being drawn up; `whole`: and the panel has not yet agreed to it."""
    lock(round_.review)
    require(actor, P.CONFER, round_.review)
    if round_.review.state is not ReviewState.CONFERRING or round_.number != round_.review.round:
        raise Refused(_("这一轮不在合议中。"))
    if whole and round_.panel.state is not PanelState.CLOSED:
        raise Refused(_("评审组已经确认报告，只能订正文字。"))


def _check_not_put(round_: ReviewRound) -> None:
    """Once the panel is asked about the report, every finding stays settled."""
    if sittings.minutes_of(round_.panel) is not None:
        raise Refused(_("报告稿已请专家确认：可以改这一条的文字，也可以把其中的问题写明理由不写入。"))


def _put_anew(round_: ReviewRound, actor: Actor) -> None:
    """A report that has changed after it was put to the panel is put to it again."""
    minutes = sittings.minutes_of(round_.panel) if round_.panel.state is PanelState.CLOSED else None
    if minutes is not None:
        panels.write_minutes(round_.panel, conclusion=minutes.conclusion, text=minutes.text, actor=actor)


def make_point(
    round_: ReviewRound, findings: Sequence[ReviewFinding], *, gate: Gate, severity: Severity, fact: str, cause: str, proposal: str,
    actor: Actor,
) -> ReviewPoint:  # fmt: skip
    """Findings that say the same become one point of the report; places and clauses of all of them are kept."""
    _hold(round_, actor)
    if not findings or any(finding.point_id is not None for finding in findings):
        raise Refused(_("请选择还没有合并的问题。"))
    point = ReviewPoint(
        round=round_, number=max((p.number for p in round_.points), default=0) + 1, gate=gate, severity=severity, fact=fact, cause=cause,
        proposal=proposal, places=list(dict.fromkeys(f.place for f in findings)),
        clauses=list(dict.fromkeys(f.clause for f in findings if f.clause)),
    )  # fmt: skip
    session.add(point)
    session.flush()
    for finding in findings:
        finding.point, finding.left_out_because = point, ""
    audit.record("merge", round_.review, actor=actor, point=point.number, findings=[f.id for f in findings])
    _put_anew(round_, actor)
    return point


def change_point(
    point: ReviewPoint, *, gate: Gate, severity: Severity, fact: str, cause: str, proposal: str, actor: Actor
) -> None:
    """Its words; after the panel has agreed they are corrected only where the report was returned for it, and the trail says so."""
    _hold(point.round, actor, whole=False)
    after = {"gate": gate, "severity": severity, "fact": fact, "cause": cause, "proposal": proposal}
    if point.round.panel.state is not PanelState.CLOSED and (gate, severity) != (point.gate, point.severity):
        raise Refused(_("评审组已经确认报告，只能订正文字。"), field="severity")
    changed = [name for name, value in after.items() if getattr(point, name) != value]
    for name in changed:
        setattr(point, name, after[name])
    if changed:
        audit.record("change_point", point.round.review, actor=actor, point=point.number, changed=changed)
        _put_anew(point.round, actor)


def drop_point(point: ReviewPoint, *, actor: Actor) -> None:
    """Its findings wait again."""
    round_ = point.round
    _hold(round_, actor)
    _check_not_put(round_)
    for finding in list(point.findings):
        finding.point = None
    audit.record("drop_point", round_.review, actor=actor, point=point.number)
    session.flush()
    round_.points.remove(point)


def leave_out(finding: ReviewFinding, *, because: str, actor: Actor) -> None:
    """Not in the report, for a reason the panel sees; the expert may dissent. A point without any finding goes."""
    round_, point = finding.round, finding.point
    _hold(round_, actor)
    finding.point, finding.left_out_because = None, because
    audit.record("leave_out", round_.review, actor=actor, finding=finding.id)
    session.flush()
    if point is not None and not point.findings:
        round_.points.remove(point)
    _put_anew(round_, actor)


def take_back(finding: ReviewFinding, *, actor: Actor) -> None:
    """A finding that was left out waits again."""
    _hold(finding.round, actor)
    _check_not_put(finding.round)
    finding.left_out_because = ""
    audit.record("take_back", finding.round.review, actor=actor, finding=finding.id)


def settle_earlier(round_: ReviewRound, *, outcomes: dict[int, Outcome], actor: Actor) -> None:
    """What became of the points of the report before."""
    _hold(round_, actor)
    for point in queries.points_to_check(round_):
        point.outcome = outcomes.get(point.id, point.outcome)
    audit.record("settle_earlier", round_.review, actor=actor)
    _put_anew(round_, actor)


def write_report(
    round_: ReviewRound, *, conclusion: Conclusion, summary: str, merits: str, actor: Actor
) -> None:
    """Sum up and put the whole to the panel: each expert confirms, or keeps another opinion."""
    _hold(round_, actor)
    if sentence := gates.findings_not_settled(round_.review):
        raise Refused(sentence)
    if conclusion is Conclusion.MEETS and any(p.severity is Severity.SERIOUS for p in round_.points):
        raise Refused(_("报告里有须改的问题，结论不能是“符合”。"), field="conclusion")
    round_.merits = merits
    panels.write_minutes(round_.panel, conclusion=conclusion.value, text=summary, actor=actor)

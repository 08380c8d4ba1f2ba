"""Writing a report. Its other deeds are steps."""

from collections.abc import Mapping

from sqlalchemy import func, select

from association.kernel import audit
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations.models import Organisation
from bulletins.figures import queries
from bulletins.figures.models import Period, Report, ReportState, Via
from bulletins.figures.policy import P
from bulletins.figures.settings import GREATEST

Answers = Mapping[str, int | None]
"""Code → a count, or None where it is not counted."""


def check_asked(organisation: Organisation) -> None:
    """Refused for who is not asked for figures."""
    if not organisation.is_verified or not set(organisation.kinds) & set(queries.KINDS):
        raise Refused(_("行业数据由已核验的平台和小程序主体报送。"))


def check_writable(report: Report | None) -> None:
    """Refused while it waits for the signer."""
    if report is not None and report.state is ReportState.PREPARED:
        raise Refused(_("这一稿在等授权签署人确认；要改的请签署人先退回，或者作废这一稿。"))


def write(
    period: Period,
    organisation: Organisation,
    *,
    answers: Answers,
    because: str = "",
    via: Via = Via.PAGE,
    actor: Actor,
) -> Report:
    """Keep what is there so far: the first version, or a further one that says why. What is not among the answers has not been answered. The same once more
    changes nothing."""
    require(actor, P.REPORT, organisation)
    check_asked(organisation)
    lock(organisation)
    kept = {code: answers[code] for code in period.codes if code in answers}
    if any(n is not None and not 0 <= n <= GREATEST for n in kept.values()):
        raise Refused(_("请填0到%(most)d的整数。", most=GREATEST))
    report = queries.open_of(period.id, organisation.id)
    check_writable(report)
    is_correction = queries.counting_of(period.id, organisation.id) is not None
    if is_correction and not because.strip():
        raise Refused(_("已经报送过，更正请写明原因。"), field="because")
    if report is None:
        report = _begin(period, organisation)
    elif (report.answers, report.because, report.via) == (kept, because.strip(), via):
        return report
    report.answers, report.because, report.via, report.drafted_by = kept, because.strip(), via, actor.name
    session.flush()
    # The figures are the organisation's; the trail says that they were written. One person in business both writes and confirms.
    deed = "draft_figures_alone" if organisation.is_natural_person else "draft_figures"
    audit.record(deed, report, actor=actor, organisation=organisation.id, via=via.value, answered=len(kept))
    return report


def _begin(period: Period, organisation: Organisation) -> Report:
    last = select(func.max(Report.version)).where(
        Report.period_id == period.id, Report.organisation_id == organisation.id
    )
    report = Report(
        period=period, period_id=period.id, organisation=organisation, organisation_id=organisation.id,
        version=(session.scalar(last) or 0) + 1,
    )  # fmt: skip
    session.add(report)
    return report

"""The certificate of a training: what it says, for how long, and to whom its PDF belongs.

The check page is public and repeats the masked name only; the full name stands on the PDF, which is the holder's, and goes when they are forgotten.
"""

from collections.abc import Callable
from datetime import date

from association.kernel import certificates, clock, dated
from association.kernel.certificates import Certificate
from association.kernel.day_words import day_words
from association.kernel.db import session
from association.kernel.personal import mask_name
from association.kernel.policy import Actor, can
from association.kernel.words import _, _l, spoken_in
from association.training.models import CourseSession, Enrolment
from association.training.policy import P

KIND = "training"


def may_read(actor: Actor, certificate: Certificate) -> bool:
    enrolment = session.get(Enrolment, certificate.subject_id)
    return enrolment is not None and can(actor, P.SEE, enrolment)


def name_of(certificate: Certificate) -> str:
    """For the PDF; the masked one when the person is forgotten."""
    enrolment = session.get(Enrolment, certificate.subject_id)
    return str(enrolment.facts.get("name") or certificate.holder) if enrolment else certificate.holder


_remarks: list[Callable[[Certificate], str]] = []


def remarked_by(remark: Callable[[Certificate], str]) -> None:
    """What a feature above knows of a valid certificate; said on its check page."""
    if remark not in _remarks:
        _remarks.append(remark)


def _remark(certificate: Certificate) -> str:
    return _("；").join(words for remark in _remarks if (words := remark(certificate)))


certificates.kind(
    KIND,
    label=_l("培训证书"),
    labels={
        "programme": _l("课程"), "session": _l("期"), "days": _l("上课时间"), "hours": _l("学时"), "level": _l("层级"), "audience": _l("面向"),
    },
    may_read=may_read,
    template="print/training_certificate.html",
    remark=_remark,
)  # fmt: skip


def issue(enrolment: Enrolment, *, actor: Actor) -> Certificate:
    """Valid for the years of the day on which it is issued."""
    row: CourseSession = enrolment.session
    with spoken_in("zh_Hans"):  # the paper's language
        content = {
            "programme": row.course.title, "session": _("第%(n)d期", n=row.number),
            "days": days_words(row), "hours": str(row.course.hours),
            "level": row.course.level, "audience": row.course.audience,
        }  # fmt: skip
    today = clock.today()
    enrolment.certificate = certificates.issue(
        KIND, subject=enrolment, holder=mask_name(enrolment.name), content=content, valid_from=today,
        valid_until=ends_on(today, int(dated.value("training.valid_years"))), form=str(dated.value("training.number")), actor=actor,
    )  # fmt: skip
    return enrolment.certificate


def days_words(row: CourseSession) -> str:
    """From when to when; of a single day that day."""
    first, last = row.days[0], row.days[-1]
    if first == last:
        return day_words(first)
    return _("%(first)s至%(last)s", first=day_words(first), last=day_words(last))


def ends_on(first: date, years: int) -> date:
    """The last day of so many years; of a 29th of February the 28th."""
    try:
        return first.replace(year=first.year + years)
    except ValueError:
        return first.replace(year=first.year + years, day=28)

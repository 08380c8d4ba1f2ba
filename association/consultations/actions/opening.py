"""The life of a consultation: laid out, prolonged, closed by the clock, finished when every comment is answered."""

from datetime import date, timedelta

from sqlalchemy import select

from association import following
from association.consultations import effects, letters, queries
from association.consultations.forgetting import drop_unproven
from association.consultations.models import Comment, Consultation, ConsultationState
from association.consultations.policy import P
from association.consultations.workflow import CONSULTATION
from association.kernel import audit, clock, dated
from association.kernel.audit import kind_of
from association.kernel.day_words import day_words
from association.kernel.db import Model, lock, session
from association.kernel.errors import Refused
from association.kernel.policy import SYSTEM, Actor, require
from association.kernel.regular import every
from association.kernel.words import _
from association.rules.models import Edition


def open(  # noqa: A001 - the verb of the house
    subject: Model,
    *,
    edition: Edition,
    title: str,
    closes_on: date,
    note: str,
    actor: Actor,
    opens_on: date | None = None,
) -> Consultation:
    """Lay out an edition for comments from today (or a later day) until `closes_on`, that day included.

    Refused when it is shorter than `consultations.min_days` days, begins in the past, or while another one about the same subject
    is coming or open.
    """
    require(actor, P.OPEN)
    lock(subject)
    first = opens_on or clock.today()
    _check_days(first, closes_on)
    if queries.living(subject) is not None:
        raise Refused(_("这份文本正在征求意见，或已定好开始的日子。"))
    state = ConsultationState.COMING if first > clock.today() else ConsultationState.OPEN
    consultation = Consultation(
        slug=_slug(edition, first), subject_kind=kind_of(subject), subject_id=subject.id, edition=edition,
        edition_id=edition.id, title=title, note=note, opens_on=first, closes_on=closes_on, state=state,
    )  # fmt: skip
    session.add(consultation)
    entry = audit.record(
        "open",
        consultation,
        actor=actor,
        to_state=state.value,
        edition=edition.id,
        opens_on=first.isoformat(),
        closes_on=closes_on.isoformat(),
    )
    audit.publish_entry("open", consultation, content=effects.public_text(consultation), entry=entry)
    effects.publish(consultation)
    following.happened(CONSULTATION, "open", consultation)
    return consultation


def _check_days(first: date, last: date) -> None:
    if first < clock.today():
        raise Refused(_("开始的日子不能在今天之前。"), field="opens_on")
    least = int(dated.value("consultations.min_days", on=first))
    if (last - first).days < least:
        earliest = first + timedelta(days=least)
        raise Refused(
            _("征求意见不少于%(n)d天，截止日最早为%(day)s。", n=least, day=day_words(earliest)),
            field="closes_on",
        )


def _slug(edition: Edition, first: date) -> str:
    """The document's own slug and the month: `drama-conduct-2026-11`, counted on where that is taken."""
    base = f"{edition.document.slug[:60]}-{first:%Y-%m}"
    taken = set(
        session.scalars(select(Consultation.slug).where(Consultation.slug.startswith(base, autoescape=True)))
    )
    return next(
        slug for n in range(1, len(taken) + 2) if (slug := base if n == 1 else f"{base}-{n}") not in taken
    )


def extend(consultation: Consultation, *, closes_on: date, reason: str, actor: Actor) -> None:
    """A later last day, with its public reason."""
    CONSULTATION.take("extend", consultation, actor=actor, reason=reason, closes_on=closes_on)


def close(consultation: Consultation, *, actor: Actor = SYSTEM) -> None:
    """The last day is over. The clock does this; refused before."""
    CONSULTATION.take("close", consultation, actor=actor)
    letters.closed(consultation)


def finish(consultation: Consultation, *, actor: Actor) -> None:
    """Publish the answers and write them to everybody who commented. Refused while a comment has no answer."""
    CONSULTATION.take("finish", consultation, actor=actor)
    drop_unproven(Comment.consultation_id == consultation.id)


def end(consultation: Consultation, *, reason: str) -> None:
    """What it was about has been stopped; those who commented are told why."""
    CONSULTATION.take("end", consultation, actor=SYSTEM, reason=reason)


def close_due() -> int:
    """Begin and close what is due; returns how many changed."""
    beginning, ending = queries.due_to_begin(), queries.due_to_close()
    for consultation in beginning:
        CONSULTATION.take("begin", consultation, actor=SYSTEM)
    for consultation in ending:
        close(consultation)
    return len(beginning) + len(ending)


@every(timedelta(minutes=5), "consultations.days")
def _keep_days() -> int:
    return close_due()

"""The paper: drawn up once for a day and a state of the record, sealed and entered in the public log like every certificate, handed out only while
it is today's (docs/decisions/0050). The file goes when its day is over; that it was issued stays, and a hash is all the log holds of it."""

from datetime import timedelta

from sqlalchemy import select

from association.kernel import certificates, clock, dated, events
from association.kernel.audit import kind_of
from association.kernel.certificates import Certificate, paper_of
from association.kernel.dated import OWN
from association.kernel.db import lock, session
from association.kernel.documents import DocumentMade, RenderedDocument
from association.kernel.errors import Unknown
from association.kernel.personal import mask_name
from association.kernel.policy import SYSTEM, Actor
from association.kernel.regular import every
from association.kernel.words import _, _l, spoken_in
from association.organisations.effects import RecordChanged
from association.organisations.models import Organisation
from front.record_paper.sections import FORM, printed, stamp_of

KIND = "record"

dated.define(
    "record_papers.number",
    label=_l("公开记录文件的编号"),
    kind="text",
    initial="GKJL-{year}-{number}",
    basis=OWN,
)


def organisation_of(certificate: Certificate) -> Organisation | None:
    """Whose record it is, while that is public."""
    found = session.get(Organisation, certificate.subject_id)
    return found if found is not None and found.has_public_record else None


def is_still_so(certificate: Certificate) -> bool:
    """Whether the record says today what the paper says."""
    organisation = organisation_of(certificate)
    return organisation is not None and stamp_of(printed(organisation)) == certificate.content["stamp"]


def may_read(_actor: Actor, certificate: Certificate) -> bool:
    """Anybody, while it is today's."""
    return certificate.valid_from == clock.today() and is_still_so(certificate)


def _remark(certificate: Certificate) -> str:
    if certificate.content["form"] != FORM and organisation_of(certificate) is not None:
        return _("那天以后本会换了这种文件的写法，不能逐字比较")
    return _("记录从那天到今天没有变化") if is_still_so(certificate) else _("那天以后记录有变化")


certificates.kind(
    KIND, label=_l("单位公开记录"), labels={"uscc": _l("统一社会信用代码")}, may_read=may_read,
    template="print/record.html", found_by_number=True, remark=_remark, is_of_a_day=True,
)  # fmt: skip


def record_url(certificate: Certificate) -> str | None:
    """Path of the public record a paper of this kind is taken from."""
    found = organisation_of(certificate) if certificate.kind == KIND else None
    return f"/organisations/{found.uscc}/" if found is not None else None


def todays(organisation: Organisation) -> Certificate | None:
    """The one of today that says what the record says now."""
    return _matching(organisation, stamp_of(printed(organisation)))


def _matching(organisation: Organisation, stamp: str) -> Certificate | None:
    rows = select(Certificate).where(
        Certificate.subject_kind == kind_of(Organisation), Certificate.subject_id == organisation.id,
        Certificate.kind == KIND, Certificate.valid_from == clock.today(),
    )  # fmt: skip
    found = session.scalars(rows.order_by(Certificate.id.desc()))
    return next((c for c in found if c.content["stamp"] == stamp and paper_of(c) is not None), None)


def draw_up(organisation: Organisation) -> Certificate:
    """Today's; the same for whoever asks again while nothing has changed. Unknown without a public record. Who asked is not kept: it is nobody's deed."""
    lock(organisation)
    if not organisation.has_public_record:
        raise Unknown
    said = printed(organisation)
    stamp = stamp_of(said)
    if (before := _matching(organisation, stamp)) is not None:
        return before
    is_person = organisation.is_natural_person
    with spoken_in("zh_Hans"):  # the paper's language
        content = {"uscc": "" if is_person else organisation.uscc, "stamp": stamp, "form": FORM}
        # The check page outlives a natural person's basis to be shown.
        made = certificates.issue(
            KIND, subject=organisation, holder=mask_name(organisation.name) if is_person else organisation.name, content=content,
            valid_from=clock.today(), form=str(dated.value("record_papers.number")), actor=SYSTEM,
        )  # fmt: skip
    document = paper_of(made)
    if document is not None:
        document.context = said
    return made


def _forget_what_is_printed(made: DocumentMade) -> None:
    document = made.document
    if document.kind == certificates.PAPER and document.template == "print/record.html":
        document.context = {}


def _hear(changed: RecordChanged) -> None:
    """Without a public record nothing of it stays in the store until midnight."""
    if not changed.organisation.has_public_record:
        _let_go(Certificate.subject_id == changed.organisation.id)


@every(timedelta(hours=1), "record_papers.let_go")
def let_go_of_past_days() -> None:
    """Files of days that are over."""
    _let_go(Certificate.valid_from < clock.today())


def _let_go(which: object) -> None:
    gone = select(Certificate.id).where(Certificate.kind == KIND, which)  # type: ignore[arg-type]
    rows = select(RenderedDocument).where(
        RenderedDocument.subject_kind == kind_of(Certificate), RenderedDocument.kind == certificates.PAPER,
        RenderedDocument.subject_id.in_(gone),
    )  # fmt: skip
    for document in session.scalars(rows):
        session.delete(document)


def init_app() -> None:
    events.subscribe(DocumentMade, _forget_what_is_printed)
    events.subscribe(RecordChanged, _hear)

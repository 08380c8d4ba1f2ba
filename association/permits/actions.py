"""Reporting a permit, and reminding of one that ends."""

from datetime import date, timedelta

from association.kernel import attachments, audit, clock, dated
from association.kernel.attachments import SCANS, Upload
from association.kernel.day_words import day_words
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import SYSTEM, Actor, require
from association.kernel.regular import every
from association.kernel.words import _
from association.organisations.models import Organisation
from association.permits import letters, queries
from association.permits.models import Permit
from association.permits.policy import P

SCAN = "scan"


def report(
    organisation: Organisation,
    *,
    kind: str,
    number: str,
    issuer: str,
    valid_from: date,
    valid_to: date,
    scan: Upload,
    actor: Actor,
) -> Permit:
    """An officer enters a permit with its scan. Refused when it has lapsed or is on file already."""
    require(actor, P.REPORT, organisation)
    if kind not in dated.value("permits.kinds"):
        raise Refused(_("没有这一种许可证。"), field="kind")
    if valid_to < valid_from:
        raise Refused(_("截止日期不能早于起始日期。"), field="valid_to")
    if valid_to < clock.today():
        raise Refused(
            _("这份许可证已于%(day)s到期，请提交在有效期内的。", day=day_words(valid_to)), field="valid_to"
        )
    if queries.same_on_file(organisation, kind=kind, number=number) is not None:
        raise Refused(_("同一种类同一编号的许可证已在案。换发的请先移出旧证。"), field="number")
    permit = Permit(
        organisation_id=organisation.id,
        kind=kind,
        number=number,
        issuer=issuer,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    session.add(permit)
    session.flush()
    attachments.store(scan, subject=permit, kind=SCAN, actor=actor, limits=SCANS)
    audit.record("report", permit, actor=actor, organisation=organisation.id, number=number, kind=kind)
    letters.reported(permit)
    return permit


@every(timedelta(hours=6), "permits.ending")
def remind_of_ending() -> int:
    """Write to the officers of permits about to end; returns how many."""
    ending = queries.ending(clock.today())
    for permit in ending:
        permit.reminded_on = clock.today()
        letters.ends(permit)
        audit.record("remind", permit, actor=SYSTEM, organisation=permit.organisation_id)
    return len(ending)

"""What waits for whom: registrars at the queue and at overdue reviews, officers at drafts, signatures, requests and reviews that come near."""

from collections.abc import Iterable
from datetime import timedelta

from association.kernel import clock, dated, working_days
from association.kernel.policy import Actor, can
from association.kernel.waiting import Started, Waiting
from association.kernel.words import _
from mcn.agencies import queries
from mcn.agencies.models import Filing, FilingKind, FilingState
from mcn.agencies.policy import P
from mcn.agencies.settings import how_many
from mcn.agencies.workflow import FILING

AREA = "mcn"
F = FilingState


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    if can(actor, P.EXAMINE):
        yield from _for_registrars(actor)
    if ids := actor.ids("organisation", "clerk", "signer"):
        yield from _for_officers(actor, ids)


def _for_registrars(actor: Actor) -> Iterable[Waiting]:
    for filing in FILING.turns_of(actor, queries.queue()):
        examined = filing.state is F.EXAMINED
        straight = filing.kind is not FilingKind.APPLICATION and not examined
        ask = _("请决定采用、退回修改或不予采用。") if examined or straight else _("请核验、面谈并登记。")
        since = clock.day_of(filing.submitted_at or filing.made_at)
        yield Waiting(
            title=_("机构登记：%(title)s", title=filing.title), ask=ask, what=_("机构登记"), area=AREA, endpoint="agency_file.filing",
            values={"id": filing.id}, button=_("办理"), due_on=working_days.add(since, how_many("examine_days")).on,
        )  # fmt: skip
    for agency in queries.late():
        yield Waiting(
            title=_("年度复核逾期：%(name)s", name=agency.name), ask=_("请联系机构；仍不办理的，可以标记信息异常。"), what=_("机构登记"),
            area=AREA, endpoint="agency_file.show", values={"id": agency.id}, button=_("查看"), due_on=agency.review_due_on,
        )  # fmt: skip


def _for_officers(actor: Actor, ids: list[int]) -> Iterable[Waiting]:
    for filing in queries.filings_of_organisations(ids, F.DRAFT, F.PREPARED, F.RETURNED):
        if (asked := _asks(actor, filing)) is not None:
            ask, button = asked
            yield Waiting(
                title=_("机构登记：%(title)s", title=filing.title), ask=ask, what=_("机构登记"), area=AREA,
                endpoint="agency_file.filing", values={"id": filing.id}, button=button,
            )  # fmt: skip
    horizon = clock.today() + timedelta(days=max(dated.value("mcn.review_reminders"), default=0))
    for agency in queries.review_due_before(horizon, ids=ids):
        if queries.open_filing(agency) is None:
            yield Waiting(
                title=_("年度复核：%(name)s", name=agency.name), ask=_("请逐节核对登记的资料，由签署人确认后提交。"), what=_("机构登记"),
                area=AREA, endpoint="own_agencies.review", values={"id": agency.id}, button=_("办理复核"), due_on=agency.review_due_on,
            )  # fmt: skip


def _asks(actor: Actor, filing: Filing) -> tuple[str, str] | None:
    """What this officer is asked, and the button's word."""
    if filing.state is F.PREPARED:
        mine = FILING.turns_of(actor, [filing])
        return (_("请核对填报的内容，确认后提交核验。"), _("核对并确认")) if mine else None
    if filing.state is F.RETURNED:
        return _("秘书处请你修改%(n)d项。", n=len(filing.asked)), _("去修改")
    return _("还在填报，可以接着填。"), _("接着填")


def started_by(actor: Actor) -> list[Started]:
    """What the actor's organisations have filed and somebody else now holds."""
    ids = actor.ids("organisation", "clerk", "signer")
    states = {F.PREPARED: _("授权签署人"), F.SUBMITTED: _("秘书处"), F.EXAMINED: _("秘书处")}
    return [
        Started(
            title=_("机构登记：%(title)s", title=filing.title), holder=states[filing.state],
            since=clock.day_of(filing.submitted_at or filing.made_at), state=filing.state, endpoint="agency_file.filing",
            values={"id": filing.id},
        )
        for filing in (queries.filings_of_organisations(ids, *states) if ids else [])
    ]  # fmt: skip

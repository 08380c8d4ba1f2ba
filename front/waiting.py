"""What waits for somebody: each feature's open work, put together and sorted by deadline.

Every source costs a constant number of statements. A source gives items only to those who may do the deed.
"""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from association.accounts import waiting as accounts
from association.amendments import waiting as amendments
from association.commentary import waiting as commentary
from association.consultations import waiting as consultations
from association.coverage import waiting as coverage
from association.exams import waiting as exams
from association.experts import waiting as experts
from association.fulfilment import waiting as fulfilment
from association.guidance import waiting as guidance
from association.inquiries import waiting as inquiries
from association.kernel import clock, dated, working_days
from association.kernel.policy import Actor, Permission, can
from association.kernel.waiting import Started, Waiting
from association.kernel.words import _
from association.membership import queries as membership
from association.membership.models import Membership, MembershipState
from association.membership.policy import P as MembershipP
from association.organisations import queries as organisations
from association.organisations.models import Organisation, OrganisationState
from association.organisations.policy import P as OrganisationP
from association.panels import waiting as panels
from association.permits import queries as permits
from association.permits.policy import P as PermitP
from association.pledges import waiting as pledges
from association.remedies import waiting as remedies
from association.renewals import waiting as renewals
from association.requirements import waiting as requirements
from association.review import waiting as review
from association.selfcheck import waiting as selfcheck
from association.standards import waiting as standards
from association.standing import waiting as standing
from association.surveys import waiting as surveys
from association.ties import waiting as ties
from association.training import waiting as training
from association.works import waiting as works
from bulletins.appeals import waiting as appeals
from bulletins.articles import waiting as articles
from bulletins.cases import waiting as cases
from bulletins.commendations import waiting as commendations
from bulletins.complaints import waiting as complaints
from bulletins.figures import waiting as figures
from bulletins.notices import waiting as notices
from bulletins.warnings import waiting as warnings
from mcn.agencies import waiting as agencies
from mcn.contracts import waiting as contracts
from mcn.incubation import waiting as incubation

M = TypeVar("M")

ORGANISATIONS, MEMBERSHIP, PERMITS, ACCOUNTS = "organisations", "membership", "permits", "accounts"


def areas() -> list[tuple[str, str]]:
    """Keys and words of the desk's business areas."""
    return [
        (ORGANISATIONS, _("单位登记")),
        (MEMBERSHIP, _("会籍")),
        (PERMITS, _("许可证")),
        (standards.AREA, _("标准")),
        (pledges.AREA, _("公约")),
        (notices.AREA, _("通报")),
        (consultations.AREA, _("征求意见")),
        (review.AREA, _("作品评议")),
        (commentary.AREA, _("阅评")),
        (guidance.AREA, _("业务指导")),
        (remedies.AREA, _("指导意见和约谈")),
        (warnings.AREA, _("风险预警")),
        (appeals.AREA, _("公益倡议")),
        (cases.AREA, _("案件")),
        (articles.AREA, _("典型案例")),
        (selfcheck.AREA, _("自查")),
        (commendations.AREA, _("推优")),
        (complaints.AREA, _("投诉举报")),
        (figures.AREA, _("行业数据")),
        (standing.AREA, _("应办事项")),
        (experts.AREA, _("专家库")),
        (panels.AREA, _("评审组")),
        (ties.AREA, _("回避")),
        (training.AREA, _("培训")),
        (exams.AREA, _("考试")),
        (works.AREA, _("微短剧分类")),
        (agencies.AREA, _("机构登记")),
        (contracts.AREA, _("示范条款")),
        (incubation.AREA, _("青年人才孵化")),
        (ACCOUNTS, _("账户")),
    ]


def waiting_for(actor: Actor) -> list[Waiting]:
    """Everything that waits for this actor, oldest deadline first."""
    found: list[Waiting] = [
        *_for_staff(actor),
        *_for_officers(actor),
        *standards.waiting_for(actor),
        *pledges.waiting_for(actor),
        *fulfilment.waiting_for(actor),
        *amendments.waiting_for(actor),
        *inquiries.waiting_for(actor),
        *notices.waiting_for(actor),
        *consultations.waiting_for(actor),
        *review.waiting_for(actor),
        *commentary.waiting_for(actor),
        *guidance.waiting_for(actor),
        *remedies.waiting_for(actor),
        *warnings.waiting_for(actor),
        *appeals.waiting_for(actor),
        *cases.waiting_for(actor),
        *articles.waiting_for(actor),
        *selfcheck.waiting_for(actor),
        *commendations.waiting_for(actor),
        *complaints.waiting_for(actor),
        *figures.waiting_for(actor),
        *standing.waiting_for(actor),
        *experts.waiting_for(actor),
        *panels.waiting_for(actor),
        *ties.waiting_for(actor),
        *training.waiting_for(actor),
        *coverage.waiting_for(actor),
        *requirements.waiting_for(actor),
        *exams.waiting_for(actor),
        *renewals.waiting_for(actor),
        *surveys.waiting_for(actor),
        *works.waiting_for(actor),
        *agencies.waiting_for(actor),
        *contracts.waiting_for(actor),
        *incubation.waiting_for(actor),
        *accounts.waiting_for(actor),
    ]
    return sorted(found, key=lambda item: item.order)


def _open(actor: Actor, permission: Permission, rows: Iterable[M]) -> Iterable[M]:
    """Those the actor may decide about: what stands behind a wall waits for a colleague."""
    return (row for row in rows if can(actor, permission, row))


def _deadline(since: date, setting: str) -> date:
    return working_days.add(since, int(dated.value(setting))).on


def _for_staff(actor: Actor) -> Iterable[Waiting]:
    if can(actor, OrganisationP.VERIFY):
        yield from _to_verify(actor)
    if can(actor, MembershipP.DECIDE):
        for stay in _open(actor, MembershipP.DECIDE, membership.in_state(MembershipState.SUBMITTED)):
            yield Waiting(
                title=_("入会申请：%(name)s", name=stay.organisation.name),
                ask=_("请安排审批并登记结果，或请对方修改。"), what=_("会籍"), area=MEMBERSHIP,
                endpoint="membership.show", values={"id": stay.id}, button=_("办理"),
                due_on=_deadline(clock.day_of(stay.submitted_at or stay.made_at), "membership.review_days"),
            )  # fmt: skip
    if can(actor, PermitP.CHECK):
        for permit in _open(actor, PermitP.CHECK, permits.waiting()):
            yield Waiting(
                title=_("许可证：%(name)s", name=permit.organisation.name),
                ask=_("请把填报的%(kind)s与扫描件核对。", kind=permit.kind), what=_("许可证"), area=PERMITS,
                endpoint="permits.index", values={"id": permit.organisation_id}, button=_("核对"),
                due_on=_deadline(clock.day_of(permit.reported_at), "organisations.review_days"),
            )  # fmt: skip


def _to_verify(actor: Actor) -> Iterable[Waiting]:
    for organisation in _open(
        actor, OrganisationP.VERIFY, organisations.in_state(OrganisationState.SUBMITTED)
    ):
        since = clock.day_of(organisation.submitted_at or organisation.made_at)
        yield Waiting(
            title=_("单位申请：%(name)s", name=organisation.name),
            ask=_("请核验资料和授权书，通过、退回修改或不予通过。"), what=_("单位登记"), area=ORGANISATIONS,
            endpoint="organisation_file.show", values={"id": organisation.id}, button=_("核验"),
            due_on=_deadline(since, "organisations.review_days"),
        )  # fmt: skip
    for officer in _open(actor, OrganisationP.VERIFY, organisations.proposed_officers()):
        yield Waiting(
            title=_("授权：%(name)s %(person)s", name=officer.organisation.name, person=officer.name),
            ask=_("请核对授权书；原来的人已离任的，办理交接。"), what=_("单位登记"), area=ORGANISATIONS,
            endpoint="organisation_file.show", values={"id": officer.organisation_id}, button=_("核对"),
            due_on=_deadline(clock.day_of(officer.made_at), "organisations.review_days"),
        )  # fmt: skip
    for change in _open(actor, OrganisationP.VERIFY, organisations.open_changes()):
        yield Waiting(
            title=_("资料变更：%(name)s", name=change.organisation.name),
            ask=_("请核对变更前后的差别，采用或不予采用。"), what=_("单位登记"), area=ORGANISATIONS,
            endpoint="organisation_file.show", values={"id": change.organisation_id}, button=_("核对"),
            due_on=_deadline(clock.day_of(change.submitted_at), "organisations.review_days"),
        )  # fmt: skip


def _for_officers(actor: Actor) -> Iterable[Waiting]:
    prepares = actor.ids("organisation", "clerk", "signer", "proposed_clerk", "proposed_signer")
    if not prepares:
        return
    for organisation in organisations.mine(actor):
        yield from _of_application(actor, organisation)
    stays = membership.of_organisations(prepares, MembershipState.PREPARED, MembershipState.RETURNED)
    for stay in stays:
        yield from _of_membership(actor, stay)
    for officer in organisations.own_ending_authorities(prepares):
        yield Waiting(
            title=_("授权将到期：%(name)s", name=officer.organisation.name),
            ask=_("%(person)s的签署授权快到期了，请续交授权书。", person=officer.name), what=_("单位登记"),
            area=ORGANISATIONS, endpoint="officers.renew", values={"id": officer.id}, button=_("续授权"),
            due_on=officer.ends_on,
        )  # fmt: skip


def _of_application(actor: Actor, organisation: Organisation) -> Iterable[Waiting]:
    common = {"endpoint": "organisation_file.show", "values": {"id": organisation.id}, "area": ORGANISATIONS}
    if organisation.state is OrganisationState.PREPARED and can(actor, OrganisationP.SIGN, organisation):
        yield Waiting(
            title=_("确认并提交：%(name)s", name=organisation.name), ask=_("请核对经办人填报的资料，确认后提交核验。"),
            what=_("单位登记"), button=_("核对并确认"), **common,  # type: ignore[arg-type]
        )  # fmt: skip
    if organisation.state is OrganisationState.RETURNED and can(actor, OrganisationP.PREPARE, organisation):
        yield Waiting(
            title=_("请修改：%(name)s", name=organisation.name),
            ask=_("秘书处请你修改%(n)d项。", n=len(organisation.asked)), what=_("单位登记"), button=_("去修改"), **common,  # type: ignore[arg-type]
        )  # fmt: skip


def _of_membership(actor: Actor, stay: Membership) -> Iterable[Waiting]:
    common = {"endpoint": "membership.show", "values": {"id": stay.id}, "area": MEMBERSHIP, "what": _("会籍")}
    if stay.state is MembershipState.PREPARED and can(actor, MembershipP.SIGN, stay):
        yield Waiting(
            title=_("确认入会申请：%(name)s", name=stay.organisation.name), ask=_("请核对入会申请，确认后提交。"),
            button=_("核对并确认"), **common,  # type: ignore[arg-type]
        )  # fmt: skip
    if stay.state is MembershipState.RETURNED and can(actor, MembershipP.PREPARE, stay):
        yield Waiting(
            title=_("请修改入会申请：%(name)s", name=stay.organisation.name),
            ask=_("秘书处请你修改%(n)d项。", n=len(stay.asked)), button=_("去修改"), **common,  # type: ignore[arg-type]
        )  # fmt: skip


def started_by(actor: Actor) -> list[Started]:
    """What the actor's organisations have started and somebody else now holds."""
    ids = actor.ids("organisation")
    found: list[Started] = []
    for organisation in organisations.mine(actor):
        if organisation.state in (
            OrganisationState.PREPARED,
            OrganisationState.SUBMITTED,
            OrganisationState.RETURNED,
        ):
            holder = {
                OrganisationState.PREPARED: _("授权签署人"),
                OrganisationState.SUBMITTED: _("秘书处"),
                OrganisationState.RETURNED: _("经办人"),
            }[organisation.state]
            found.append(
                Started(
                    title=_("单位登记：%(name)s", name=organisation.name), holder=holder,
                    since=clock.day_of(organisation.submitted_at or organisation.made_at), state=organisation.state,
                    endpoint="organisation_file.show", values={"id": organisation.id},
                )
            )  # fmt: skip
    states = (MembershipState.PREPARED, MembershipState.SUBMITTED, MembershipState.RETURNED)
    for stay in membership.of_organisations(ids, *states) if ids else []:
        holder = {
            MembershipState.PREPARED: _("授权签署人"),
            MembershipState.SUBMITTED: _("秘书处"),
            MembershipState.RETURNED: _("经办人"),
        }[stay.state]
        found.append(
            Started(
                title=_("入会申请：%(name)s", name=stay.organisation.name), holder=holder,
                since=clock.day_of(stay.submitted_at or stay.made_at), state=stay.state,
                endpoint="membership.show", values={"id": stay.id},
            )
        )  # fmt: skip
    found += standards.started_by(actor)
    found += experts.started_by(actor)
    found += guidance.started_by(actor)
    found += review.started_by(actor)
    found += agencies.started_by(actor)
    found += incubation.started_by(actor)
    return found

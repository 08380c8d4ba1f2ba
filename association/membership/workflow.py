"""The life of a membership."""

from datetime import date

from association.kernel import clock, dated, numbering
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.lifecycles import ApplicationPermissions, application, with_rows
from association.kernel.policy import Actor
from association.kernel.words import _, _l
from association.kernel.workflow import Step, Workflow
from association.membership.models import Membership, MembershipState, Suspension
from association.membership.policy import P

S = MembershipState


def _signed(membership: Membership, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    membership.submitted_at, membership.asked = clock.now(), []


def _only_people(membership: Membership) -> object | None:
    return None if membership.organisation.is_natural_person else _("经办人与签署人须为两人。")


def _verified(membership: Membership) -> object | None:
    return None if membership.organisation.is_verified else _("单位现在不是已核验状态。")


def _approved(
    membership: Membership,
    *,
    actor: Actor,  # noqa: ARG001
    reason: str,  # noqa: ARG001
    body: str = "",
    approved_on: date,
    from_on: date,
) -> None:
    if body not in dated.value("membership.bodies"):
        raise Refused(_("请选择批准的机构。"), field="body")
    if approved_on > clock.today():
        raise Refused(_("批准日期不能在今天之后。"), field="approved_on")
    if from_on < approved_on:
        raise Refused(_("入会日期不能早于批准日期。"), field="from_on")
    membership.approving_body, membership.approved_on, membership.from_on = body, approved_on, from_on
    membership.number = numbering.issue("member", membership, form="HY-{year}-{number:04d}").written


def _suspended(membership: Membership, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    session.add(Suspension(membership_id=membership.id, from_on=clock.today(), because=reason))


def _resumed(membership: Membership, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    for suspension in membership.suspensions:
        if suspension.to_on is None:
            suspension.to_on = clock.today()


def _left(membership: Membership, *, actor: Actor, reason: str, to_on: date | None = None) -> None:
    day = to_on or clock.today()
    if membership.from_on is not None and day < membership.from_on:
        raise Refused(_("退会日期不能早于入会日期。"), field="to_on")
    membership.to_on = day
    _resumed(membership, actor=actor, reason=reason)


def public_text(membership: Membership) -> str:
    days = f"{membership.from_on}:{membership.to_on}"
    return f"{membership.organisation.uscc}:{membership.number}:{membership.state.value}:{days}"


MEMBERSHIP = Workflow(
    name="membership",
    title=_l("会籍"),
    states=S,
    initial=S.PREPARED,
    public_text=public_text,
    steps=[
        Step(
            deed="sign", label=_l("确认并提交入会申请"), from_=(S.PREPARED,), to=S.SUBMITTED, needs=P.SIGN,
            apart_from=frozenset({"prepare", "amend"}), is_primary=True, then=_signed, blocked=_verified,
            consequence=_l("你代表单位申请加入协会，并确认遵守章程。"),
        ),
        Step(
            deed="sign_alone", label=_l("本人确认并提交"), from_=(S.PREPARED,), to=S.SUBMITTED, needs=P.SIGN,
            is_primary=True, then=_signed, blocked=_only_people, consequence=_l("你申请加入协会，并确认遵守章程。"),
        ),
        *with_rows(
            application(
                ApplicationPermissions(apply=P.PREPARE, decide=P.DECIDE), states=S, public=True, approve=_approved,
                applicant=frozenset({"prepare", "amend", "sign", "sign_alone"}),
            ),
            approve={"label": _l("登记批准结果"), "own_page": True, "blocked": _verified},
            resubmit={"deed": "amend", "label": _l("改好再请签署人确认"), "to": S.PREPARED, "then": None},
            withdraw={"from_": (S.PREPARED, S.SUBMITTED, S.RETURNED)},
        ),
        Step(
            deed="suspend", label=_l("暂停会籍"), from_=(S.APPROVED,), to=S.SUSPENDED, needs=P.DECIDE,
            reason=_l("暂停的依据"), is_dangerous=True, is_public_act=True, then=_suspended,
            consequence=_l("暂停期间仍是会员，但不享有会员权利；公开名单会注明。"),
        ),
        Step(
            deed="resume", label=_l("恢复会籍"), from_=(S.SUSPENDED,), to=S.APPROVED, needs=P.DECIDE,
            reason=_l("恢复的依据"), is_public_act=True, then=_resumed,
        ),
        Step(
            deed="leave", label=_l("申请退会"), from_=(S.APPROVED, S.SUSPENDED), to=S.ENDED, needs=P.SIGN,
            reason=_l("退会的说明"), reason_required=False, is_dangerous=True, is_public_act=True, then=_left,
            consequence=_l("退会自由，自今日起不再是会员；以后可以重新申请。"),
        ),
        Step(
            deed="remove", label=_l("除名"), from_=(S.APPROVED, S.SUSPENDED), to=S.ENDED, needs=P.DECIDE, own_page=True,
            reason=_l("除名的依据（决定机构、日期、理由）"), is_dangerous=True, is_public_act=True, then=_left,
            consequence=_l("自所填日期起不再是会员；单位会收到信函和依据。"),
        ),
    ],
)  # fmt: skip

"""The life of a role: two administrators, never about oneself (CAUTIONS, Separation)."""

from association.accounts.models import GrantState, RoleGrant
from association.accounts.policy import P
from association.kernel import clock
from association.kernel.policy import Actor
from association.kernel.words import _, _l
from association.kernel.workflow import Step, Workflow


def _from_today(grant: RoleGrant, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    grant.starts_on = max(grant.starts_on, clock.today())


def _ended(grant: RoleGrant, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    grant.ends_on = max(clock.today(), grant.starts_on)


def _ran_out(grant: RoleGrant) -> object | None:
    return _("这一角色已经到期，不必再终止。") if _is_past(grant) else None


def _over_before_it_began(grant: RoleGrant) -> object | None:
    return _("提议的截止日期已过，请撤回后重新提议。") if _is_past(grant) else None


def _is_past(grant: RoleGrant) -> bool:
    return grant.ends_on is not None and grant.ends_on < clock.today()


ROLE_GRANT = Workflow(
    name="role_grant",
    title=_l("角色授予"),
    states=GrantState,
    initial=GrantState.PROPOSED,
    steps=[
        Step(
            deed="confirm", label=_l("确认授予"), from_=(GrantState.PROPOSED,), to=GrantState.CONFIRMED, needs=P.CONFIRM,
            apart_from=frozenset({"propose"}), is_primary=True, blocked=_over_before_it_began, then=_from_today,
            consequence=_l("确认后对方即可行使这一角色；你和提议人都会记录在案。"),
        ),
        Step(
            deed="refuse", label=_l("不予确认"), from_=(GrantState.PROPOSED,), to=GrantState.REFUSED, needs=P.CONFIRM,
            apart_from=frozenset({"propose"}), reason=_l("不予确认的理由"),
        ),
        Step(
            deed="withdraw", label=_l("撤回提议"), from_=(GrantState.PROPOSED,), to=GrantState.WITHDRAWN, needs=P.WITHDRAW,
        ),
        Step(
            deed="end", label=_l("终止角色"), from_=(GrantState.CONFIRMED,), to=GrantState.ENDED, needs=P.END_ROLE,
            reason=_l("终止的理由"), is_dangerous=True, blocked=_ran_out, then=_ended,
            consequence=_l("对方从现在起不能再行使这一角色；已经办成的事不受影响。"),
        ),
    ],
)  # fmt: skip

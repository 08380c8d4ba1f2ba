"""Applying for membership, deciding, changing the representative."""

from collections.abc import Sequence
from datetime import date

from association.kernel import audit, dated
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.membership import letters, queries
from association.membership.models import Membership, MembershipState
from association.membership.policy import P
from association.membership.workflow import MEMBERSHIP
from association.organisations.models import Organisation

FIELDS = ("kind", "representative", "representative_post", "statement")


def prepare(
    organisation: Organisation,
    *,
    kind: str,
    representative: str,
    representative_post: str,
    statement: str,
    actor: Actor,
) -> Membership:
    """A clerk fills in the application. Refused while another one is open or the organisation is a member."""
    lock(organisation)
    require(actor, P.PREPARE, organisation)
    if not organisation.is_verified:
        raise Refused(_("单位通过核验后才能申请入会。"))
    if queries.living(organisation) is not None:
        raise Refused(_("单位已是会员，或已有入会申请在办理。"))
    _check_kind(kind)
    membership = Membership(
        organisation_id=organisation.id, kind=kind, representative=representative,
        representative_post=representative_post, statement=statement,
    )  # fmt: skip
    session.add(membership)
    audit.record("prepare", membership, actor=actor, organisation=organisation.id, kind=kind)
    letters.prepared(membership)
    return membership


def _check_kind(kind: str) -> None:
    if kind not in dated.value("membership.kinds"):
        raise Refused(_("没有这一类会员。"), field="kind")


def check_amendable(membership: Membership) -> None:
    """Refuses while the application is with staff, or decided."""
    if membership.state not in (MembershipState.PREPARED, MembershipState.RETURNED):
        raise Refused(_("申请已提交，现在不能修改。"))


def check_is_member(membership: Membership) -> None:
    """Refuses unless it is a member now, suspended or not."""
    if membership.state not in (MembershipState.APPROVED, MembershipState.SUSPENDED):
        raise Refused(_("只有会员单位可以更换代表。"))


def amend(
    membership: Membership,
    *,
    kind: str,
    representative: str,
    representative_post: str,
    statement: str,
    actor: Actor,
) -> None:
    """Change what was asked, or correct before signing."""
    lock(membership)
    require(actor, P.PREPARE, membership)
    check_amendable(membership)
    _check_kind(kind)
    wanted = {
        "kind": kind, "representative": representative, "representative_post": representative_post, "statement": statement
    }  # fmt: skip
    changed = {f: (getattr(membership, f), v) for f, v in wanted.items() if getattr(membership, f) != v}
    for item in membership.asked:
        if item["field"] not in changed:
            raise Refused(
                _("这一项还没有按要求修改：%(because)s", because=item["because"]), field=item["field"]
            )
    for field, (_old, new) in changed.items():
        setattr(membership, field, new)
    if membership.state is MembershipState.RETURNED:
        MEMBERSHIP.take("amend", membership, actor=actor)
    _record_edit(membership, changed, actor)


def _record_edit(membership: Membership, changed: dict[str, tuple[str, str]], actor: Actor) -> None:
    personal = {f: f"{old} → {new}" for f, (old, new) in changed.items() if f.startswith("representative")}
    plain = [(f, old, new) for f, (old, new) in changed.items() if f not in personal]
    audit.record("edit", membership, actor=actor, changes=plain, personal=personal)


def ask(membership: Membership, *, asked: Sequence[tuple[str, str]], reason: str, actor: Actor) -> None:
    """Staff: please change these fields, because."""
    if not asked:
        raise Refused(_("请至少勾选一项并写明原因。"))
    MEMBERSHIP.take(
        "ask",
        membership,
        actor=actor,
        reason=reason,
        asked=[{"field": f, "because": because} for f, because in asked],
    )


def approve(membership: Membership, *, body: str, approved_on: date, from_on: date, actor: Actor) -> None:
    """Enter the decision of the approving body; the membership gets its number."""
    MEMBERSHIP.take("approve", membership, actor=actor, body=body, approved_on=approved_on, from_on=from_on)


def remove(membership: Membership, *, reason: str, to_on: date, actor: Actor) -> None:
    """Enter the decision to remove a member."""
    MEMBERSHIP.take("remove", membership, actor=actor, reason=reason, to_on=to_on)


def change_representative(
    membership: Membership, *, representative: str, representative_post: str, actor: Actor
) -> None:
    """The signer names another representative; in force at once, staff are told."""
    lock(membership)
    require(actor, P.SIGN, membership)
    check_is_member(membership)
    wanted = {"representative": representative, "representative_post": representative_post}
    changed = {f: (getattr(membership, f), v) for f, v in wanted.items() if getattr(membership, f) != v}
    if not changed:
        raise Refused(_("没有任何改动。"))
    for field, (_old, new) in changed.items():
        setattr(membership, field, new)
    personal = {f: f"{old} → {new}" for f, (old, new) in changed.items()}
    audit.record("change_representative", membership, actor=actor, personal=personal)
    letters.representative_changed(membership)

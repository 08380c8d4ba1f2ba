"""Two lives written once: publishing under the three reviews (初审、复审、终审), and application.

A feature calls `publishing(P)` or `application(P)` with its own permissions, and gets the rows; it may add rows or replace
one by its deed. Columns come from the mixins, so that a state and its facts stay together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock
from association.kernel.policy import Actor, Permission
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.kernel.workflow import Effect, Step


class Publishing(State):
    """From a draft to a public text, through three people."""

    DRAFT = "draft", _l("起草中"), "indigo", "pencil"
    FIRST = "first", _l("待初审"), "ochre", "hourglass-split"
    SECOND = "second", _l("待复审"), "ochre", "hourglass-split"
    THIRD = "third", _l("待终审"), "ochre", "hourglass-split"
    SCHEDULED = "scheduled", _l("定时发布"), "ochre", "clock"
    PUBLISHED = "published", _l("已发布"), "jade", "check-circle-fill"
    WITHDRAWN = "withdrawn", _l("已撤回"), "cinnabar", "slash-circle"
    DROPPED = "dropped", _l("已作废"), "soft", "x-circle"


class Application(State):
    """From a submitted form to a decision."""

    SUBMITTED = "submitted", _l("待核验"), "ochre", "hourglass-split"
    RETURNED = "returned", _l("待修改"), "indigo", "reply"
    APPROVED = "approved", _l("已通过"), "jade", "check-circle-fill"
    REFUSED = "refused", _l("未通过"), "cinnabar", "x-circle"
    WITHDRAWN = "withdrawn", _l("已撤回"), "soft", "slash-circle"


class HasPublishing:
    """Columns of a subject that is published."""

    state: Mapped[Publishing] = mapped_column(Stored(Publishing), default=Publishing.DRAFT, index=True)
    publish_at: Mapped[datetime | None]
    published_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_because: Mapped[str | None]


class HasApplication:
    """Columns of a subject that is applied for.

    `asked` is what the applicant was asked to change: a list of {"field": name, "because": sentence}.
    """

    state: Mapped[Application] = mapped_column(Stored(Application), default=Application.SUBMITTED, index=True)
    submitted_at: Mapped[datetime] = mapped_column(default=clock.now)
    decided_at: Mapped[datetime | None]
    decided_because: Mapped[str | None]
    asked: Mapped[list[Any]] = mapped_column(default=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishingPermissions:
    draft: Permission
    first: Permission
    second: Permission
    third: Permission
    withdraw: Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationPermissions:
    apply: Permission
    decide: Permission


def publishing(
    p: PublishingPermissions,
    *,
    issue: Effect | None = None,
    withdraw: Effect | None = None,
    states: Any = Publishing,
) -> list[Step]:
    """Rows of the three reviews. The drafter may give the first review; three people in all (CAUTIONS, Separation).

    `issue` runs when the text becomes public (number, freeze), at once or at its scheduled moment. A feature with more states brings
    its own enum with at least those of `Publishing`.
    """
    s = states
    back = _l("退回的理由")

    def issued(subject: Any, *, actor: Actor, reason: str, **inputs: Any) -> None:
        subject.published_at = clock.now()
        if issue is not None:
            issue(subject, actor=actor, reason=reason, **inputs)

    def publish_or_wait(subject: Any, *, actor: Actor, reason: str, **inputs: Any) -> None:
        if subject.publish_at is not None and subject.publish_at > clock.now():
            subject.state = s.SCHEDULED
        else:
            issued(subject, actor=actor, reason=reason, **inputs)

    def withdrawn(subject: Any, *, actor: Actor, reason: str, **inputs: Any) -> None:
        subject.withdrawn_at, subject.withdrawn_because = clock.now(), reason
        if withdraw is not None:
            withdraw(subject, actor=actor, reason=reason, **inputs)

    return [
        Step(deed="submit", label=_l("送初审"), from_=(s.DRAFT,), to=s.FIRST, needs=p.draft, is_primary=True),
        Step(
            deed="first_review",
            label=_l("初审通过"),
            from_=(s.FIRST,),
            to=s.SECOND,
            needs=p.first,
            is_primary=True,
        ),
        Step(
            deed="second_review",
            label=_l("复审通过"),
            from_=(s.SECOND,),
            to=s.THIRD,
            needs=p.second,
            apart_from=frozenset({"draft", "submit", "first_review"}),
            is_primary=True,
        ),
        Step(
            deed="third_review",
            label=_l("终审签发"),
            from_=(s.THIRD,),
            to=s.PUBLISHED,
            needs=p.third,
            apart_from=frozenset({"draft", "submit", "first_review", "second_review"}),
            is_primary=True,
            is_public_act=True,
            then=publish_or_wait,
            consequence=_l("签发后公开，文本不能再改，只能更正或撤回。"),
        ),
        Step(
            deed="issue",
            label=_l("按时发布"),
            from_=(s.SCHEDULED,),
            to=s.PUBLISHED,
            needs=p.third,
            by_clock=True,
            is_public_act=True,
            then=issued,
        ),
        Step(
            deed="return_first",
            label=_l("退回修改"),
            from_=(s.FIRST,),
            to=s.DRAFT,
            needs=p.first,
            reason=back,
        ),
        Step(
            deed="return_second",
            label=_l("退回修改"),
            from_=(s.SECOND,),
            to=s.DRAFT,
            needs=p.second,
            reason=back,
        ),
        Step(
            deed="return_third",
            label=_l("退回修改"),
            from_=(s.THIRD, s.SCHEDULED),
            to=s.DRAFT,
            needs=p.third,
            reason=back,
        ),
        Step(
            deed="drop",
            label=_l("作废草稿"),
            from_=(s.DRAFT,),
            to=s.DROPPED,
            needs=p.draft,
            reason=_l("作废的理由"),
            is_dangerous=True,
            consequence=_l("作废后不能恢复，只能另起一稿。"),
        ),
        Step(
            deed="withdraw",
            label=_l("撤回"),
            from_=(s.PUBLISHED,),
            to=s.WITHDRAWN,
            needs=p.withdraw,
            reason=_l("撤回的理由（将公开）"),
            is_dangerous=True,
            is_public_act=True,
            then=withdrawn,
            consequence=_l(
                "撤回后原址显示“已撤回”和理由，并从列表、检索和订阅中移出；收到过的人会得到通知。"
            ),
        ),
    ]


def application(
    p: ApplicationPermissions,
    *,
    approve: Effect | None = None,
    refuse: Effect | None = None,
    public: bool = False,
    states: Any = Application,
    applicant: frozenset[str] = frozenset({"apply", "resubmit"}),
) -> list[Step]:
    """Rows of an application: submitted, please change these fields, approved, refused, withdrawn.

    `ask` takes `asked`, the list kept in the subject; whoever did one of the `applicant` deeds does not decide. A feature with more
    states brings its own enum with at least the five of `Application`.
    """
    s = states

    def decided(effect: Effect | None) -> Effect:
        def then(subject: Any, *, actor: Actor, reason: str, **inputs: Any) -> None:
            subject.decided_at, subject.decided_because, subject.asked = clock.now(), reason or None, []
            if effect is not None:
                effect(subject, actor=actor, reason=reason, **inputs)

        return then

    def asking(subject: Any, *, actor: Actor, reason: str, asked: Sequence[dict[str, str]] = ()) -> None:  # noqa: ARG001
        subject.asked = list(asked)

    def again(subject: Any, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
        subject.asked, subject.submitted_at = [], clock.now()

    return [
        Step(
            deed="approve",
            label=_l("核验通过"),
            from_=(s.SUBMITTED,),
            to=s.APPROVED,
            needs=p.decide,
            apart_from=applicant,
            is_primary=True,
            is_public_act=public,
            then=decided(approve),
        ),
        Step(
            deed="ask",
            label=_l("请对方修改"),
            from_=(s.SUBMITTED,),
            to=s.RETURNED,
            needs=p.decide,
            own_page=True,
            apart_from=applicant,
            reason=_l("总的说明"),
            reason_required=False,
            then=asking,
        ),
        Step(
            deed="refuse",
            label=_l("不予通过"),
            from_=(s.SUBMITTED, s.RETURNED),
            to=s.REFUSED,
            needs=p.decide,
            apart_from=applicant,
            reason=_l("不予通过的理由（申请人会看到）"),
            is_dangerous=True,
            then=decided(refuse),
            consequence=_l("申请到此结束，申请人会收到理由，可以重新申请。"),
        ),
        Step(
            deed="resubmit",
            label=_l("改好重新提交"),
            from_=(s.RETURNED,),
            to=s.SUBMITTED,
            needs=p.apply,
            own_page=True,
            then=again,
            is_primary=True,
        ),
        Step(
            deed="withdraw",
            label=_l("撤回申请"),
            from_=(s.SUBMITTED, s.RETURNED),
            to=s.WITHDRAWN,
            needs=p.apply,
            is_dangerous=True,
            consequence=_l("申请到此结束，需要时可以重新申请。"),
            then=decided(None),
        ),
    ]


def with_rows(steps: Sequence[Step], **changed: dict[str, Any]) -> list[Step]:
    """The same rows, with some facts of some rows replaced: `with_rows(rows, approve={"label": …})`."""
    return [replace(s, **changed[s.deed]) if s.deed in changed else s for s in steps]

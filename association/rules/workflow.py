"""The life of an imported text: read in by one, made public by another."""

from typing import Any

from association.kernel.policy import Actor
from association.kernel.words import _, _l
from association.kernel.workflow import Step, Workflow
from association.rules import effects
from association.rules.models import EditionState
from association.rules.policy import P


def _withdrawn(edition: Any, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    edition.withdrawn_because = reason
    effects.publish(edition)


def _published(edition: Any, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    effects.publish(edition)


def _kept_elsewhere(edition: Any) -> object | None:
    """What has a procedure of its own is not published, dropped or withdrawn around it."""
    return _("这份文本由它自己的程序起草、公布和废止，不能在这里办。") if edition.keeper else None


EDITION = Workflow(
    name="edition",
    title=_l("规范文本的一版"),
    states=EditionState,
    initial=EditionState.DRAFT,
    public_text=lambda edition: f"{edition.called}\n{edition.text_hash}",
    steps=[
        Step(
            deed="publish", label=_l("公开文本"), from_=(EditionState.DRAFT,), to=EditionState.PUBLISHED, needs=P.PUBLISH,
            apart_from=frozenset({"import"}), is_primary=True, is_public_act=True, then=_published,
            blocked=_kept_elsewhere, consequence=_l("公开后文字不再改动；读错了只能撤下，另导入一版。"),
        ),
        Step(
            deed="drop", label=_l("作废草稿"), from_=(EditionState.DRAFT,), to=EditionState.DROPPED, needs=P.IMPORT,
            blocked=_kept_elsewhere, reason=_l("作废的理由"), is_dangerous=True, consequence=_l("作废后不能恢复，可以重新导入改好的文件。"),
        ),
        Step(
            deed="withdraw", label=_l("撤下文本"), from_=(EditionState.PUBLISHED,), to=EditionState.WITHDRAWN,
            needs=P.PUBLISH, reason=_l("撤下的理由（将公开）"), is_dangerous=True, is_public_act=True, then=_withdrawn,
            blocked=_kept_elsewhere, consequence=_l("原址保留并说明理由，旧引用仍能打开。"),
        ),
        Step(
            deed="restore", label=_l("重新公开"), from_=(EditionState.WITHDRAWN,), to=EditionState.PUBLISHED,
            needs=P.PUBLISH, reason=_l("重新公开的理由"), is_public_act=True, then=_published, blocked=_kept_elsewhere,
        ),
    ],
)  # fmt: skip

"""Deliberation by panels, of the case and of the appeal: what members may answer, where they read, and what follows when a panel has concluded."""

from collections.abc import Callable

from association.kernel import events
from association.kernel.policy import SYSTEM
from association.kernel.words import _l
from association.panels import matters
from association.panels.events import PanelConcluded
from association.panels.models import PanelSeat
from bulletins.cases.models import AppealState, CaseAppeal, CaseFile, CaseState
from bulletins.cases.workflow import APPEAL, CASE

MATTER = "case"
VOTES = matters.VoteKind(
    word="case",
    choices=(
        matters.Choice("as_proposed", _l("同意拟处理"), "ochre", "check-circle"),
        matters.Choice("lighter", _l("成立，从轻或者不采取措施"), "ochre", "arrow-down", needs_reason=True),
        matters.Choice("not_upheld", _l("不成立"), "jade", "x-circle", needs_reason=True),
        matters.Choice("more", _l("补充调查"), "indigo", "search", needs_reason=True),
    ),
)

AGAIN = "case_appeal"
REVIEW = matters.VoteKind(
    word="case_appeal",
    choices=(
        matters.Choice("upheld", _l("维持"), "ochre", "check-circle"),
        matters.Choice("changed", _l("变更原决定"), "indigo", "arrow-down", needs_reason=True),
        matters.Choice("revoked", _l("撤销"), "jade", "slash-circle", needs_reason=True),
    ),
)


def _concluded_again(event: PanelConcluded) -> None:
    if event.panel.matter != AGAIN:
        return
    appeal = matters.subject_of(event.panel)
    if appeal.state is AppealState.ACCEPTED:
        APPEAL.take("judge", appeal, actor=SYSTEM, conclusion=event.minutes.conclusion)


def _concluded(event: PanelConcluded) -> None:
    if event.panel.matter != MATTER:
        return
    case = matters.subject_of(event.panel)
    if case.state is not CaseState.DELIBERATING:
        return
    if event.minutes.conclusion == "more":
        CASE.take("reopen", case, actor=SYSTEM)
    else:
        CASE.take("deliberate", case, actor=SYSTEM, conclusion=event.minutes.conclusion)


def init_app(
    *,
    read_at: Callable[[PanelSeat], str],
    file_of: Callable[[CaseFile], str],
    appeal_at: Callable[[CaseAppeal], str],
) -> None:
    matters.name_matter(
        matters.Matter(
            word=MATTER, label=_l("案件审议"), model=CaseFile, title_of=lambda c: c.called, parties_of=lambda c: [c.organisation.name], votes=VOTES,
            read_at=read_at, file_of=file_of, seats=frozenset({"panel"}), readers=frozenset({"legal", "issuer"}),
        )
    )  # fmt: skip
    matters.name_matter(
        matters.Matter(
            word=AGAIN, label=_l("案件申诉的复核"), model=CaseAppeal, title_of=lambda a: a.case.called, parties_of=lambda a: [a.case.organisation.name],
            votes=REVIEW, read_at=lambda seat: appeal_at(matters.subject_of(seat.panel)), file_of=appeal_at, seats=frozenset({"appeals"}),
            readers=frozenset({"appeals"}),
        )
    )  # fmt: skip
    events.subscribe(PanelConcluded, _concluded)
    events.subscribe(PanelConcluded, _concluded_again)

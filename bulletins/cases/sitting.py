"""Deliberation by a panel: what members may answer, where they read, and what follows when the panel has concluded."""

from collections.abc import Callable

from association.kernel import events
from association.kernel.policy import SYSTEM
from association.kernel.words import _l
from association.panels import matters
from association.panels.events import PanelConcluded
from association.panels.models import PanelSeat
from bulletins.cases.models import CaseFile, CaseState
from bulletins.cases.workflow import CASE

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


def init_app(*, read_at: Callable[[PanelSeat], str], file_of: Callable[[CaseFile], str]) -> None:
    matters.name_matter(
        matters.Matter(
            word=MATTER, label=_l("案件审议"), model=CaseFile, title_of=lambda c: c.called, parties_of=lambda c: [c.organisation.name], votes=VOTES,
            read_at=read_at, file_of=file_of, seats=frozenset({"panel"}), readers=frozenset({"legal", "issuer"}),
        )
    )  # fmt: skip
    events.subscribe(PanelConcluded, _concluded)

"""The review of a draft as business of a panel: what it is called, who judges, and where they read and vote."""

from flask import url_for

from association.kernel.words import _l
from association.panels import matters
from association.panels.models import PanelSeat
from association.standards import queries
from association.standards.models import Project, Vote
from association.standards.models.review import MATTER


def _read_at(seat: PanelSeat) -> str:
    return url_for("standard_ballot.vote", id=queries.reviewer_at(seat).id)


def init_app() -> None:
    matters.name_matter(
        matters.Matter(
            word=MATTER, label=_l("标准审查"), model=Project, title_of=lambda project: project.title, parties_of=_parties, read_at=_read_at,
            file_of=lambda project: url_for("standard_desk.show", id=project.id), votes=_VOTES, votes_there=True, names_there=True,
            readers=frozenset({"editor", "reviewer", "issuer", "legal"}), closes_itself=False,
        )
    )  # fmt: skip


def _parties(project: Project) -> list[str]:
    """Who proposed it and who drafted it."""
    named = [project.proposed_by, *project.drafting_units.splitlines(), *project.drafters.splitlines()]
    return list(dict.fromkeys(name.strip() for name in named if name.strip()))


_VOTES = matters.VoteKind(
    word=MATTER,
    choices=tuple(
        matters.Choice(v.value, v.label, v.tone, v.icon, needs_reason=v is not Vote.FOR) for v in Vote
    ),
)

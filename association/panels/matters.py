"""What features above bring before panels: the kind of business, the kind of vote, whom it may be asked of and where it is read."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from association.kernel.db import Model, session
from association.kernel.state import Tone


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers of a vote; drawn as a state is. `needs_reason`: it cannot be given without words."""

    word: str
    label: object
    tone: Tone = "soft"
    icon: str = "circle"
    needs_reason: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteKind:
    """A table of choices. Exactly one of them is an opinion's word."""

    word: str
    choices: tuple[Choice, ...]

    def choice(self, word: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.word == word), None)


def _nobody(_subject: Any) -> Iterable[str]:
    return ()


def _nothing(_seat: Any) -> object | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One kind of business. `title_of` and `parties_of` are shown before a member has declared: they say what a tie could be to.

    `read_at` is where a member without a tie reads the subject, `file_of` the staff's page of it. With `votes_there` the opinion is given on that
    page of the feature's, else on the panel's own. `seats` are the roles one of which a member must hold, `keepers` those that keep the panel,
    `readers` those that see it besides. `before_vote` may say why an opinion cannot be given yet. With `minutes_at` the minutes are drawn up there, by those
    who keep the panel; else on the panel's own page, by a member too.
    """

    word: str
    label: object
    model: type[Model]
    title_of: Callable[[Any], str]
    read_at: Callable[[Any], str]
    file_of: Callable[[Any], str]
    votes: VoteKind
    parties_of: Callable[[Any], Iterable[str]] = _nobody
    before_vote: Callable[[Any], object | None] = _nothing
    votes_there: bool = False
    minutes_at: Callable[[Any], str] | None = None
    seats: frozenset[str] = frozenset({"expert"})
    keepers: frozenset[str] = frozenset({"experts"})
    readers: frozenset[str] = frozenset()
    names_there: bool = False
    """Members are named and taken off on the feature's page, which asks for more than a name; the panel's own page then only shows them."""
    closes_itself: bool = True
    """Opinions are opened by themselves when all are in, or after the last day with a quorum; else by a keeper, under the same conditions."""
    loads: tuple[Any, ...] = ()
    """Relationships `title_of` needs, so that many titles cost a constant number of statements."""

    @property
    def kind(self) -> str:
        """The subject's word in the trail."""
        return str(self.model.__tablename__)


_matters: dict[str, Matter] = {}


def name_matter(matter: Matter) -> None:
    _matters[matter.word] = matter


def matters() -> Mapping[str, Matter]:
    return dict(_matters)


def matter_of(panel: Any) -> Matter:
    return _matters[panel.matter]


def subject_of(panel: Any) -> Any:
    """The row the panel judges."""
    return session.get_one(matter_of(panel).model, panel.subject_id)


def title_of(panel: Any) -> str:
    return matter_of(panel).title_of(subject_of(panel))


def titles(panels: Collection[Any]) -> dict[int, str]:
    """Panel's id → what its subject is called; one statement for each kind of business."""
    found: dict[int, str] = {}
    for word in {panel.matter for panel in panels}:
        matter = _matters[word]
        mine = [panel for panel in panels if panel.matter == word]
        rows = select(matter.model).where(matter.model.id.in_([panel.subject_id for panel in mine]))
        by_id = {row.id: row for row in session.scalars(rows.options(*map(selectinload, matter.loads)))}
        found |= {panel.id: matter.title_of(by_id[panel.subject_id]) for panel in mine}
    return found


def keepers() -> frozenset[str]:
    """Roles that keep panels of any business."""
    return frozenset(role for matter in _matters.values() for role in matter.keepers)

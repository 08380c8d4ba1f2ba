"""What followers hear. A feature says it once, as a table from deeds to words:

    tells(NOTICE, Telling(kind="notice", words={"issue": _l("发布"), "withdraw": _l("撤回")}, title_of=…, url_of=…))

Every such step becomes a happening in its own transaction, and the worker spreads it. What is not in the table is silent: that is how minor
edits stay silent.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Protocol

from sqlalchemy import select, update

from association.following.models import LONGEST_KEY, Happening, HappeningKey
from association.kernel import events, jobs
from association.kernel.audit import kind_of
from association.kernel.clock import now
from association.kernel.db import Model, session
from association.kernel.workflow import StepTaken
from association.rules.models import Citation
from association.rules.queries.citing import PUBLIC

SPREAD = "following.spread"
PAUSE = timedelta(minutes=2)
"""The deed's own letters go first, so that whom it has written to is not written to twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What of a life is told, and how.

    `words` are the deeds that are told. `about` is the subject the page is of (a correction is about its notice); `keys_of` what else it
    touches; `shown` whether the subject is public after the deed; `quiet` what is too small to tell; `ends` the deeds after which nothing
    earlier of it is told to anybody.
    """

    kind: str
    words: Mapping[str, object]
    title_of: Callable[[Any], str]
    url_of: Callable[[Any], str]
    about: Callable[[Any], Model] = lambda subject: subject
    keys_of: Callable[[Any], Iterable[str]] = lambda _subject: ()
    shown: Callable[[Any], bool] = lambda _subject: True
    quiet: Callable[[Any], bool] = lambda _subject: False
    ends: frozenset[str] = frozenset({"withdraw"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of happenings, which can be followed as a whole; `url` is its public list, `topics` what its subjects may be about."""

    name: str
    label: object
    url: str
    topics: Callable[[], Iterable[str]] = field(default=lambda: ())


class Life(Protocol):
    """Whatever deeds belong to: a workflow, or a feature whose deeds are no steps."""

    name: str


_tellings: dict[str, Telling] = {}
_kinds: dict[str, Kind] = {}


def kind(name: str, label: object, url: str, *, topics: Callable[[], Iterable[str]] = lambda: ()) -> None:
    """Name a kind of happenings. Whoever tells first names it."""
    _kinds[name] = Kind(name=name, label=label, url=url, topics=topics)


def tells(life: Life, telling: Telling) -> None:
    """Register what followers hear of a life."""
    _tellings[life.name] = telling


def kinds() -> Mapping[str, Kind]:
    return _kinds


def word_of(happening: Happening) -> object:
    """The deed as followers hear it."""
    telling = _tellings.get(happening.life)
    return telling.words.get(happening.deed, "") if telling else ""


def happened(life: Life, deed: str, subject: Any) -> Happening | None:
    """Note in this transaction that a deed has happened in public; None where nobody is told of it."""
    telling = _tellings.get(life.name)
    if telling is None or deed not in telling.words or not telling.shown(subject) or telling.quiet(subject):
        return None
    session.flush()
    about = telling.about(subject)
    if deed in telling.ends:
        forget_earlier(about)
    happening = Happening(
        life=life.name, deed=deed, kind=telling.kind, subject_kind=kind_of(about), subject_id=about.id,
        title=telling.title_of(subject), url=telling.url_of(subject)[:300], at=now(),
    )  # fmt: skip
    session.add(happening)
    session.flush()
    for key in sorted(
        {f"kind:{telling.kind}", *telling.keys_of(subject), *_clauses_cited(subject), *_clauses_cited(about)}
    ):
        session.add(HappeningKey(happening_id=happening.id, key=key[:LONGEST_KEY]))
    jobs.later(SPREAD, due_at=happening.at + PAUSE, happening=happening.id, after=0)
    return happening


def forget_earlier(about: Model) -> None:
    """What was told of this subject so far is told to nobody who has not heard of it yet."""
    session.execute(
        update(Happening)
        .where(Happening.subject_kind == kind_of(about), Happening.subject_id == about.id)
        .values(is_gone=True)
    )


def _clauses_cited(subject: Model) -> list[str]:
    """Whoever follows a clause hears of what cites it."""
    rows = select(Citation.provision_id).where(
        Citation.subject_kind == kind_of(subject), Citation.subject_id == subject.id, Citation.audience == PUBLIC,
        Citation.provision_id.is_not(None),
    )  # fmt: skip
    return [f"clause:{provision}" for provision in session.scalars(rows)]


def _on_step(taken: StepTaken) -> None:
    happened(taken.workflow, taken.step.deed, taken.subject)


def listen() -> None:
    events.subscribe(StepTaken, _on_step)

"""Writing a warning, until the first review."""

from collections.abc import Sequence
from datetime import date, datetime

from association import drafting
from association.consultations import texts
from association.drafting import Draft
from association.kernel import audit, clock, dated
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations import queries as organisations
from association.rules import homes
from association.rules.models import Edition
from bulletins.warnings.labels import as_text
from bulletins.warnings.models import Level, RiskWarning, WarningAudience, WarningState
from bulletins.warnings.policy import P


def draft(*, actor: Actor, **facts: object) -> RiskWarning:
    """Begin a warning; `facts` as `change` takes them."""
    require(actor, P.DRAFT)
    warning = RiskWarning(title="", level=Level.BLUE, topic="", happens="", todo="", valid_to=clock.today())
    _set(warning, **facts)  # type: ignore[arg-type]
    session.add(warning)
    session.flush()
    drafting.save(warning, as_text(facts), base=0, actor=actor)
    return warning


def change(warning: RiskWarning, *, base: int, actor: Actor, **facts: object) -> Draft:
    """Write it anew, over the version `base`. Refused once it is under review. Who changes a draft counts as its drafter.

    When somebody has saved since, the warning stays as they wrote it and the answer's `is_aside` says so: this text is kept beside theirs.
    """
    require(actor, P.DRAFT, warning)
    lock(warning)
    _check_draft(warning)
    newest = drafting.latest(warning)
    if newest is None or newest.number == base:
        _set(warning, **facts)  # type: ignore[arg-type]
        session.flush()
    return drafting.save(warning, as_text(facts), base=base, actor=actor)


def _check_draft(warning: RiskWarning) -> None:
    if warning.state is not WarningState.DRAFT:
        raise Refused(_("已经送审，不能再改；要改请先退回。"))


def _set(
    warning: RiskWarning,
    *,
    title: str,
    level: Level,
    topic: str,
    happens: str,
    todo: str,
    act_by: date | None,
    valid_from: date | None,
    valid_to: date,
    kinds: Sequence[str] = (),
    provinces: Sequence[str] = (),
    named: Sequence[str] = (),
    only_named: bool = False,
    contents: Sequence[str] = (),
    platforms: Sequence[str] = (),
    must_read: bool = False,
    wants_statement: bool = False,
    confirm_days: int = 3,
    publish_at: datetime | None = None,
) -> None:
    """`named` are codes (统一社会信用代码) of verified organisations."""
    if topic not in dated.value("warnings.topics"):
        raise Refused(_("请选择主题。"), field="topic")
    if valid_to < clock.today() or (valid_from is not None and valid_to < valid_from):
        raise Refused(_("截止日不能早于今天，也不能早于起始日。"), field="valid_to")
    if act_by is not None and act_by > valid_to:
        raise Refused(_("办理期限不能在有效期之后。"), field="act_by")
    if wants_statement and not must_read:
        raise Refused(_("要求报送说明的预警须为必读。"), field="wants_statement")
    ids = organisations.ids_of_codes(named, field="named")
    if only_named and not ids:
        raise Refused(_("只限点名时，请至少写一家单位。"), field="named")
    warning.title, warning.level, warning.topic, warning.happens, warning.todo = (
        title,
        level,
        topic,
        happens,
        todo,
    )
    warning.act_by, warning.valid_from, warning.valid_to = act_by, valid_from, valid_to
    warning.contents, warning.platforms = list(contents), list(platforms)
    warning.must_read, warning.wants_statement, warning.confirm_days = (
        must_read,
        wants_statement,
        confirm_days,
    )
    warning.publish_at = publish_at
    warning.narrow(WarningAudience, kinds=kinds, provinces=provinces, named=ids, only_named=only_named)


def add_clause(warning: RiskWarning, *, edition: Edition, path: str, actor: Actor) -> str:
    """Note a clause it rests on; returns what the clause is called. Public with the warning, not before."""
    require(actor, P.DRAFT, warning)
    lock(warning)
    _check_draft(warning)
    clause = texts.clause_of(edition, path)
    if clause is None or not path:
        raise Refused(_("文本里没有这一条。"), field="path")
    if any(c["edition"] == edition.id and c["path"] == path for c in warning.clauses):
        raise Refused(_("这一条已经登记过。"), field="path")
    called = f"《{edition.document.title}》{clause.name}"
    url = f"{homes.of_edition(edition)}#p-{path}"
    warning.clauses = [*warning.clauses, {"edition": edition.id, "path": path, "called": called, "url": url}]
    audit.record("add_clause", warning, actor=actor, edition=edition.id, clause=clause.name)
    return called


def remove_clauses(warning: RiskWarning, *, actor: Actor) -> None:
    """Begin the list of clauses anew."""
    require(actor, P.DRAFT, warning)
    lock(warning)
    _check_draft(warning)
    warning.clauses = []
    audit.record("remove_clauses", warning, actor=actor)

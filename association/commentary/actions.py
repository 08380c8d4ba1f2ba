"""Verbs of commentary, each with its actor."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from association.accounts import queries as accounts
from association.accounts.actors import actor_of
from association.accounts.models import Account, Role
from association.commentary import letters, queries
from association.commentary.models import (
    Commentary,
    CommentaryKind,
    CommentaryState,
    Finding,
    FindingKind,
    TrackedWork,
)
from association.commentary.policy import P
from association.kernel import audit, clock, walls
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations import uscc
from association.rules import queries as texts
from association.rules.models import Edition

FACTS = ("title", "topic", "work", "work_number", "names_somebody", "period_from", "period_to", "publish_at")


def begin(kind: CommentaryKind, *, facts: Mapping[str, Any], maker_code: str, actor: Actor) -> Commentary:
    """An essay on a work, or the digest of a period, to be written."""
    require(actor, P.COMMISSION)
    _check(kind, facts)
    commentary = Commentary(kind=kind, **{name: facts[name] for name in FACTS}, maker_id=_maker(maker_code))
    session.add(commentary)
    audit.record("begin_commentary", commentary, actor=actor, kind=kind.value, title=commentary.title)
    return commentary


def _check(kind: CommentaryKind, facts: Mapping[str, Any]) -> None:
    if kind is CommentaryKind.ESSAY and not facts["work"]:
        raise Refused(_("请写明作品。"), field="work")
    if kind is CommentaryKind.DIGEST:
        first, last = facts["period_from"], facts["period_to"]
        for name, day in (("period_from", first), ("period_to", last)):
            if day is None:
                raise Refused(_("综述请写明起止日期。"), field=name)
        if first > last:
            raise Refused(_("综述的止日不能早于起日。"), field="period_to")


def _maker(code: str) -> int | None:
    """The verified organisation with this code; None where none was given."""
    if not code:
        return None
    found = organisations.living(uscc.tidy(code))
    if found is None or not found.is_verified or not found.has_public_record:
        raise Refused(_("没有使用这个代码的、有公开记录的已核验单位。"), field="maker_code")
    return found.id


def change_facts(commentary: Commentary, *, facts: Mapping[str, Any], maker_code: str, actor: Actor) -> None:
    """While it is being written: what was reviewed is not changed under the reviewers."""
    lock(commentary)
    require(actor, P.COMMISSION)
    check_draft(commentary)
    _check(commentary.kind, facts)
    after = {name: facts[name] for name in FACTS} | {"maker_id": _maker(maker_code)}
    changes = [
        (n, getattr(commentary, n), value) for n, value in after.items() if getattr(commentary, n) != value
    ]
    for name, _old, value in changes:
        setattr(commentary, name, value)
    if changes:
        audit.record("draft", commentary, actor=actor, changes=changes)


def check_draft(commentary: Commentary) -> None:
    """Refused unless it may be written now."""
    if commentary.state is not CommentaryState.DRAFT:
        state = str(commentary.state.label)
        raise Refused(_("现在是“%(state)s”，不能改；要改的请先退回修改。", state=state))


def commission(commentary: Commentary, *, writer: Account, due_on: date | None, actor: Actor) -> None:
    """Ask an expert to write it, or another than before; the expert hears of it."""
    lock(commentary)
    require(actor, P.COMMISSION)
    check_draft(commentary)
    if Role.EXPERT not in accounts.roles_of(writer.id):
        raise Refused(_("%(name)s现在不是专家。", name=writer.name), field="writer")
    if walls.is_behind(actor_of(writer).walls, commentary):
        raise Refused(
            _("%(name)s与制作机构有利害关系，须回避，请另约他人。", name=writer.name), field="writer"
        )
    if due_on is not None and due_on < clock.today():
        raise Refused(_("交稿期限不能在今天之前。"), field="due_on")
    if writer.id != commentary.writer_id:
        commentary.shows_writer = False  # a consent is one person's
    commentary.writer, commentary.writer_id, commentary.due_on = writer, writer.id, due_on
    audit.record(
        "commission", commentary, actor=actor, writer=writer.id, due_on=due_on.isoformat() if due_on else ""
    )
    letters.commissioned(commentary)


def show_writer(commentary: Commentary, *, shown: bool, actor: Actor) -> None:
    """The writer says whether the name is printed under it. Nobody else may."""
    lock(commentary)
    require(actor, P.SHOW_NAME, commentary)
    check_draft(commentary)
    if commentary.shows_writer != shown:
        audit.record(
            "show_writer", commentary, actor=actor, changes=[("shows_writer", commentary.shows_writer, shown)]
        )
    commentary.shows_writer = shown


def find(
    commentary: Commentary, *, kind: FindingKind, fact: str, cause: str, proposal: str, edition: Edition | None, path: str,
    actor: Actor, essay: Commentary | None = None,
) -> Finding:  # fmt: skip
    """Note a merit or a problem; of a problem cause and proposal are asked for. In a digest it may be taken from an essay."""
    lock(commentary)
    require(actor, P.WRITE, commentary)
    check_draft(commentary)
    if kind is not FindingKind.MERIT:
        for name, value in (("cause", cause), ("proposal", proposal)):
            if not value:
                raise Refused(_("问题请写明原因和建议。"), field=name)
    words = texts.cited_words(edition, path) if edition is not None else ""
    if edition is not None and not words:
        raise Refused(_("这一版没有这一条：%(path)s。", path=path), field="path")
    finding = Finding(
        commentary=commentary, kind=kind, fact=fact, cause=cause, proposal=proposal, edition=edition,
        edition_id=edition.id if edition else None, path=path if edition else "", words=words, essay=essay,
        essay_id=essay.id if essay else None,
    )  # fmt: skip
    session.add(finding)
    session.flush()
    audit.record("draft", commentary, actor=actor, finding=kind.value, clause=words)
    return finding


def take(digest: Commentary, finding: Finding, *, kind: FindingKind, actor: Actor) -> Finding:
    """Into a digest, as a common tendency, a single problem or a merit, what an essay of its days has found."""
    if not digest.is_digest or digest.period_from is None or digest.period_to is None:
        raise Refused(_("只有综述可以收入作品阅评里的内容。"))
    essay = finding.commentary
    if essay not in queries.essays_between(digest.period_from, digest.period_to):
        raise Refused(_("这一篇不在综述的起止日期之内，或者已经撤回。"))
    if (essay.id, finding.fact) in queries.taken(digest):
        raise Refused(_("这一项已经收入。"))
    return find(
        digest, kind=kind, fact=finding.fact, cause=finding.cause, proposal=finding.proposal, edition=finding.edition,
        path=finding.path, essay=essay, actor=actor,
    )  # fmt: skip


def drop_finding(finding: Finding, *, actor: Actor) -> None:
    """Take it out again."""
    commentary = finding.commentary
    lock(commentary)
    require(actor, P.WRITE, commentary)
    check_draft(commentary)
    audit.record("draft", commentary, actor=actor, dropped=finding.kind.value, clause=finding.words)
    commentary.findings.remove(finding)


def track(*, work: str, work_number: str, maker: str, topic: str, note: str, actor: Actor) -> TrackedWork:
    """Put a work on the list of those that are followed."""
    require(actor, P.TRACK)
    if queries.is_tracked(work):
        raise Refused(_("这部作品已经在重点目录里。"), field="work")
    tracked = TrackedWork(work=work, work_number=work_number, maker=maker, topic=topic, note=note)
    session.add(tracked)
    audit.record("track", tracked, actor=actor, work=work)
    return tracked

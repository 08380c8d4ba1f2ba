"""Verbs of notices, each with its actor."""

from collections.abc import Mapping
from typing import Any

from association.kernel import audit
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.rules import queries as texts
from association.rules.models import Edition
from bulletins.notices.models import (
    Correction,
    Notice,
    NoticeCitation,
    NoticeKind,
    NoticeState,
)
from bulletins.notices.policy import P

FACTS = (
    "title", "topic", "addressee", "names_somebody", "audience", "source_issuer", "source_number", "source_url", "source_on",
    "publish_at",
)  # fmt: skip


def begin(kind: NoticeKind, *, facts: Mapping[str, Any], actor: Actor) -> Notice:
    """A notice to be written."""
    require(actor, P.DRAFT)
    _check(kind, facts)
    notice = Notice(kind=kind, **{name: facts[name] for name in FACTS})
    session.add(notice)
    audit.record("begin", notice, actor=actor, kind=kind.value, title=notice.title)
    return notice


def change_facts(notice: Notice, *, facts: Mapping[str, Any], actor: Actor) -> None:
    """While it is a draft: what was reviewed is not changed under the reviewers."""
    lock(notice)
    require(actor, P.DRAFT, notice)
    check_draft(notice)
    _check(notice.kind, facts)
    changes = [(n, getattr(notice, n), facts[n]) for n in FACTS if getattr(notice, n) != facts[n]]
    for name, _old, value in changes:
        setattr(notice, name, value)
    if changes:
        audit.record("draft", notice, actor=actor, changes=changes)


def _check(kind: NoticeKind, facts: Mapping[str, Any]) -> None:
    if kind is NoticeKind.FORWARDED:
        for name, sentence in (
            ("source_issuer", _("转发的请写明原发布机构。")), ("source_number", _("转发的请写明原文号。")),
            ("source_url", _("转发的请给出原文网址。")),
        ):  # fmt: skip
            if not facts[name]:
                raise Refused(sentence, field=name)


def check_draft(notice: Notice) -> None:
    """Refused unless it may be written now."""
    if notice.state is not NoticeState.DRAFT:
        raise Refused(_("现在是“%(state)s”，不能改；要改的请先退回修改。", state=str(notice.state.label)))


def cite(notice: Notice, *, edition: Edition, path: str, actor: Actor) -> NoticeCitation:
    """A clause it rests on; the clause's page names the notice once it is issued."""
    lock(notice)
    require(actor, P.DRAFT, notice)
    check_draft(notice)
    words = texts.cited_words(edition, path)
    if not words:
        raise Refused(_("这一版没有这一条：%(path)s。", path=path), field="path")
    if any(c.edition_id == edition.id and c.path == path for c in notice.citations):
        raise Refused(_("这一条已经引用。"), field="path")
    citation = NoticeCitation(notice=notice, edition=edition, edition_id=edition.id, path=path, words=words)
    session.add(citation)
    audit.record("cite", notice, actor=actor, clause=words)
    return citation


def uncite(citation: NoticeCitation, *, actor: Actor) -> None:
    notice = citation.notice
    lock(notice)
    require(actor, P.DRAFT, notice)
    check_draft(notice)
    audit.record("uncite", notice, actor=actor, clause=citation.words)
    notice.citations.remove(citation)


def propose_correction(notice: Notice, *, before: str, after: str, because: str, actor: Actor) -> Correction:
    """What is to be read instead; the words must stand in the text, so that nobody corrects what is not there."""
    lock(notice)
    require(actor, P.CORRECT, notice)
    check_public(notice)
    if not any(before in words for _level, words in notice.lines):
        raise Refused(_("正文里没有这些文字，请照原文填写。"), field="before")
    correction = Correction(notice=notice, notice_id=notice.id, before=before, after=after, because=because)
    session.add(correction)
    audit.record("propose_correction", correction, actor=actor, reason=because)
    return correction


def check_public(notice: Notice) -> None:
    if notice.state is not NoticeState.PUBLISHED:
        raise Refused(_("只能更正已发布的通报。"))


__all__ = [
    "begin", "change_facts", "check_draft", "check_public", "cite", "propose_correction", "uncite",
]  # fmt: skip

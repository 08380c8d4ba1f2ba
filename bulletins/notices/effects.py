"""What the steps of notices do beyond moving a state."""

from typing import Any

from association import drafting
from association.kernel import clock, dated, documents, jobs, numbering
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.search import records
from association.kernel.words import _
from association.rules import actions as rules
from association.rules.reading.paragraphs import hash_of, lines_of
from association.rules.reading.tree import ReadDocument
from bulletins.notices import companions
from bulletins.notices.models import Correction, Notice, NoticeState
from bulletins.notices.settings import form_of

documents.issued("notice")

TELL = "notices.tell"
LONGEST_FOUND = 50_000


def public_text(notice: Notice) -> str:
    """What the public log commits to."""
    return f"{notice.number}:{notice.title}:{notice.state.value}:{notice.text_hash}"


def read_draft(notice: Notice) -> ReadDocument:
    draft = drafting.latest(notice)
    if draft is None or not draft.text.strip():
        raise Refused(_("还没有正文。"))
    return drafting.read(draft.text, title=notice.title)


def not_ready(notice: Notice) -> object | None:
    """The sentence while nothing is written, or while its kind still asks for something."""
    try:
        read_draft(notice)
    except Refused as refusal:
        return refusal.sentence
    companion = companions.of(notice)
    return companion.missing(notice) if companion else None


def _with_companion(notice: Notice, lines: list[list[Any]]) -> list[list[Any]]:
    companion = companions.of(notice)
    if companion is None:
        return lines
    before, after = ([["", words] for words in part(notice)] for part in (companion.before, companion.after))
    return [*before, *lines, *after]


def to_the_legal_office_first(notice: Notice, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """What names a person or an organisation is read by the legal office before the last review (CAUTIONS, People)."""
    if notice.names_somebody:
        notice.state = NoticeState.LEGAL


def issued(notice: Notice, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Numbered, frozen, public, printed, found, cited, and on its way to those it is for."""
    notice.lines = _with_companion(notice, lines_of(read_draft(notice)))
    notice.text_hash = hash_of(notice.lines)
    given = numbering.issue(f"notice_{notice.kind.value}", notice, form=form_of(notice.kind.value))
    notice.number = given.written
    notice.slug = f"{notice.kind.value}-{given.year}-{given.number}"
    notice.signatory = str(dated.value("site.name"))
    session.flush()
    for citation in notice.citations:
        rules.cite(citation.edition, citation.path, by=notice, title=notice.title, url=address(notice))
    documents.render_later(
        "print/bulletins/notice.html",
        subject=notice,
        kind="notice",
        title=notice.title,
        address=address(notice),
    )
    keep_in_search(notice)
    jobs.later(TELL, notice=notice.id, deed="issued", after=0)


def address(notice: Notice) -> str:
    return f"/bulletins/{notice.slug}/"


def keep_in_search(notice: Notice) -> None:
    key = f"notice:{notice.id}"
    if notice.state is not NoticeState.PUBLISHED or notice.published_at is None:
        records.withdraw(key)
        return
    words = "\n".join(words for _level, words in notice.lines)[:LONGEST_FOUND]
    records.publish(
        key=key, kind="notice", title=notice.title, body=f"{notice.number} {notice.source_number}\n{words}", url=address(notice),
        dated_on=clock.day_of(notice.published_at), facets={"kind": notice.kind.value},
    )  # fmt: skip


def withdrawn(notice: Notice, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Out of lists, search and clauses at once; its address says why, and everybody who got it is told."""
    rules.uncite(notice)
    keep_in_search(notice)
    jobs.later(TELL, notice=notice.id, deed="withdrawn", after=0)


def corrected(correction: Correction, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Stands before the text from today on; everybody who got the notice is told."""
    correction.issued_on = clock.today()
    session.flush()
    jobs.later(TELL, notice=correction.notice_id, deed="corrected", after=0, correction=correction.id)


def correction_text(correction: Correction) -> str:
    return f"{correction.notice.number}:{correction.before}:{correction.after}:{correction.issued_on}"


def not_public(correction: Correction) -> object | None:
    """Only what is in public is corrected."""
    return None if correction.notice.state is NoticeState.PUBLISHED else _("这份通报已经撤回，不再更正。")

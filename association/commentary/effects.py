"""What the steps of a commentary do beyond moving its state."""

from association import drafting
from association.commentary.models import Commentary, CommentaryState
from association.commentary.settings import said
from association.kernel import clock, documents, numbering
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.search import records
from association.kernel.words import _
from association.rules import actions as rules
from association.rules.reading.paragraphs import hash_of, lines_of
from association.rules.reading.tree import ReadDocument

documents.issued("commentary")

LONGEST_FOUND = 50_000


def public_text(commentary: Commentary) -> str:
    """What the public log commits to."""
    return f"{commentary.number}:{commentary.title}:{commentary.state.value}:{commentary.text_hash}"


def read_draft(commentary: Commentary) -> ReadDocument:
    """The text as it stands at the writing desk. Refused while nothing is written."""
    draft = drafting.latest(commentary)
    if draft is None or not draft.text.strip():
        raise Refused(_("还没有正文。"))
    return drafting.read(draft.text, title=commentary.title)


def not_ready(commentary: Commentary) -> object | None:
    """The sentence while something is missing."""
    try:
        read_draft(commentary)
    except Refused as refusal:
        return refusal.sentence
    if not commentary.findings:
        return _("还没有登记长处或问题，请至少登记一项。")
    return None


def to_the_legal_office_first(commentary: Commentary, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """What names a maker or a person is read by the legal office before the last review (CAUTIONS, People)."""
    if commentary.needs_legal:
        commentary.state = CommentaryState.LEGAL


def issued(commentary: Commentary, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Numbered, frozen, public, printed, found, and named by the clauses it speaks of."""
    commentary.lines = lines_of(read_draft(commentary))
    commentary.text_hash = hash_of(commentary.lines)
    named = commentary.shows_writer and commentary.writer is not None
    commentary.byline = commentary.writer.name if named and commentary.writer else str(said("byline"))
    given = numbering.issue("commentary", commentary, form=str(said("number")))
    commentary.number, commentary.slug = given.written, f"{given.year}-{given.number}"
    session.flush()
    for finding in commentary.findings:
        if finding.edition is not None:
            rules.cite(
                finding.edition, finding.path, by=commentary, title=commentary.title, url=address(commentary),
                outcome=finding.kind.value,
            )  # fmt: skip
    documents.render_later(
        "print/association/commentary/commentary.html", subject=commentary, kind="commentary", title=commentary.title,
        address=address(commentary),
    )  # fmt: skip
    keep_in_search(commentary)


def address(commentary: Commentary) -> str:
    return f"/commentary/{commentary.slug}/"


def keep_in_search(commentary: Commentary) -> None:
    key = f"commentary:{commentary.id}"
    if commentary.state is not CommentaryState.PUBLISHED or commentary.published_at is None:
        records.withdraw(key)
        return
    words = "\n".join(
        [*(words for _level, words in commentary.lines), *(f.fact for f in commentary.findings)]
    )
    records.publish(
        key=key, kind="commentary", title=commentary.title,
        body=f"{commentary.number} {commentary.work} {commentary.work_number}\n{words[:LONGEST_FOUND]}",
        url=address(commentary), dated_on=clock.day_of(commentary.published_at), facets={"kind": commentary.kind.value},
    )  # fmt: skip


def withdrawn(commentary: Commentary, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Out of lists, search and clauses at once; its address says why."""
    rules.uncite(commentary)
    keep_in_search(commentary)

"""What the steps of an act on a published text do."""

from sqlalchemy import func, select

from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import Actor
from association.kernel.words import _, spoken_in
from association.rules import actions as rules
from association.standards.models import Act, ActState


def public_text(act: Act) -> str:
    return f"{act.edition.document.slug}:{act.edition.slug}:{act.kind.value}:{act.number}:{act.path}:{act.before}:{act.after}"


def issued(act: Act, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """It has its number within the edition, stands before the text, and its clause's page names it."""
    act.issued_on = clock.today()
    act.effective_on = act.effective_on or act.issued_on
    act.number = _last_number(act) + 1
    rules.remark(act.edition, in_words(act))
    with spoken_in("zh_Hans"):  # the rows' language, as titles of documents are
        title = titled(act)
    rules.cite(
        act.edition,
        act.path,
        by=act,
        title=title,
        url=f"/standards/{act.edition.document.slug}/life/#act-{act.id}",
    )


def _last_number(act: Act) -> int:
    return (
        session.scalar(
            select(func.max(Act.number)).where(
                Act.edition_id == act.edition_id, Act.kind == act.kind, Act.state == ActState.ISSUED, Act.id != act.id
            )
        )
        or 0
    )  # fmt: skip


def titled(act: Act) -> str:
    """第1号修改单."""
    return _("第%(n)d号%(kind)s", n=act.number or 0, kind=str(act.kind.label))


def in_words(act: Act) -> str:
    """As it stands before the text and on paper, in the text's language."""
    with spoken_in("zh_Hans"):
        return _(
            "%(title)s（%(day)s发布，%(from_)s起施行）：%(place)s原文“%(before)s”，改为“%(after)s”。",
            title=titled(act), day=f"{act.issued_on:%Y-%m-%d}", from_=f"{act.effective_on:%Y-%m-%d}", place=act.place,
            before=act.before, after=act.after,
        )  # fmt: skip

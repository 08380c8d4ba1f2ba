"""The clauses an answer rests on, as they are kept with it: [{"edition": id, "path": path, "called": words, "url": address}]."""

from collections.abc import Sequence
from typing import Any

from association.consultations import texts
from association.kernel.db import Model, session
from association.kernel.errors import Refused
from association.kernel.words import _
from association.rules import actions as rules
from association.rules import homes
from association.rules.models import Edition


def with_one_more(kept: Sequence[Any], *, edition: Edition, path: str) -> list[Any]:
    """The list with this clause. Refused for a place the text has not, or one that is there already."""
    clause = texts.clause_of(edition, path)
    if clause is None or not path:
        raise Refused(_("文本里没有这一条。"), field="path")
    if any(c["edition"] == edition.id and c["path"] == path for c in kept):
        raise Refused(_("这一条已经登记过。"), field="path")
    called = f"《{edition.document.title}》（{edition.slug}）{clause.name}"
    url = f"{homes.of_edition(edition)}#p-{path}"
    return [*kept, {"edition": edition.id, "path": path, "called": called, "url": url}]


def cite(subject: Model, kept: Sequence[Any], *, title: str, url: str, audience: str) -> None:
    """Let the clauses' pages know who cites them, as far as the audience may."""
    rules.uncite(subject)
    for clause in kept:
        edition = session.get_one(Edition, clause["edition"])
        rules.cite(edition, clause["path"], by=subject, title=title, url=url, audience=audience)

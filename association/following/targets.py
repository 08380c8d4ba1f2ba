"""What can be followed, and what it is called. A key names it: `kind:notice`, `topic:…`, `document:7`, `clause:12`, `organisation:3`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from association.following.telling import kinds
from association.kernel.db import session
from association.kernel.words import _, _l
from association.organisations.models import Organisation
from association.rules import homes
from association.rules.models import Clause, Document, Edition, EditionState


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A thing that can be followed, as the reader knows it."""

    key: str
    sort: object
    title: object
    url: str

    @property
    def is_named_in_chinese(self) -> bool:
        """A kind is named in the reader's language, everything else as it is called."""
        return not self.key.startswith("kind:")


SORTS = {
    "kind": _l("一类内容"), "topic": _l("主题"), "document": _l("规范"), "clause": _l("条款"), "organisation": _l("单位"),
}  # fmt: skip


def described(keys: Iterable[str]) -> Mapping[str, Target]:
    """Those of these keys that name something public now; a statement or two per sort, however many there are."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        sort, _colon, value = key.partition(":")
        wanted[sort].add(value)
    found = {
        **_kinds(wanted["kind"]), **_topics(wanted["topic"]), **_documents(_numbers(wanted["document"])),
        **_clauses(_numbers(wanted["clause"])), **_organisations(_numbers(wanted["organisation"])),
    }  # fmt: skip
    return {target.key: target for target in found.values()}


def one(key: str) -> Target | None:
    return described([key]).get(key)


def _target(sort: str, value: object, title: object, url: str) -> Target:
    return Target(key=f"{sort}:{value}", sort=SORTS[sort], title=title, url=url)


def _numbers(values: Iterable[str]) -> set[int]:
    return {int(value) for value in values if value.isascii() and value.isdigit() and len(value) < 16}


def _kinds(names: set[str]) -> dict[str, Target]:
    return {
        f"kind:{name}": _target("kind", name, kind.label, kind.url)
        for name, kind in kinds().items()
        if name in names
    }


def topics() -> dict[str, str]:
    """Every topic of today, and the list it is read in."""
    return {
        topic: f"{kind.url}?topic={topic}"
        for kind in reversed(list(kinds().values()))
        for topic in kind.topics()
    }


def _topics(names: set[str]) -> dict[str, Target]:
    known = topics() if names else {}
    return {f"topic:{name}": _target("topic", name, name, known[name]) for name in names & known.keys()}


def _documents(ids: set[int]) -> dict[str, Target]:
    if not ids:
        return {}
    rows = (
        select(Edition)
        .where(Edition.document_id.in_(ids), Edition.state == EditionState.PUBLISHED)
        .options(joinedload(Edition.document))
        .order_by(Edition.issued_on.is_not(None), Edition.issued_on, Edition.id)
    )
    newest: dict[int, Edition] = {edition.document_id: edition for edition in session.scalars(rows)}
    return {
        f"document:{id_}": _target(
            "document", id_, f"《{e.document.title}》", homes.of_document(e.document, e)
        )
        for id_, e in newest.items()
    }


def _clauses(ids: set[int]) -> dict[str, Target]:
    if not ids:
        return {}
    rows = (
        select(Clause, Document)
        .join(Edition, Edition.id == Clause.edition_id)
        .join(Document, Document.id == Edition.document_id)
        .where(Clause.provision_id.in_(ids), Edition.state == EditionState.PUBLISHED)
        .order_by(Edition.issued_on.is_not(None), Edition.issued_on, Edition.id)
    )
    return {
        f"clause:{clause.provision_id}": _target(
            "clause", clause.provision_id, f"《{document.title}》{clause.called}", f"/rules/{document.slug}/p/{clause.path}/",
        )
        for clause, document in session.execute(rows)
    }  # fmt: skip


def _organisations(ids: set[int]) -> dict[str, Target]:
    if not ids:
        return {}
    return {
        f"organisation:{o.id}": _target("organisation", o.id, o.name, f"/organisations/{o.uscc}/")
        for o in session.scalars(select(Organisation).where(Organisation.id.in_(ids)))
        if o.has_public_record
    }


def unknown_sentence() -> str:
    return _("没有可以关注的这一项，可能已经不再公开。")

"""What followers hear of the features below: imported texts, and organisations' public facts."""

from collections.abc import Iterable
from typing import Any

from association.following.telling import Telling, kind, tells
from association.kernel.words import _l
from association.organisations.models import OrganisationChange
from association.organisations.workflow import CHANGE, ORGANISATION
from association.rules import homes
from association.rules import queries as texts
from association.rules.models import Edition
from association.rules.workflow import EDITION

SEEN = {"name", "kinds", "province", "legal_representative"}
"""What of a change the public record shows."""


def text_keys(edition: Edition) -> Iterable[str]:
    """The document, and every clause that is not what it was in the edition before."""
    yield f"document:{edition.document_id}"
    for provision in texts.provisions_changed(edition):
        yield f"clause:{provision}"


def organisation_keys(subject: Any) -> Iterable[str]:
    """For whatever belongs to one organisation."""
    yield f"organisation:{subject.organisation_id}"


def address_of(organisation: Any) -> str:
    return f"/organisations/{organisation.uscc}/"


def _hidden(change: OrganisationChange) -> bool:
    return SEEN.isdisjoint(change.proposed)


def init_app() -> None:
    kind("rule", _l("规范"), "/rules/")
    kind("organisation", _l("单位"), "/organisations/")
    tells(
        EDITION,
        Telling(
            kind="rule", words={"publish": _l("公开文本"), "withdraw": _l("撤下文本"), "restore": _l("重新公开")},
            title_of=lambda e: e.called, url_of=homes.of_edition, keys_of=text_keys,
        ),
    )  # fmt: skip
    tells(
        ORGANISATION,
        Telling(
            kind="organisation", words={"approve": _l("核验通过"), "end": _l("登记终止")}, title_of=lambda o: o.name,
            url_of=address_of, keys_of=lambda o: [f"organisation:{o.id}"], shown=lambda o: o.has_public_record,
        ),
    )  # fmt: skip
    tells(
        CHANGE,
        Telling(
            kind="organisation", words={"approve": _l("公开资料变更")}, title_of=lambda c: c.organisation.name,
            url_of=lambda c: address_of(c.organisation), about=lambda c: c.organisation, keys_of=organisation_keys,
            shown=lambda c: c.organisation.has_public_record, quiet=_hidden,
        ),
    )  # fmt: skip

"""When a text is in force, whom it binds, from what source, and who says so."""

from collections.abc import Sequence
from datetime import date

from association.kernel import audit, clock
from association.kernel.db import lock
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.rules import effects
from association.rules.models import DocumentKind, Edition
from association.rules.policy import P


def check(
    edition: Edition,
    *,
    kind: DocumentKind,
    issuer: str,
    binds: Sequence[str],
    effective_on: date | None,
    ceased_on: date | None,
    repealed: bool,
    source: str,
    note: str,
    actor: Actor,
) -> None:
    """Set the days of force and name the source; before that the text says “status not checked”."""
    lock(edition)
    require(actor, P.CHECK, edition)
    if edition.keeper:
        raise Refused(_("这份文本的日期由它自己的程序决定，不另行登记。"))
    if not source.strip():
        raise Refused(_("请写明依据哪里核对的，例如发布机构的网址或公报期号。"), field="source")
    if ceased_on is not None and effective_on is not None and ceased_on < effective_on:
        raise Refused(_("失效日期不能早于施行日期。"), field="ceased_on")
    if repealed and ceased_on is None:
        raise Refused(_("已废止的，请填写失效日期。"), field="ceased_on")
    before = (edition.effective_on, edition.ceased_on, edition.document.kind, edition.binds)
    edition.binds = list(binds)
    edition.effective_on, edition.ceased_on, edition.repealed = effective_on, ceased_on, repealed
    edition.document.kind, edition.document.issuer, edition.note = kind, issuer, note
    edition.checked_by, edition.checked_on, edition.checked_source = actor.name, clock.today(), source
    effects.end_the_one_before(edition)
    changes = [
        ("effective_on", before[0], effective_on), ("ceased_on", before[1], ceased_on), ("kind", before[2], kind),
        ("binds", before[3], edition.binds),
    ]  # fmt: skip
    audit.record(
        "check_edition", edition, actor=actor, reason=source, changes=[c for c in changes if c[1] != c[2]]
    )
    effects.publish(edition)

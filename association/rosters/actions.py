"""Ceremonies: planned with a batch's name, day and place; joined by signatures under way; their list printed."""

import hashlib
import json
from collections.abc import Collection
from datetime import date

from association.kernel import audit, documents
from association.kernel.db import lock, session
from association.kernel.documents import RenderedDocument
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _, spoken_in
from association.pledges import actions as pledges
from association.pledges.models import Pledge, Signature
from association.rosters import queries
from association.rosters.models import Ceremony
from association.rosters.policy import P

WORKING, FINAL = "working_list", "list"
"""The list for the day itself, and – once everybody on it is confirmed – the one the public reads."""
documents.issued(FINAL)


def plan(pledge: Pledge, *, batch: str, held_on: date, place: str, actor: Actor) -> Ceremony:
    """One batch, one ceremony."""
    require(actor, P.ARRANGE)
    lock(pledge)
    if session.query(Ceremony.id).filter_by(pledge_id=pledge.id, batch=batch).first() is not None:
        raise Refused(_("这份公约已有“%(batch)s”的集体签署。", batch=batch), field="batch")
    ceremony = Ceremony(
        pledge=pledge, pledge_id=pledge.id, number=queries.last_ceremony(pledge) + 1, batch=batch, held_on=held_on, place=place
    )  # fmt: skip
    session.add(ceremony)
    audit.record(
        "plan_ceremony", ceremony, actor=actor, title=pledge.title, batch=batch, on=held_on.isoformat()
    )
    return ceremony


def choose(ceremony: Ceremony, *, ids: Collection[int], actor: Actor) -> int:
    """Exactly these signatures under way belong to the batch; what is confirmed stays where it is. Returns how many were moved."""
    require(actor, P.ARRANGE)
    lock(ceremony)
    moved = 0
    for signature in queries.may_join(ceremony, reader=actor):
        batch = ceremony.batch if signature.id in ids else ""
        if signature.batch != batch:
            pledges.put_in_batch(signature, batch=batch, actor=actor)
            moved += 1
    return moved


def print_list(ceremony: Ceremony, *, actor: Actor) -> RenderedDocument:
    """The list as it is now, on paper; the same list is the same paper. Refused while it is empty."""
    require(actor, P.ARRANGE)
    lock(ceremony)
    signatures = list(session.scalars(queries.in_batch(ceremony).order_by(Signature.name_key, Signature.id)))
    if not signatures:
        raise Refused(_("名单里还没有单位。"))
    is_final = all(signature.number for signature in signatures)
    rows = [_row(signature) for signature in signatures]
    version = hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()[:16]
    with spoken_in("zh_Hans"):  # the paper's language
        title = _("《%(title)s》集体签署名单（%(batch)s）", title=ceremony.pledge.title, batch=ceremony.batch)
    audit.record("print_ceremony", ceremony, actor=actor, batch=ceremony.batch, organisations=len(rows))
    return documents.render_later(
        "print/association/ceremony.html", subject=ceremony, kind=FINAL if is_final else WORKING, title=title, version=version,
        address=f"/pledges/{ceremony.pledge.document.slug}/ceremonies/{ceremony.number}/", rows=rows, is_final=is_final,
    )  # fmt: skip


def _row(signature: Signature) -> dict[str, str]:
    """On paper natural persons in business are not named."""
    if signature.organisation.is_natural_person:
        with spoken_in("zh_Hans"):
            return {"name": _("自然人经营者（不列名）"), "uscc": "", "number": signature.number}
    return {
        "name": signature.name,
        "uscc": str(signature.as_it_was.get("uscc", "")),
        "number": signature.number,
    }

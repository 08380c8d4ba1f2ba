"""Measures as facts on record about their organisation (association.standing): a publicity in public while it lasts, the others for the organisation and staff."""

from datetime import timedelta

from association import standing
from association.inquiries.models import Measure, Rung
from association.kernel import clock
from association.kernel.policy import Actor
from association.kernel.words import _, spoken_in
from association.pledges.settings import how_many as of_pledges
from association.standing import StandingKind, StandingState
from association.standing import queries as records


def public_address(measure: Measure) -> str:
    return f"/pledges/{measure.inquiry.pledge.document.slug}/publicity/{measure.id}/"


def record(measure: Measure, *, actor: Actor) -> None:
    """From today, for its term; a removal until its organisation may sign again."""
    public = measure.rung is Rung.PUBLICITY
    title = measure.inquiry.pledge.title
    with spoken_in("zh_Hans"):
        words = {
            Rung.WARNING: _("警示：执行《%(title)s》的情况", title=title),
            Rung.PUBLICITY: _("公示：执行《%(title)s》的情况", title=title),
            Rung.REMOVAL: _("移出《%(title)s》的签署名单", title=title),
        }[measure.rung]
        basis = _("《%(title)s》关于公约执行的约定；只对签署单位有效", title=title)
    again = clock.today() + timedelta(days=of_pledges("reentry_days"))
    standing.record(
        kind=StandingKind.MEASURE, about=measure.organisation, title=words, basis=basis, source=measure, actor=actor,
        url=public_address(measure) if public else "", to_on=again if measure.rung is Rung.REMOVAL else measure.until, is_public=public,
    )  # fmt: skip


def end(measure: Measure, *, because: str, actor: Actor) -> None:
    """Lifted, or over: what was public is public no longer."""
    for row in records.of_source(measure, StandingKind.MEASURE):
        if row.state is StandingState.ON_RECORD:
            standing.end(row, because=because, actor=actor)
        standing.take_out_of_public(row, because=because, actor=actor)

"""What staff on duty find of works by searching. A maker finds its own in its own list."""

from association.kernel.clock import day_of
from association.kernel.search import records
from association.kernel.words import _, spoken_in
from association.works.models import Work, WorkState


def publish(work: Work) -> None:
    """Found by those who may list works, but by nobody with a tie to it or its maker; gone once it is off the register."""
    key = f"work:{work.id}"
    if work.state is not WorkState.KEPT:
        records.withdraw(key)
        return
    with spoken_in("zh_Hans"):
        body = _("、").join([work.organisation.name, *work.alias_lines, *filter(None, [work.number])])
    records.publish(
        key=key, kind="work", title=work.title, body=body, url=f"/my/works/{work.id}/", dated_on=day_of(work.made_at),
        audience="works.LIST_WORKS", concerns=[("organisation", work.organisation_id), ("work", work.id)],
    )  # fmt: skip

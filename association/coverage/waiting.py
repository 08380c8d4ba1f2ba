"""What waits: an organisation's figures that are old."""

from collections.abc import Iterable
from datetime import timedelta

from association.coverage import queries
from association.coverage.policy import DECLARES
from association.kernel import clock, dated
from association.kernel.policy import Actor
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.organisations.policy import KIND

AREA = "training"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    ids = actor.ids(KIND, *DECLARES)
    if not ids:
        return
    before = clock.now() - timedelta(days=int(dated.value("coverage.renew_days")))
    for figures in queries.own_old_figures(ids, clock.today(), before):
        yield Waiting(
            title=_("审核人员配备：%(name)s", name=figures.organisation.name), ask=_("业务量填报已久，请更新或重新填报。"),
            what=_("审核人员配备"), area=AREA, endpoint="own_coverage.declare", values={"id": figures.organisation_id}, button=_("填报"),
        )  # fmt: skip

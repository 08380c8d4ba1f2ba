"""Who may read and draw up what about training that is over."""

from typing import Any

from association.kernel import walls
from association.kernel.policy import Actor, Permission, grant, has_role, signed_in
from association.kernel.words import _l
from association.organisations.policy import KIND
from association.training.policy import acts_for_it
from association.transcripts.models import Transcript


class P(Permission):
    OWN = _l("查看并开具本人的培训记录")
    READ = _l("下载一份培训记录")
    EXPORT = _l("导出本单位确认过的人员的培训情况")
    STATISTICS = _l("查看培训统计")


def is_theirs(actor: Actor, subject: Any) -> bool:
    """Whoever it is about."""
    return (
        isinstance(subject, Transcript)
        and actor.person_id is not None
        and subject.person_id == actor.person_id
    )


def exports_for(actor: Actor, subject: Any) -> bool:
    """Clerk or training contact in office of the verified organisation."""
    return acts_for_it(actor, subject) and subject.id in actor.ids(KIND, "training", "clerk")


walls.concerns(
    Transcript, of=lambda t: [("person", t.person_id)], among=walls.by_column("person", Transcript.person_id)
)

grant(P.OWN, signed_in)
grant(P.READ, is_theirs)
grant(P.EXPORT, exports_for)
grant(P.STATISTICS, has_role("courses", "issuer", "auditor"))

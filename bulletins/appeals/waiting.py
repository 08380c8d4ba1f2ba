"""What waits for whom: invitations to initiate, for the organisation's signer; answers are the editor's next step on the notice."""

from collections.abc import Iterable

from association.kernel.policy import Actor
from association.kernel.waiting import Waiting
from association.kernel.words import _
from bulletins.appeals import queries

AREA = "appeals"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may answer."""
    ids = actor.ids("organisation", "signer")
    for initiator in queries.asked_of(ids) if ids else []:
        yield Waiting(
            title=_("共同倡议：%(title)s", title=initiator.appeal.notice.title),
            ask=_("请看正文，代表%(name)s答复是否共同倡议。", name=initiator.organisation.name), what=_("公益倡议"), area=AREA,
            endpoint="own_appeals.initiate", values={"id": initiator.id}, button=_("看正文并答复"),
        )  # fmt: skip

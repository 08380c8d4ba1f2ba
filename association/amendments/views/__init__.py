"""Pages of amendments: what everybody reads in the life of a pledge, what signatories do, the desk."""

from collections.abc import Iterator

from flask import Flask, url_for

from association.amendments.views import desk, own, reading
from association.kernel import history
from association.kernel.words import _, _l
from association.pledges import doors
from association.pledges.doors import Door
from association.pledges.models import Pledge

history.describe(
    propose_amendment=_l("提出修订"), move_amendment=_l("提出修订动议"), support_amendment=_l("附议"), take_support_back=_l("撤回附议"),
    open_ballot=_l("开始表决"), vote_amendment=_l("投票"),
)  # fmt: skip


def _doors(pledge: Pledge) -> Iterator[Door]:
    yield _("修订动议和表决"), url_for("amendments.index", slug=pledge.document.slug)


def init_app(app: Flask) -> None:
    for room in (reading, own, desk):
        app.register_blueprint(room.bp)
    doors.at_pledge(_doors)

"""Pages of rosters and ceremonies: what everybody reads, and the desk's ceremonies."""

from collections.abc import Iterator

from flask import Flask, url_for

from association.kernel import history
from association.kernel.words import _, _l
from association.pledges import doors
from association.pledges.doors import Door
from association.pledges.models import Pledge
from association.rosters.views import desk, reading

history.describe(plan_ceremony=_l("安排集体签署"), print_ceremony=_l("印名单"))


def _doors(pledge: Pledge) -> Iterator[Door]:
    yield _("名册"), url_for("rosters.index", slug=pledge.document.slug)


def init_app(app: Flask) -> None:
    for room in (reading, desk):
        app.register_blueprint(room.bp)
    doors.at_pledge(_doors)

"""Pages of yearly statements: an organisation's own, everybody's list, the desk's."""

from flask import Flask

from association.fulfilment.views import desk, own, public
from association.kernel import history
from association.kernel.words import _l
from association.pledges import doors

history.describe(draft_statement=_l("填报履约说明"), draft_statement_alone=_l("本人填报履约说明"))


def init_app(app: Flask) -> None:
    for room in (public, own, desk):
        app.register_blueprint(room.bp)
    doors.at_pledge(public.doors)
    doors.at_signature(own.doors)

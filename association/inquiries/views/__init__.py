"""Pages of inquiries: the one page both sides work on, what each may write, the desk's list, the public list of what is publicised."""

from flask import Flask

from association.inquiries.views import desk, own, public
from association.kernel import history
from association.kernel.words import _l
from association.pledges import doors

history.describe(ask_signatory=_l("提醒或质询"), propose_measure=_l("提出措施"))


def init_app(app: Flask) -> None:
    for room in (public, own, desk):
        app.register_blueprint(room.bp)
    doors.at_pledge(public.doors)
    doors.at_signature(own.doors)

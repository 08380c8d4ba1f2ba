"""Pages of appeals: the list of those who joined, an organisation's own, and the desk's parts."""

from flask import Flask

from association.kernel import history
from association.kernel.words import _l
from bulletins.appeals.views import desk, own, public

history.describe(ask_initiator=_l("邀请共同倡议"), join_appeal=_l("加入倡议"))


def init_app(app: Flask) -> None:
    for room in (public, own, desk):
        app.register_blueprint(room.bp)

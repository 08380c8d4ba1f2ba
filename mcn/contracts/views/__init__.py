"""Pages of model clauses: reading them, checking a contract, and staff's keeping."""

from flask import Flask

from association.kernel import dated, rendering
from association.kernel.words import _l
from mcn.contracts.views import checking, keeping, reading


def init_app(app: Flask) -> None:
    for room in (checking, reading, keeping):
        app.register_blueprint(room.bp)
    dated.name_group("contracts", _l("合同自查"))
    rendering.add_to_navigation(_l("示范条款"), "contracts.index")

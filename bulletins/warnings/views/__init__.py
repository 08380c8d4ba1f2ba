"""Pages of warnings: the public ones, an organisation's own, the desk."""

from flask import Flask

from association.kernel import dated, history, rendering
from association.kernel.words import _l
from bulletins.warnings.views import desk, own, public

history.describe(add_clause=_l("登记所依条款"), remove_clauses=_l("清空所依条款"))


def init_app(app: Flask) -> None:
    for room in (public, own, desk):
        app.register_blueprint(room.bp)
    dated.name_group("warnings", _l("风险预警"))
    rendering.add_to_navigation(_l("预警"), "warnings.index")

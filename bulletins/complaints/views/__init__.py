"""Pages of complaints: telling and following up, and the desk."""

from flask import Flask

from association.kernel import dated, history, rendering
from association.kernel.words import _l
from bulletins.complaints.views import desk, public

history.describe(
    complain=_l("收到投诉举报"),
    add=_l("投诉人补充"),
    concern=_l("注明被反映的单位"),
    see_informant=_l("查看举报人"),
)


def init_app(app: Flask) -> None:
    app.register_blueprint(public.bp)
    app.register_blueprint(desk.bp)
    dated.name_group("complaints", _l("投诉举报"))
    rendering.add_to_navigation(_l("投诉举报"), "complaints.index")

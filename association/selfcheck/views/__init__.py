"""Pages of self-checks: the public questionnaires, an organisation's own, the desk."""

from flask import Flask

from association.kernel import dated, history, rendering
from association.kernel.words import _l
from association.selfcheck.views import answering, desk, own, public, questions, rounds

history.describe(
    plant=_l("随平台提供"), start=_l("开始自查"), plan=_l("登记整改"), supersede=_l("被新版本代替"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    # `answering` and `questions` add to the blueprints of `own` and `desk`.
    _added = (answering, questions)
    for room in (public, own, desk, rounds):
        app.register_blueprint(room.bp)
    dated.name_group("selfcheck", _l("自查"))
    rendering.add_to_navigation(_l("自查"), "selfcheck.index")

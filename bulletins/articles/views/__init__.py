"""Pages of articles: the public ones, the desk, the expert's lesson."""

from flask import Flask

from association.kernel import history, rendering
from association.kernel.words import _l
from bulletins.articles.views import asking, correcting, desk, lessons, public, retention

history.describe(
    ask_teacher=_l("约请专家写以案说法"), teach=_l("写以案说法"), pass_place=_l("写明一处可以保留的理由"), take_pass_back=_l("收回一处的理由"),
    propose_article_correction=_l("提出案例的更正"), follow_up=_l("补记案件的后续"), ask_correction=_l("请求更正案例"), answer_correction=_l("答复更正请求"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    for room in (public, asking, desk, correcting, lessons, retention):
        app.register_blueprint(room.bp)
    rendering.add_to_navigation(_l("案例"), "articles.index")

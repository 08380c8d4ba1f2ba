"""Pages of reviews: the studio's, the desk's with the assignment, the expert's own opinion, the report as it is drawn up."""

from flask import Flask, url_for

from association.footage.beside import put_by
from association.kernel import dated, history
from association.kernel.words import _l
from association.review import sitting
from association.review.views import assigning, conferring, desk, opining, own, reading, watching

history.describe(
    submit=_l("提交评议"), answer_point=_l("逐条答复"), merge=_l("合并问题"), change_point=_l("修改报告中的问题"), drop_point=_l("拆开已合并的问题"),
    leave_out=_l("不写入报告"), take_back=_l("重新处理"), settle_earlier=_l("写明复核结果"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    for room in (own, desk, assigning, opining, watching, reading, conferring):
        app.register_blueprint(room.bp)
    put_by(reading.beside)
    dated.name_group("review", _l("作品评议"))
    sitting.init_app(
        read_at=lambda seat: url_for("review_opinions.write", id=seat.id),
        file_of=desk.page_of,
        minutes_at=conferring.minutes_at,
    )

"""Pages of training: the public calendar, one's own places, the desk."""

from flask import Flask

from association.kernel import history
from association.kernel.dated import name_group
from association.kernel.rendering import add_to_navigation
from association.kernel.words import _l
from association.training.views import attendance, certifying, courses, desk, own, public, signing

history.describe(
    draft_course=_l("起草课程"), add_teacher=_l("登记师资"), add_material=_l("上传学习材料"), plan_session=_l("安排一期"), move_session=_l("改期"),
    add_places=_l("增加名额"), sign_up=_l("报名"), book_places=_l("单位报名"), hand_in=_l("提交证明材料"), transfer=_l("改到另一期"),
    check_in=_l("签到"), enter_attendance=_l("登记签到"), strike_attendance=_l("撤下签到"),
    certify=_l("签发培训证书"), revoke_training_certificate=_l("撤销培训证书"), tell_of_expiry=_l("提醒证书快到期"),
    hand_in_list=_l("上传人员名单"), take_list=_l("按名单报名"), clear_list=_l("清除人员名单"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    name_group("training", _l("培训"))
    for room in (attendance, certifying, public, signing, own, courses, desk):
        app.register_blueprint(room.bp)
    add_to_navigation(_l("培训"), "training.index")

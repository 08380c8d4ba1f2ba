"""Pages of standards: the public ones, proposals, the projects' file, the ballot, what is kept after publication."""

from flask import Flask

from association.kernel import dated, history, rendering
from association.kernel.words import _l
from association.standards.views import ballot, file, keeping, life, projects, proposals, reading

history.describe(
    propose=_l("提出建议"), change_facts=_l("登记标准的事实"), add_reviewer=_l("邀请审查专家"), remove_reviewer=_l("去掉审查专家"),
    vote=_l("投票"), record_vote=_l("登记书面票"), close_ballot=_l("结束投票、登记纪要"), begin_examination=_l("开始复审"),
    write_act=_l("起草、修改修改单或勘误"), take_back=_l("撤回批准"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    for room in (proposals, projects, life, reading, file, ballot, keeping):
        app.register_blueprint(room.bp)
    dated.name_group("standards", _l("标准"))
    rendering.add_to_navigation(_l("标准"), "standards.index")

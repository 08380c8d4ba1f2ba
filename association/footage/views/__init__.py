"""Pages of footage: a maker's versions and files, watching and reading, and who has watched."""

from flask import Flask

from association.footage.views import desk, versions, watching
from association.kernel import dated, history
from association.kernel.words import _l

history.describe(
    begin_version=_l("新开一版"),
    close_version=_l("送出这一版"),
    add_file=_l("上传文件"),
    remove_file=_l("移除文件"),
    confirm_seen=_l("确认看完"),
)


def init_app(app: Flask) -> None:
    for room in (versions, watching, desk):
        app.register_blueprint(room.bp)
    dated.name_group("footage", _l("作品文件"))
    dated.name_group("uploads", _l("上传"))

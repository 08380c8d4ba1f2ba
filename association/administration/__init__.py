"""Looking after the site itself: dated settings, the working calendar, work that was given up, the audit
trail."""

from flask import Flask

from association.administration.views import bp, days, masking, overview, settings, trail
from association.kernel import dated, history
from association.kernel.words import _l

# Each module puts its pages on the blueprint when it is imported.
_PAGES = (days, masking, overview, settings, trail)

_GROUPS = {
    "site": _l("网站"),
    "attachments": _l("附件"),
    "calendar": _l("工作日历"),
    "accounts": _l("账户"),
    "organisations": _l("单位"),
    "permits": _l("许可证"),
    "membership": _l("会籍"),
}
"""What the settings of everything below this feature are called; features above name their own."""


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
    for first_word, label in _GROUPS.items():
        dated.name_group(first_word, label)
    history.describe(
        change_setting=_l("更改设置"),
        correct_day=_l("更正工作日历"),
        send_again=_l("重新发送信件"),
        run_again=_l("重新执行任务"),
    )

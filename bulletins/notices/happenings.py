"""What followers hear of notices."""

from association import following
from association.kernel import dated
from association.kernel.words import _l
from bulletins.notices.effects import address
from bulletins.notices.models import Notice, NoticeState
from bulletins.notices.workflow import CORRECTION, NOTICE


def _topic(notice: Notice) -> list[str]:
    return [f"topic:{notice.topic}"] if notice.topic else []


def init_app() -> None:
    following.kind("notice", _l("通报和公告"), "/bulletins/", topics=lambda: dated.value("notices.topics"))
    following.tells(
        NOTICE,
        following.Telling(
            kind="notice", title_of=lambda n: n.title, url_of=address, keys_of=_topic,
            shown=lambda n: n.state is not NoticeState.SCHEDULED,
            words={"third_review": _l("发布"), "issue": _l("发布"), "withdraw": _l("撤回")},
        ),
    )  # fmt: skip
    following.tells(
        CORRECTION,
        following.Telling(
            kind="notice", title_of=lambda c: c.notice.title, url_of=lambda c: address(c.notice), about=lambda c: c.notice,
            keys_of=lambda c: _topic(c.notice), words={"issue": _l("更正")},
        ),
    )  # fmt: skip

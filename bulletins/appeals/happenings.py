"""What followers hear: that an organisation joined an appeal or left it is a public fact of the organisation."""

from association import following
from association.following.happenings import organisation_keys
from association.kernel.words import _l
from bulletins.appeals.workflow import JOINING
from bulletins.notices.effects import address


def init_app() -> None:
    following.tells(
        JOINING,
        following.Telling(
            kind="organisation", title_of=lambda j: f"{j.name}：《{j.appeal.notice.title}》",
            url_of=lambda j: f"{address(j.appeal.notice)}joined/", about=lambda j: j.organisation, keys_of=organisation_keys,
            words={"join": _l("加入倡议"), "leave": _l("退出倡议")}, ends=frozenset(),
        ),
    )  # fmt: skip

"""What followers hear of figures."""

from association import following
from association.kernel.words import _l
from bulletins.figures.effects import address
from bulletins.figures.workflow import EDITION


def init_app() -> None:
    following.kind("figures", _l("行业数据"), "/figures/")
    following.tells(
        EDITION,
        following.Telling(
            kind="figures", title_of=lambda e: e.period.title, url_of=address, keys_of=lambda _e: [], shown=lambda _e: True,
            words={"issue": _l("公布")},
        ),
    )  # fmt: skip

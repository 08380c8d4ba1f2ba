"""What followers hear of the pool: that somebody is in public notice or appointed in a field – never who – and that experts are called for."""

from association import following
from association.experts.models import CallState, Expert
from association.experts.workflow import CALL, EXPERT
from association.kernel.words import _l


def _address(expert: Expert) -> str:
    return f"/experts/{expert.number}/" if expert.number else "/experts/notices/"


def init_app() -> None:
    following.kind("expert", _l("专家名册"), "/experts/")
    following.tells(
        EXPERT,
        following.Telling(
            kind="expert", title_of=lambda e: "、".join(e.fields), url_of=_address,
            words={"put_on_notice": _l("专家公示"), "appoint": _l("聘任专家")},
            ends=frozenset({"refuse", "withdraw", "suspend", "resign", "dismiss", "expire"}),
        ),
    )  # fmt: skip
    following.tells(
        CALL,
        following.Telling(
            kind="expert", title_of=lambda c: c.title, url_of=lambda c: f"/experts/calls/{c.id}/", words={"publish": _l("征集专家")},
            shown=lambda c: c.state is CallState.PUBLISHED,
        ),
    )  # fmt: skip

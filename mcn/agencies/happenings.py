"""What followers hear of the register: who comes on it, and what becomes of an entry."""

from association import following
from association.following.happenings import organisation_keys
from association.kernel.words import _l
from mcn.agencies.workflow import AGENCY

KIND = "agency"


def init_app() -> None:
    following.kind(KIND, _l("机构登记"), "/mcn/")
    following.tells(
        AGENCY,
        following.Telling(
            kind=KIND, title_of=lambda a: f"{a.name}（{a.number}）", url_of=lambda a: f"/mcn/{a.number}/", keys_of=organisation_keys,
            shown=lambda a: a.is_public, ends=frozenset(),
            words={
                "register": _l("机构登记"), "flag": _l("登记信息异常"), "clear": _l("解除信息异常"), "suspend": _l("登记暂停"),
                "resume": _l("恢复登记"), "strike": _l("登记注销"), "leave": _l("登记注销"), "end": _l("登记注销"),
            },
        ),
    )  # fmt: skip

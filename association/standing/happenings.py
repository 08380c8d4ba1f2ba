"""What followers hear: what is in public about an organisation belongs to its public facts."""

from dataclasses import dataclass

from association import following
from association.following.happenings import address_of, organisation_keys
from association.kernel.words import _l
from association.standing.models import Standing


@dataclass
class _Told:
    """Standing has no table of steps; followers know it by this name."""

    name: str = "standing"


LIFE = _Told()


def told(deed: str, row: Standing) -> None:
    """Nothing is told of persons, and nothing that is not in public."""
    if row.organisation is not None:
        following.happened(LIFE, deed, row)


def init_app() -> None:
    following.tells(
        LIFE,
        following.Telling(
            kind="organisation", title_of=lambda s: f"{s.organisation.name}：{s.title}", url_of=lambda s: address_of(s.organisation),
            keys_of=organisation_keys, shown=lambda s: s.is_public and s.organisation.has_public_record,
            words={
                "record_standing": _l("记入公开记录"), "end_standing": _l("提前结束"), "expire_standing": _l("期满"),
                "fulfil_standing": _l("办结"), "withdraw_standing": _l("撤销"),
            },
            ends=frozenset({"withdraw_standing"}),
        ),
    )  # fmt: skip


def unheard(row: Standing) -> None:
    """What was told of it so far is told to nobody who has not heard of it yet."""
    following.forget_earlier(row)

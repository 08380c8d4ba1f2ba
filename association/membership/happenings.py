"""What followers hear of memberships: a public fact of the organisation."""

from association import following
from association.following.happenings import address_of, organisation_keys
from association.kernel.words import _l
from association.membership.workflow import MEMBERSHIP


def init_app() -> None:
    following.tells(
        MEMBERSHIP,
        following.Telling(
            kind="organisation", title_of=lambda m: m.organisation.name, url_of=lambda m: address_of(m.organisation),
            about=lambda m: m.organisation, keys_of=organisation_keys, shown=lambda m: m.organisation.has_public_record,
            words={
                "approve": _l("成为会员"), "suspend": _l("会籍暂停"), "resume": _l("会籍恢复"), "leave": _l("退会"), "remove": _l("除名"),
            },
            ends=frozenset(),
        ),
    )  # fmt: skip

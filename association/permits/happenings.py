"""What followers hear of permits: a public fact of the organisation. What is taken off the record is off it without a word."""

from association import following
from association.following.happenings import address_of, organisation_keys
from association.kernel.words import _l
from association.permits.workflow import PERMIT


def init_app() -> None:
    following.tells(
        PERMIT,
        following.Telling(
            kind="organisation", title_of=lambda p: f"{p.organisation.name}：{p.kind}",
            url_of=lambda p: address_of(p.organisation), about=lambda p: p.organisation, keys_of=organisation_keys,
            shown=lambda p: p.organisation.has_public_record, words={"check": _l("许可证登记在案")},
        ),
    )  # fmt: skip

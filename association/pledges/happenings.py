"""What followers hear of pledges, and of those who sign and leave."""

from association import following
from association.following.happenings import address_of, organisation_keys, text_keys
from association.kernel.words import _l
from association.pledges.models import PledgeVersion, Signature, VersionState
from association.pledges.workflow import SIGNATURE, VERSION

KIND = "pledge"


def _address(version: PledgeVersion) -> str:
    return f"/pledges/{version.pledge.document.slug}/"


def _keys(version: PledgeVersion) -> list[str]:
    return list(text_keys(version.edition)) if version.edition else [f"document:{version.pledge.document_id}"]


def _signatories(signature: Signature) -> list[str]:
    return [*organisation_keys(signature), f"document:{signature.pledge.document_id}"]


def init_app() -> None:
    following.kind(KIND, _l("自律公约"), "/pledges/")
    following.tells(
        VERSION,
        following.Telling(
            kind=KIND, title_of=lambda v: v.title, url_of=_address, keys_of=_keys,
            shown=lambda v: v.state is not VersionState.SCHEDULED,
            words={"put_to_vote": _l("交签署单位表决"), "third_review": _l("发布"), "issue": _l("发布"), "withdraw": _l("撤回"), "repeal": _l("废止")},
        ),
    )  # fmt: skip
    following.tells(
        SIGNATURE,
        following.Telling(
            kind="organisation", title_of=lambda s: f"{s.name}：《{s.pledge.title}》", url_of=lambda s: address_of(s.organisation),
            about=lambda s: s.organisation, keys_of=_signatories, ends=frozenset(),
            words={"confirm": _l("签署公约"), "leave": _l("退出公约"), "not_renew": _l("逾期未重签公约"), "fall_overdue": _l("履约说明逾期未报"),
                   "catch_up": _l("已补报履约说明"), "lapse": _l("公约签署失效"), "restore": _l("公约签署恢复"), "publicise": _l("公约执行情况公示"),
                   "remove": _l("被移出公约")},
        ),
    )  # fmt: skip

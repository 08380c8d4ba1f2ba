"""What followers of a pledge hear of its motions and ballots."""

from typing import Any

from association import following
from association.amendments.effects import address_of as address_of_motion
from association.amendments.letters import address_of as address_of_ballot
from association.amendments.workflow import BALLOT, MOTION
from association.kernel.words import _, _l


def _keys(subject: Any) -> list[str]:
    return [f"document:{subject.pledge.document_id}"]


def init_app() -> None:
    following.tells(
        MOTION,
        following.Telling(
            kind="pledge", keys_of=_keys, url_of=address_of_motion, shown=lambda m: m.is_in_public, ends=frozenset({"take_back"}),
            title_of=lambda m: _("《%(title)s》第%(n)d号修订动议", title=m.pledge.title, n=m.number),
            words={
                "accept": _l("征集附议"), "clear": _l("征集附议"), "take_up": _l("开始修订"), "lapse": _l("期满附议不够"),
                "take_back": _l("撤回动议"),
            },
        ),
    )  # fmt: skip
    following.tells(
        BALLOT,
        following.Telling(
            kind="pledge", keys_of=_keys, url_of=address_of_ballot, ends=frozenset(),
            title_of=lambda b: _("《%(title)s》第%(n)d次表决", title=b.pledge.title, n=b.number),
            words={"carry": _l("表决通过"), "fail": _l("表决未通过"), "call_off": _l("撤回表决")},
        ),
    )  # fmt: skip

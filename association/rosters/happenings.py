"""What followers of a pledge hear of its rosters."""

from association import following
from association.kernel.words import _l
from association.rosters.effects import address_of, title_of
from association.rosters.workflow import ROSTER


def init_app() -> None:
    following.tells(
        ROSTER,
        following.Telling(
            kind="pledge", words={"take": _l("公布名册")}, title_of=title_of, url_of=address_of, ends=frozenset(),
            keys_of=lambda r: [f"document:{r.pledge.document_id}"],
        ),
    )  # fmt: skip

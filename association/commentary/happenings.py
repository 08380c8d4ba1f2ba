"""What followers hear of commentary."""

from association import following
from association.commentary.effects import address
from association.commentary.models import Commentary, CommentaryState
from association.commentary.settings import said
from association.commentary.workflow import COMMENTARY
from association.kernel.words import _l


def _keys(commentary: Commentary) -> list[str]:
    keys = [f"topic:{commentary.topic}"] if commentary.topic else []
    if commentary.maker_id is not None:
        keys.append(f"organisation:{commentary.maker_id}")
    return keys


def init_app() -> None:
    following.kind("commentary", _l("阅评"), "/commentary/", topics=lambda: said("topics"))
    following.tells(
        COMMENTARY,
        following.Telling(
            kind="commentary", title_of=lambda c: c.title, url_of=address, keys_of=_keys,
            shown=lambda c: c.state is not CommentaryState.SCHEDULED,
            words={"third_review": _l("发布"), "issue": _l("发布"), "withdraw": _l("撤回")},
        ),
    )  # fmt: skip

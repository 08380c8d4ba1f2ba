"""What followers hear of public answers. Questions are nobody's to follow."""

from association import following
from association.guidance import effects
from association.guidance.models import PublicState
from association.guidance.workflow import PUBLIC_ANSWER
from association.kernel import dated
from association.kernel.words import _l


def init_app() -> None:
    following.kind("guidance", _l("业务指导"), "/guidance/", topics=lambda: dated.value("guidance.topics"))
    following.tells(
        PUBLIC_ANSWER,
        following.Telling(
            kind="guidance", title_of=lambda a: a.title, url_of=effects.address, keys_of=lambda a: [f"topic:{a.topic}"],
            shown=lambda a: a.state is not PublicState.SCHEDULED,
            words={
                "third_review": _l("已发布"), "issue": _l("已发布"), "doubt": _l("待复核"), "hold": _l("复核后仍适用"), "withdraw": _l("撤回"),
            },
        ),
    )  # fmt: skip

"""What followers hear of warnings. That its last day has passed was known from the first."""

from association import following
from association.kernel import dated
from association.kernel.words import _l
from bulletins.warnings.models import WarningState
from bulletins.warnings.workflow import WARNING


def init_app() -> None:
    following.kind("warning", _l("风险预警"), "/warnings/", topics=lambda: dated.value("warnings.topics"))
    following.tells(
        WARNING,
        following.Telling(
            kind="warning", title_of=lambda w: w.title, url_of=lambda w: f"/warnings/{w.slug}/",
            keys_of=lambda w: [f"topic:{w.topic}"], shown=lambda w: w.state is not WarningState.SCHEDULED,
            words={
                "third_review": _l("发布"), "issue": _l("发布"), "reduce": _l("风险降低"), "lift": _l("解除"), "withdraw": _l("撤回"),
            },
        ),
    )  # fmt: skip

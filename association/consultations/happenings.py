"""What followers hear of consultations."""

from association import following
from association.consultations.models import ConsultationState
from association.consultations.workflow import CONSULTATION
from association.following.happenings import text_keys
from association.kernel.words import _l


def init_app() -> None:
    following.kind("consultation", _l("征求意见"), "/consultations/")
    following.tells(
        CONSULTATION,
        following.Telling(
            kind="consultation", title_of=lambda c: c.title, url_of=lambda c: f"/consultations/{c.slug}/",
            keys_of=lambda c: text_keys(c.edition), shown=lambda c: c.state is not ConsultationState.COMING,
            words={
                "open": _l("开始征求意见"), "begin": _l("开始征求意见"), "extend": _l("延长征求意见"), "finish": _l("公布答复"),
                "withdraw": _l("撤回征求意见"), "end": _l("终止征求意见"),
            },
            ends=frozenset({"withdraw", "end"}),
        ),
    )  # fmt: skip

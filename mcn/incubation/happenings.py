"""What followers hear: that young people are called for, and that a work is shown – never who."""

from association import following
from association.kernel.words import _l
from mcn.incubation.models import CallState
from mcn.incubation.workflow import CALL, WORK


def init_app() -> None:
    following.kind("incubation", _l("青年人才孵化"), "/incubation/")
    following.tells(
        CALL,
        following.Telling(
            kind="incubation", title_of=lambda c: c.title, url_of=lambda c: f"/incubation/{c.id}/", words={"publish": _l("孵化征集")},
            shown=lambda c: c.state is CallState.PUBLISHED, ends=frozenset({"withdraw"}),
        ),
    )  # fmt: skip
    following.tells(
        WORK,
        following.Telling(
            kind="incubation", title_of=lambda w: w.title, url_of=lambda w: f"/incubation/works/{w.id}/", words={"show": _l("孵化作品")},
            shown=lambda w: w.is_shown, ends=frozenset({"take_back", "take_down"}),
        ),
    )  # fmt: skip

"""What followers hear: courses, and sessions that are announced or cancelled."""

from association import following
from association.kernel.words import _l
from association.training.models import CourseState
from association.training.workflow import COURSE, SESSION


def init_app() -> None:
    following.kind("training", _l("培训"), "/training/")
    following.tells(
        COURSE,
        following.Telling(
            kind="training", title_of=lambda c: c.title, url_of=lambda c: f"/training/{c.slug}/", words={"publish": _l("新课程")},
            shown=lambda c: c.state is CourseState.PUBLISHED, ends=frozenset({"withdraw"}),
        ),
    )  # fmt: skip
    following.tells(
        SESSION,
        following.Telling(
            kind="training", title_of=lambda s: s.called, url_of=lambda s: f"/training/{s.course.slug}/#s-{s.id}",
            words={"publish": _l("培训报名"), "cancel": _l("培训取消")}, shown=lambda s: s.is_in_public,
        ),
    )  # fmt: skip

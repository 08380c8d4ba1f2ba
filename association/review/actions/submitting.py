"""What the studio does – hand in, put right, answer – and staff's word on what was handed in."""

from collections.abc import Sequence

from association.footage import actions as footage
from association.footage import queries as files
from association.footage.models import WorkVersion
from association.kernel import audit, clock
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.review import letters, queries
from association.review.models import Genre, Reply, ReviewPoint, ReviewState, WorkReview
from association.review.policy import P
from association.review.workflow import REVIEW
from association.works.models import Work, WorkState


def submit(work: Work, *, genre: Genre, wish: str, actor: Actor) -> WorkReview:
    """Hand in the newest version of a work; nothing of that version changes afterwards. Refused while an earlier review of the work is open."""
    lock(work)
    review = WorkReview(work=work, work_id=work.id, genre=genre, wish=wish)
    require(actor, P.OWN, review)
    if not work.organisation.is_verified or work.state is not WorkState.KEPT:
        raise Refused(_("先由协会核验单位资料，并在“作品”里登记完作品，再提交评议。"), field="work")
    if queries.open_review_of(work) is not None:
        raise Refused(_("这部作品正在评议，不用再提交。"), field="work")
    review.version_id = _closed(work, field="work", actor=actor).id
    session.add(review)
    audit.record("submit", review, actor=actor, organisation=work.organisation_id)
    session.flush()
    letters.submitted(review)
    return review


def _closed(work: Work, *, field: str, actor: Actor) -> WorkVersion:
    """The newest version, which is now handed in; Refused when there is nothing to watch or read in it."""
    version = files.latest(work)
    if version is None or not any(file.kind in queries.WHOLE for file in files.files_of(version)):
        raise Refused(_("这部作品还没有剧本或者成片，请先在“作品”里上传。"), field=field)
    footage.close(version, actor=actor)
    return version


def resubmit(review: WorkReview, *, wish: str, actor: Actor) -> None:
    """After it was returned, with what the work's newest version holds now."""
    REVIEW.check("resubmit", review, actor=actor)
    version = _closed(review.work, field="wish", actor=actor)
    REVIEW.take("resubmit", review, actor=actor, version=version, wish=wish)


def accept(review: WorkReview, *, genre: Genre, wants: Sequence[str], actor: Actor) -> None:
    REVIEW.take("accept", review, actor=actor, genre=genre, wants=sorted(set(wants)))


def answer_point(point: ReviewPoint, *, reply: Reply, answer: str, actor: Actor) -> None:
    """One point; it may be written anew until the whole answer is handed in."""
    review = point.round.review
    lock(review)
    require(actor, P.OWN, review)
    if review.state is not ReviewState.REPORTED or point.round.number != review.round:
        raise Refused(_("现在不是答复这份报告的时候。"))
    if reply is not Reply.CHANGED and not answer:
        raise Refused(_("没有全部修改的，请写明为什么。"), field="answer")
    point.reply, point.answer, point.answered_at, point.answered_by = reply, answer, clock.now(), actor.name
    audit.record("answer_point", review, actor=actor, point=point.number)


def answer(review: WorkReview, *, with_version: bool, actor: Actor) -> None:
    """Hand in the whole answer, with the next version of the work where there is one."""
    REVIEW.check("answer", review, actor=actor)
    version = None
    if with_version:
        version = _closed(review.work, field="with_version", actor=actor)
        if version.id == review.version_id:
            raise Refused(_("还没有新版本，请先在“作品”里建新版本并上传，或者不勾选。"), field="with_version")
    REVIEW.take("answer", review, actor=actor, version=version)

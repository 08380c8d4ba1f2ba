"""A pair in words: why this expert for this work, or why not."""

from association.kernel.words import _
from association.review.assigning import Pair
from association.review.models import WorkReview
from association.review.queue import Queue


def reasons(pair: Pair) -> list[str]:
    """For a page; the fields first, then the load."""
    found = [_("看过上一版")] if pair.seen_before else []
    if pair.known:
        found.append(_("懂%(fields)s", fields="、".join(pair.known)))
    if pair.missing:
        found.append(_("不涉及%(fields)s", fields="、".join(pair.missing)))
    if not pair.known and not pair.missing:
        found.append(_("没有指明专业领域，按手上件数分派"))
    found.append(
        _(
            "手上%(n)d件，加上这次建议的%(m)d件，上限%(limit)d件",
            n=pair.load,
            m=pair.proposed,
            limit=pair.limit,
        )
        if pair.proposed
        else _("手上%(n)d件，上限%(limit)d件", n=pair.load, limit=pair.limit)
    )
    return found


def why_not(queue: Queue, review: WorkReview, person_id: int) -> str:
    """Why somebody cannot be assigned at all; empty when they can."""
    candidate = queue.candidates[person_id]
    if person_id in queue.away[review.id]:
        return _("有利害关系，须回避")
    if person_id in queue.absent:
        return _("这几天不能承担")
    return "" if candidate.room else _("手上已有%(n)d件，到了上限", n=candidate.load)


def shortage(queue: Queue, review: WorkReview) -> str:
    """Why seats stay empty."""
    away = len(queue.away[review.id])
    absent = len(queue.absent - queue.away[review.id])
    full = sum(
        not c.room for id_, c in queue.candidates.items() if id_ not in queue.away[review.id] | queue.absent
    )
    return _(
        "在聘%(all)d位：须回避%(away)d位，这几天不能承担%(absent)d位，到上限%(full)d位；其余在本次建议里也会到上限。",
        all=len(queue.candidates), away=away, absent=absent, full=full,
    )  # fmt: skip

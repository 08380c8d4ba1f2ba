"""What waits for whom: staff, whoever signs, and the studio. Experts are called by their panel."""

from collections.abc import Iterable
from datetime import date, datetime

from association.kernel import clock
from association.kernel.policy import Actor
from association.kernel.waiting import Started, Waiting
from association.kernel.words import _
from association.review import queries, settings
from association.review.models import OVER, ReviewState, WorkReview
from association.review.workflow import REVIEW

AREA = "review"
S = ReviewState
AT_STAFF = (S.SUBMITTED, S.ACCEPTED, S.CONFERRING, S.SIGNING, S.ANSWERED)
AT_STUDIO = (S.RETURNED, S.REPORTED)


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    if not actor.roles.isdisjoint({"experts", "issuer"}):
        reviews = queries.in_state(*AT_STAFF)
        late = [r for r in queries.in_state(S.REPORTED) if r.is_late]
        handed_over = queries.handed_over(reviews)
        for review in [*REVIEW.turns_of(actor, reviews), *(late if "experts" in actor.roles else [])]:
            yield _waiting(
                review, "review_desk.show", ask=_ask(review), due_on=_due(review, handed_over.get(review.id)), button=_("办理")
            )  # fmt: skip
    if ids := actor.ids("organisation", "clerk", "signer"):
        for review in queries.of_organisations(ids):
            if review.state in AT_STUDIO:
                returned = review.state is S.RETURNED
                yield _waiting(
                    review, "own_reviews.show", ask=_("材料被退回，请补正后重新提交。") if returned else _("请阅读专家评议报告，逐条答复。"),
                    due_on=None if returned else review.answer_by, button=_("去补正") if returned else _("阅读并答复"),
                )  # fmt: skip


def _ask(review: WorkReview) -> str:
    return {
        S.SUBMITTED: _("请核对材料后受理，或退回补正。"), S.ACCEPTED: _("请指定专家。"), S.CONFERRING: _("意见已到齐，请合并问题，写成报告稿。"),
        S.SIGNING: _("请核对后签发，或退回订正。"), S.ANSWERED: _("单位已答复，请安排复核，或归档。"),
    }.get(review.state, _("单位逾期没有答复，请联系，或归档。"))  # fmt: skip


def _due(review: WorkReview, handed_over: datetime | None) -> date | None:
    since, name = {
        S.SUBMITTED: (review.submitted_at, "accept_days"), S.ACCEPTED: (review.accepted_at, "assign_days"),
        S.ANSWERED: (review.answered_at, "recheck_days"),
        S.CONFERRING: (handed_over, "confer_days"), S.SIGNING: (handed_over, "issue_days"),
    }.get(review.state, (None, ""))  # fmt: skip
    return settings.due(clock.day_of(since), name).on if since is not None else None


def _waiting(review: WorkReview, endpoint: str, *, ask: str, due_on: date | None, button: str) -> Waiting:
    return Waiting(
        title=_("作品评议：%(work)s", work=review.called), ask=ask, what=review.number or _("作品评议"), area=AREA, endpoint=endpoint,
        values={"id": review.id}, button=button, due_on=due_on,
    )  # fmt: skip


def started_by(actor: Actor) -> Iterable[Started]:
    """What an organisation has handed in and others hold."""
    for review in queries.of_organisations(actor.ids("organisation", "clerk", "signer")):
        if review.state not in (*OVER, *AT_STUDIO):
            yield Started(
                title=_("作品评议：%(work)s", work=review.called), holder=_("专家") if review.state is S.WATCHING else _("秘书处"),
                since=clock.day_of(review.submitted_at), state=review.state, endpoint="own_reviews.show", values={"id": review.id},
            )  # fmt: skip

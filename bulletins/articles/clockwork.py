"""What the calendar does: whoever asked for a correction is forgotten some days after the answer."""

from datetime import timedelta

from sqlalchemy import select

from association.kernel import clock
from association.kernel.db import session
from association.kernel.regular import every
from bulletins.articles.models import ArticleRequest
from bulletins.articles.settings import how_many

AT_ONCE = 200


@every(timedelta(hours=6), "articles.forget")
def forget() -> int:
    """Returns how many requests were emptied. Right to do twice."""
    until = clock.now() - timedelta(days=how_many("forget_days"))
    rows = select(ArticleRequest).where(
        ArticleRequest.answered_at < until, ArticleRequest.forgotten.is_(False)
    )
    found = session.scalars(rows.order_by(ArticleRequest.id).limit(AT_ONCE)).all()
    for request in found:
        request.who = request.email = request.what = ""
        request.account_id, request.forgotten = None, True
    return len(found)

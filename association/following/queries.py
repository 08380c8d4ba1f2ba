"""Named reads of following."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, time, timedelta
from itertools import groupby

from sqlalchemy import Select, exists, select

from association.following.models import Follow, Follower, Happening, HappeningKey, Muted, Owed, Pace
from association.kernel import clock, dated
from association.kernel.db import session

PACES = list(Pace)
NEWEST = 30


def followers_of(happening: Happening, *, after: int, limit: int) -> list[tuple[int, Pace]]:
    """The next followers, each with the soonest pace of the follows it touches. One who began later than it happened is not among them."""
    rows = (
        select(Follow.follower_id, Follow.pace)
        .join(HappeningKey, HappeningKey.key == Follow.key)
        .where(
            HappeningKey.happening_id == happening.id,
            Follow.stopped_at.is_(None),
            Follow.since <= happening.at,
        )
    )
    next_ones = rows.where(Follow.follower_id > after).with_only_columns(Follow.follower_id).distinct()
    ids = list(session.scalars(next_ones.order_by(Follow.follower_id).limit(limit)))
    found = session.execute(rows.where(Follow.follower_id.in_(ids)).order_by(Follow.follower_id)).all()
    return [
        (follower, min((row.pace for row in several), key=PACES.index))
        for follower, several in groupby(found, key=lambda row: row.follower_id)
    ]


def follows_touched(
    follower_ids: Collection[int], happening_ids: Collection[int]
) -> dict[tuple[int, int], list[Follow]]:
    """(follower, happening) → the follows, not stopped, for which the follower hears of it."""
    rows = (
        select(HappeningKey.happening_id, Follow)
        .join(Follow, Follow.key == HappeningKey.key)
        .where(
            HappeningKey.happening_id.in_(happening_ids), Follow.follower_id.in_(follower_ids), Follow.stopped_at.is_(None)
        )
        .order_by(Follow.id)
    )  # fmt: skip
    found: dict[tuple[int, int], list[Follow]] = {}
    for happening_id, follow in session.execute(rows):
        found.setdefault((follow.follower_id, happening_id), []).append(follow)
    return found


def followers(ids: Collection[int]) -> list[Follower]:
    return list(session.scalars(select(Follower).where(Follower.id.in_(ids)).order_by(Follower.id)))


def muted(follower_ids: Collection[int]) -> set[tuple[int, int]]:
    """(follower, account) of officers who want no letters of it."""
    rows = select(Muted.follower_id, Muted.account_id).where(Muted.follower_id.in_(follower_ids))
    return {(row.follower_id, row.account_id) for row in session.execute(rows)}


def last_moment(pace: Pace) -> datetime:
    """The latest moment at which digests of this pace were to go out: what happened before it belongs into one."""
    hour = int(dated.value("following.hour"))
    now = clock.now().astimezone(clock.CHINA)
    moment = datetime.combine(now.date(), time(hour % 24), tzinfo=clock.CHINA)
    if moment > now:
        moment -= timedelta(days=1)
    return moment - timedelta(days=moment.weekday()) if pace is Pace.WEEKLY else moment


def waiting(pace: Pace, before: datetime) -> Select[Owed]:
    """What is owed at this pace and happened before a moment."""
    return (
        select(Owed)
        .join(Happening, Happening.id == Owed.happening_id)
        .where(Owed.told_at.is_(None), Owed.pace == pace, Happening.at < before)
    )


def is_waiting(pace: Pace, before: datetime) -> bool:
    return bool(session.scalar(select(exists(waiting(pace, before).with_only_columns(Owed.id)))))


def next_owed(pace: Pace, before: datetime, *, limit: int) -> list[Owed]:
    """All that the next followers (at most `limit`) are owed, by follower."""
    ids = (
        waiting(pace, before)
        .with_only_columns(Owed.follower_id)
        .distinct()
        .order_by(Owed.follower_id)
        .limit(limit)
    )
    rows = waiting(pace, before).where(Owed.follower_id.in_(list(session.scalars(ids))))
    return list(session.scalars(rows.order_by(Owed.follower_id, Owed.id)))


def happenings(ids: Collection[int]) -> dict[int, Happening]:
    return {h.id: h for h in session.scalars(select(Happening).where(Happening.id.in_(ids)))}


def follower_of(*, account_id: int | None = None, organisation_id: int | None = None) -> Follower | None:
    """The row of an account or of an organisation, if it ever followed anything."""
    rows = select(Follower)
    if organisation_id is not None:
        return session.scalars(rows.where(Follower.organisation_id == organisation_id)).one_or_none()
    return session.scalars(rows.where(Follower.account_id == account_id)).one_or_none()


def follow_of(follower: Follower, key: str) -> Follow | None:
    """Also one that was stopped."""
    return session.scalars(
        select(Follow).where(Follow.follower_id == follower.id, Follow.key == key)
    ).one_or_none()


def followed_by(account_id: int | None, organisation_ids: Iterable[int]) -> list[Follow]:
    """What an account and these organisations follow now, the newest first."""
    mine = (Follower.account_id == account_id) | Follower.organisation_id.in_(list(organisation_ids))
    rows = select(Follow).join(Follow.follower).where(mine, Follow.stopped_at.is_(None))
    return list(session.scalars(rows.order_by(Follow.since.desc(), Follow.id.desc())))


def newest_for(follows: Sequence[Follow]) -> list[Happening]:
    """The latest happenings these follows touch, whether a letter of them has gone out or not."""
    keys = {follow.key for follow in follows}
    touched = exists().where(HappeningKey.happening_id == Happening.id, HappeningKey.key.in_(keys))
    rows = select(Happening).where(touched, Happening.is_gone.is_(False))
    return list(session.scalars(rows.order_by(Happening.at.desc(), Happening.id.desc()).limit(NEWEST)))


def named(ids: Collection[int], follower: Follower) -> list[Follow]:
    """Of these follows those of this follower."""
    rows = select(Follow).where(Follow.id.in_(ids), Follow.follower_id == follower.id)
    return list(session.scalars(rows.order_by(Follow.id)))


def of_pace(pace: Pace, follower: Follower) -> list[Follow]:
    rows = select(Follow).where(Follow.follower_id == follower.id, Follow.pace == pace)
    return list(session.scalars(rows.order_by(Follow.id)))

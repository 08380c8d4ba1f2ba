"""Verbs of following. What a person follows is nobody else's business and enters no trail; what is set up in an organisation's name does."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import delete, select

from association.following import queries, targets
from association.following.models import Follow, Follower, Happening, HappeningKey, Muted, Owed, Pace
from association.following.policy import P
from association.kernel import audit, clock, history, regular
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _, _l
from association.organisations.models import Organisation

MOST = 200
"""Things one follower may follow."""
KEPT = timedelta(days=30)
"""How long a stopped follow can be taken up with one click, and what was told is remembered as told."""

history.describe(follow=_l("以单位名义关注"), change_pace=_l("改变关注的频率"), unfollow=_l("停止单位的关注"))


def follow(key: str, *, pace: Pace, actor: Actor, organisation: Organisation | None = None) -> Follow:
    """Follow something from now on, for oneself or for an organisation one acts for; again means with another pace."""
    require(actor, P.FOLLOW)
    if organisation is not None:
        require(actor, P.FOLLOW_FOR, organisation)
    target = targets.one(key)
    if target is None:
        raise Refused(targets.unknown_sentence())
    follower = _follower(actor, organisation)
    lock(follower)
    found = queries.follow_of(follower, key)
    if found is None or found.stopped_at is not None:
        _check_room(follower)
    if found is None:
        found = Follow(follower_id=follower.id, follower=follower, key=key, pace=pace)
        session.add(found)
    elif found.stopped_at is not None:
        found.stopped_at, found.since = None, clock.now()
    found.pace = pace
    session.flush()
    if organisation is not None:
        audit.record("follow", organisation, actor=actor, what=str(target.title), pace=pace.value)
    return found


def _follower(actor: Actor, organisation: Organisation | None) -> Follower:
    mine = (
        {"organisation_id": organisation.id} if organisation is not None else {"account_id": actor.account_id}
    )
    found = queries.follower_of(**mine)
    if found is None:
        found = Follower(**mine)
        session.add(found)
        session.flush()
    return found


def _check_room(follower: Follower) -> None:
    rows = select(Follow.id).where(Follow.follower_id == follower.id, Follow.stopped_at.is_(None)).limit(MOST)
    if len(list(session.scalars(rows))) >= MOST:
        raise Refused(_("最多关注%(n)d项，请先停止一些；也可以关注一整类内容。", n=MOST))


def change(follow: Follow, *, pace: Pace, actor: Actor) -> None:
    """Sooner or later, from the next happening on."""
    require(actor, P.CHANGE, follow)
    follow.pace = pace
    _note(follow, "change_pace", actor=actor)


def stop(follow: Follow, *, actor: Actor) -> None:
    """No more letters of it, also of what is waiting for a digest."""
    require(actor, P.CHANGE, follow)
    follow.stopped_at = follow.stopped_at or clock.now()
    _note(follow, "unfollow", actor=actor)


def _note(follow: Follow, deed: str, *, actor: Actor) -> None:
    if follow.follower.organisation_id is not None:
        organisation = session.get_one(Organisation, follow.follower.organisation_id)
        target = targets.one(follow.key)
        audit.record(
            deed,
            organisation,
            actor=actor,
            what=str(target.title) if target else follow.key,
            pace=follow.pace.value,
        )


def stop_by_link(follower: Follower, follows: Sequence[Follow], *, account_id: int) -> None:
    """What the link at the end of a letter does: a person stops what is theirs; an officer mutes the organisation's letters for
    themselves, and the organisation goes on following."""
    if follower.organisation_id is not None:
        if (follower.id, account_id) not in queries.muted([follower.id]):
            session.add(Muted(follower_id=follower.id, account_id=account_id))
        return
    for one in follows:
        one.stopped_at = one.stopped_at or clock.now()


def resume_by_link(follower: Follower, follows: Sequence[Follow], *, account_id: int) -> None:
    """It was a slip."""
    hear_again(follower, account_id=account_id)
    if follower.account_id is not None:
        for one in follows:
            if one.stopped_at is not None:
                one.stopped_at, one.since = None, clock.now()


def hear_again(follower: Follower, *, account_id: int) -> None:
    """An officer wants the organisation's letters again."""
    session.execute(delete(Muted).where(Muted.follower_id == follower.id, Muted.account_id == account_id))


def mute(follower: Follower, *, account_id: int) -> None:
    stop_by_link(follower, [], account_id=account_id)


@regular.every(timedelta(days=1), "following.forget")
def forget_old() -> None:
    """Stopped follows and told happenings are not kept longer than they are of use; what is still owed stays."""
    before = clock.now() - KEPT
    session.execute(delete(Follow).where(Follow.stopped_at < before))
    session.execute(delete(Owed).where(Owed.told_at < before))
    owed = select(Owed.happening_id)
    old = select(Happening.id).where(
        Happening.at < clock.now() - timedelta(days=400), Happening.id.not_in(owed)
    )
    ids = list(session.scalars(old.limit(1000)))
    session.execute(delete(HappeningKey).where(HappeningKey.happening_id.in_(ids)))
    session.execute(delete(Happening).where(Happening.id.in_(ids)))

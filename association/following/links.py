"""The link at the end of a letter that stops it: signed, so that whoever holds the letter needs no password, and good for nothing else."""

from dataclasses import dataclass

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

from association.following import queries
from association.following.models import Follow, Follower, Pace
from association.kernel.db import session
from association.kernel.settings import Settings

PATH = "/following/stop/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """What a link stops: these follows of this follower, at this account."""

    account_id: int
    follower: Follower
    follows: list[Follow]


def _signer() -> URLSafeSerializer:
    settings: Settings = current_app.extensions["settings"]
    return URLSafeSerializer(settings.secret_key, salt="following")


def path_for(
    account_id: int, follower: Follower, *, follows: list[Follow] | None = None, pace: Pace | None = None
) -> str:
    """The link for one letter: the follows it was written for, or (of a digest) everything at its pace."""
    what = pace.value if pace is not None else [follow.id for follow in follows or []]
    return f"{PATH}{_signer().dumps([account_id, follower.id, what])}/"


def read(token: str) -> Stop | None:
    """None for what we never wrote, and for a follower who is gone."""
    try:
        account_id, follower_id, what = _signer().loads(token)
    except (BadSignature, ValueError, TypeError):
        return None
    follower = session.get(Follower, follower_id)
    if follower is None:
        return None
    follows = (
        queries.of_pace(Pace(what), follower) if isinstance(what, str) else queries.named(what, follower)
    )
    return Stop(account_id=account_id, follower=follower, follows=follows)

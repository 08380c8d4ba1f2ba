"""Letters to followers, and to whom: a person, or an organisation's officers of the day."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Account
from association.following import links, queries, targets, telling
from association.following.models import Follow, Follower, Happening, Pace
from association.kernel.db import session
from association.kernel.letters import Letter
from association.organisations import queries as organisations
from association.organisations.models import Organisation, OrganisationState, Post

MOST_LINES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One happening as a letter tells it; the words are said in the reader's language."""

    kind: object
    word: object
    title: str
    path: str
    because: list[object]


def readers_of(followers: Collection[Follower]) -> dict[int, list[Account]]:
    """Follower → the accounts that are written to now. A few statements, however many followers."""
    found: dict[int, list[Account]] = defaultdict(list)
    personal = {f.account_id: f.id for f in followers if f.account_id is not None}
    own = select(Account).where(Account.id.in_(personal), Account.disabled_at.is_(None))
    for account in session.scalars(own):
        found[personal[account.id]].append(account)
    of_organisation = {f.organisation_id: f.id for f in followers if f.organisation_id is not None}
    verified = select(Organisation.id).where(
        Organisation.id.in_(of_organisation), Organisation.state == OrganisationState.APPROVED
    )
    officers = organisations.acting_officers(session.scalars(verified), Post.CLERK, Post.SIGNER)
    of_person: dict[int, set[int]] = defaultdict(set)
    for officer in officers:
        if officer.person_id:
            of_person[officer.person_id].add(of_organisation[officer.organisation_id])
    silent = queries.muted(of_organisation.values())
    for account in accounts.accounts_of(of_person):
        for follower_id in sorted(of_person[account.person_id]):
            if (follower_id, account.id) not in silent:
                found[follower_id].append(account)
    return found


def at_once(happening: Happening, follower_ids: Collection[int]) -> None:
    """One letter of one happening to each reader; not to one whom the deed itself has written to."""
    followers = queries.followers(follower_ids)
    readers = readers_of(followers)
    touched = queries.follows_touched(follower_ids, [happening.id])
    called = targets.described({f.key for follows in touched.values() for f in follows})
    told = _written_to(happening, [a.id for accounts_ in readers.values() for a in accounts_])
    for follower in followers:
        follows = touched.get((follower.id, happening.id), [])
        for account in readers.get(follower.id, []):
            if follows and account.id not in told:
                told.add(account.id)  # somebody who follows for themselves and for an organisation
                stop = links.path_for(account.id, follower, follows=follows)
                line = _line(happening, follows, called)
                to_accounts.write_to(account, "following/happened", line=line, stop_path=stop)


def _written_to(happening: Happening, account_ids: Sequence[int]) -> set[int]:
    rows = select(Letter.account_id).where(
        Letter.about_kind == happening.subject_kind, Letter.about_id == happening.subject_id,
        Letter.account_id.in_(account_ids), Letter.made_at >= happening.at,
    )  # fmt: skip
    return {id_ for id_ in session.scalars(rows) if id_ is not None}


def _line(happening: Happening, follows: Sequence[Follow], called: Mapping[str, targets.Target]) -> Line:
    return Line(
        kind=telling.kinds()[happening.kind].label, word=telling.word_of(happening), title=happening.title,
        path=happening.url, because=[called[f.key].title for f in follows if f.key in called],
    )  # fmt: skip


def digest(pace: Pace, owed: Mapping[int, Sequence[Happening]]) -> None:
    """One letter for each reader of each follower, the newest first, each thing once."""
    followers = queries.followers(owed)
    readers = readers_of(followers)
    touched = queries.follows_touched(owed, {h.id for several in owed.values() for h in several})
    called = targets.described({f.key for follows in touched.values() for f in follows})
    for follower in followers:
        shown = [h for h in owed[follower.id] if not h.is_gone and (follower.id, h.id) in touched]
        lines = [_line(h, touched[follower.id, h.id], called) for h in reversed(shown)]
        for account in readers.get(follower.id, []):
            if lines:
                stop = links.path_for(account.id, follower, pace=pace)
                to_accounts.write_to(
                    account, "following/digest", lines=lines[:MOST_LINES], more=max(len(lines) - MOST_LINES, 0), pace=pace,
                    stop_path=stop,
                )  # fmt: skip

"""Putting a revision to the vote, and voting. Votes stay sealed until the last day has passed."""

from datetime import timedelta

from association.amendments import letters, queries
from association.amendments.models import Ballot, BallotState, Choice, Seat
from association.amendments.policy import P
from association.amendments.settings import how_many, part_of
from association.amendments.workflow import BALLOT
from association.kernel import audit, clock
from association.kernel.audit import kind_of
from association.kernel.day_words import day_words
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _, spoken_in
from association.organisations.actions import check_signer
from association.organisations.models import Officer
from association.pledges import gates
from association.pledges.models import PledgeVersion
from association.pledges.workflow import VERSION
from association.rules import actions as rules


def put_to_vote(version: PledgeVersion, *, note: str, actor: Actor) -> Ballot:
    """Everybody bound today votes on the text as it is today, for the set days; how many must agree is fixed now."""
    require(actor, P.PUT_TO_VOTE, version)
    pledge = version.pledge
    lock(pledge)
    VERSION.take("put_to_vote", version, actor=actor)
    edition = rules.set_down(
        gates.read_draft(version), document=pledge.document, keeper=kind_of(version), actor=actor
    )
    spells = queries.bound(pledge)
    today = clock.today()
    ballot = Ballot(
        pledge=pledge, pledge_id=pledge.id, version=version, version_id=version.id, number=queries.last_ballot(pledge) + 1,
        edition=edition, edition_id=edition.id, text_hash=edition.text_hash, note=note, opened_on=today,
        closes_on=today + timedelta(days=how_many("vote_days")), entitled=len(spells),
        needed=part_of("consent_share", len(spells)), names_public=bool(how_many("names_public")),
    )  # fmt: skip
    session.add(ballot)
    session.flush()
    for organisation in (spell.signature.organisation for spell in spells):
        session.add(
            Seat(ballot_id=ballot.id, organisation_id=organisation.id, name=organisation.name, name_key=organisation.name_key)
        )  # fmt: skip
    entry = audit.record(
        "open_ballot", ballot, actor=actor, title=pledge.title, entitled=ballot.entitled, needed=ballot.needed,
        text=ballot.text_hash,
    )  # fmt: skip
    audit.publish_entry(
        "open_ballot", ballot, content=str(BALLOT.public_text and BALLOT.public_text(ballot)), entry=entry
    )
    letters.ballot_opened(ballot)
    return ballot


def check_open(ballot: Ballot) -> None:
    """Refused with the sentence that says why no vote is taken any more."""
    if ballot.state is BallotState.CALLED_OFF:
        raise Refused(_("这次表决已经撤回：%(reason)s。文本改好后会重新表决。", reason=ballot.ended_because))
    if not ballot.is_open:
        raise Refused(_("表决已于%(day)s截止。", day=day_words(ballot.closes_on)))


def check_voter(seat: Seat, *, actor: Actor) -> Officer:
    """The officer under whose authority the actor votes for the seat. Refused with the sentence that fits."""
    officer = check_signer(seat.organisation, actor=actor)
    if seat.organisation_id not in queries.ids_bound(seat.ballot.pledge_id):
        raise Refused(_("%(name)s已经退出这份公约，不再参加表决。", name=seat.organisation.name))
    return officer


def consent_of(seat: Seat) -> str:
    """The sentence agreed to, kept with the vote: in the pledge's own language."""
    with spoken_in("zh_Hans"):
        return consent_read(seat)


def consent_read(seat: Seat) -> str:
    """The same in the reader's language."""
    return _(
        "我是%(name)s的授权签署人，已阅读《%(title)s》修订文本全文，代表本单位表决。截止前可以改投，以最后一次为准。",
        name=seat.organisation.name, title=seat.ballot.pledge.title,
    )  # fmt: skip


def vote(
    seat: Seat, *, choice: Choice, opinion: str, seen: str, casts: int, method: str, actor: Actor
) -> None:
    """One vote an organisation. Until the close it may be changed, and the last one counts.

    `seen` is the hash of the text on the page; `casts` how often the seat had voted when the page was drawn.
    """
    lock(seat)
    ballot = seat.ballot
    check_open(ballot)
    officer = check_voter(seat, actor=actor)
    require(actor, P.VOTE, seat)
    if seen != ballot.text_hash:
        raise Refused(_("页面上的文本不是交付表决的文本，请重新打开表决页，看过全文再投。"))
    if casts != seat.casts:
        raise Refused(_("%(name)s刚刚已经有人投过票，请重新打开表决页看过，再决定是否改投。", name=seat.name))
    if choice is seat.choice and opinion == seat.opinion:
        raise Refused(
            _("%(name)s已经投了“%(choice)s”；要改投，请选另一项。", name=seat.name, choice=str(choice.label)),
            field="choice",
        )
    seat.choice, seat.opinion, seat.casts, seat.voted_at = choice, opinion, seat.casts + 1, clock.now()
    seat.officer_id, seat.voted_by, seat.authority_until = officer.id, actor.name, officer.ends_on
    seat.consent, seat.method = consent_of(seat), method
    # The trail knows that somebody has voted, and nothing of how.
    audit.record("vote_amendment", ballot, actor=actor, organisation=seat.name, times=seat.casts)
    letters.voted(seat)

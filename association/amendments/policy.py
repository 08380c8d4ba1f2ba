"""Who may do what with motions and ballots. What is open is everybody's to read; how somebody votes is sealed until the close."""

from typing import Any

from association.amendments.models import Ballot, BallotState, Motion, Seat
from association.kernel.policy import Actor, Permission, grant, has_role
from association.kernel.policy import anyone as everybody
from association.kernel.words import _l
from association.organisations.policy import acts_for, signs_for
from association.pledges.policy import STAFF


class P(Permission):
    READ = _l("查看公约的修订动议和表决")
    SEE_MOTION = _l("查看一件修订动议")
    LIST = _l("查看全部修订动议和表决，包括未公开的")
    PROPOSE = _l("代表协会提出修订")
    MOVE = _l("代表签署单位提出修订动议、附议")
    TAKE_BACK = _l("撤回修订动议")
    RECEIVE = _l("受理签署单位的修订动议")
    CLEAR = _l("审核修订动议中涉及价格、分成、抵制等的文字")
    PUT_TO_VOTE = _l("把修订交签署单位表决、撤回表决")
    VOTE = _l("代表签署单位表决")
    SEE_CHOICES = _l("表决结束后查看各单位怎样投票")


def is_public(_actor: Actor, subject: Any) -> bool:
    """A motion that was accepted."""
    return isinstance(subject, Motion) and subject.is_in_public


def is_of_the_mover(actor: Actor, subject: Any) -> bool:
    """Clerk or signer of the organisation that has made the motion."""
    return isinstance(subject, Motion) and not subject.is_by_the_executor and acts_for(actor, subject)


def is_the_movers_signer(actor: Actor, subject: Any) -> bool:
    """Authorised signer in force of the organisation that has made the motion."""
    return isinstance(subject, Motion) and not subject.is_by_the_executor and signs_for(actor, subject)


def signs_for_somebody(actor: Actor, _subject: Any) -> bool:
    """Authorised signer in force of any organisation."""
    return bool(actor.ids("organisation", "signer"))


def signs_for_the_seat(actor: Actor, subject: Any) -> bool:
    """Authorised signer in force of the organisation that votes."""
    return isinstance(subject, Seat) and signs_for(actor, subject)


def is_closed_and_named(_actor: Actor, subject: Any) -> bool:
    """Everybody, after the close of a vote that was opened as a public one."""
    return isinstance(subject, Ballot) and _is_closed(subject) and subject.names_public


def may_verify(actor: Actor, subject: Any) -> bool:
    """issuer、auditor, after the close."""
    return (
        isinstance(subject, Ballot)
        and _is_closed(subject)
        and not actor.roles.isdisjoint(("issuer", "auditor"))
    )


def _is_closed(ballot: Ballot) -> bool:
    return ballot.state in (BallotState.CARRIED, BallotState.FAILED)


grant(P.READ, everybody)
grant(P.SEE_MOTION, is_public, is_of_the_mover, has_role(*STAFF))
grant(P.LIST, has_role(*STAFF))
grant(P.PROPOSE, has_role("editor"))
grant(P.MOVE, signs_for_somebody)
grant(P.TAKE_BACK, is_the_movers_signer)
grant(P.RECEIVE, has_role("editor"))
grant(P.CLEAR, has_role("legal"))
grant(P.PUT_TO_VOTE, has_role("editor"))
grant(P.VOTE, signs_for_the_seat)
grant(P.SEE_CHOICES, is_closed_and_named, may_verify)

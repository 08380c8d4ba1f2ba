"""Handing in a comment, and proving that a visitor's address is theirs."""

from collections.abc import Collection

from association.consultations import effects, letters, limits, proofs, texts
from association.consultations.models import Comment, CommentState, Consultation
from association.consultations.policy import P, mail_key
from association.consultations.workflow import COMMENT
from association.kernel import audit, clock
from association.kernel.day_words import day_words
from association.kernel.db import lock, session
from association.kernel.errors import Refused, Unknown
from association.kernel.policy import Actor, require
from association.kernel.words import _


def check_open(consultation: Consultation) -> None:
    """Refuses when comments are not taken now, with the day on which they are or were."""
    if consultation.takes_comments:
        return
    if clock.today() < consultation.opens_on:
        raise Refused(_("征求意见从%(day)s开始，请到时再提。", day=day_words(consultation.opens_on)))
    raise Refused(_("征求意见已于%(day)s截止，不再接收意见。", day=day_words(consultation.closes_on)))


def comment(
    consultation: Consultation,
    *,
    path: str,
    body: str,
    proposed: str,
    reason: str,
    language: str,
    machine: str,
    actor: Actor,
    organisation_id: int | None = None,
    name: str = "",
    email: str = "",
    wants_no_name: bool = False,
) -> Comment:
    """Say something of a clause (`path`; empty for the whole). A wording equal to the clause's own is no proposal.

    Signed in it counts at once; a visitor's waits until the address is proven. Refused when closed, empty or too often.
    """
    require(actor, P.COMMENT, consultation)
    check_open(consultation)
    clause = texts.clause_of(consultation.edition, path)
    if clause is None:
        raise Unknown
    if _same(proposed, clause.text):
        proposed = ""
    if not body and not proposed:
        raise Refused(_("请写下意见，或在原文上改出你建议的文字。"), field="body")
    said = Comment(
        consultation_id=consultation.id, consultation=consultation, path=path, clause=clause.name,
        original=clause.text, body=body, proposed=proposed, reason=reason, language=language,
        wants_no_name=wants_no_name, state=CommentState.UNPROVEN,
    )  # fmt: skip
    if actor.is_visitor:
        _by_visitor(said, name=name, email=email, machine=machine)
    else:
        _by_account(said, organisation_id=organisation_id, machine=machine, actor=actor)
    return said


def _same(proposed: str, original: str) -> bool:
    """Nothing was changed: line ends and blanks do not count."""
    return "".join(proposed.split()) in ("", "".join(original.split()))


def _by_visitor(said: Comment, *, name: str, email: str, machine: str) -> None:
    if not name:
        raise Refused(_("请填写姓名。"), field="name")
    if not email:
        raise Refused(_("请填写邮箱。"), field="email")
    said.name, said.email, said.mail_key = name, email, mail_key(email)
    limits.count(machine=machine, author=said.mail_key)
    session.add(said)
    session.flush()
    proofs.ask(said)


def _by_account(said: Comment, *, organisation_id: int | None, machine: str, actor: Actor) -> None:
    if organisation_id is not None and organisation_id not in actor.ids("organisation", "clerk", "signer"):
        raise Refused(_("你现在不能代表这家单位。"), field="organisation_id")
    limits.count(machine=machine, author=f"account:{actor.account_id}")
    said.account_id, said.organisation_id = actor.account_id, organisation_id
    said.state = CommentState.WAITING
    effects.received(said, actor=actor, reason="")
    session.add(said)
    session.flush()
    audit.record(
        "comment", said, actor=actor, to_state=said.state.value, consultation=said.consultation_id, clause=said.clause,
        organisation=organisation_id,
    )  # fmt: skip
    letters.received(said)


def prove(token: str, *, chosen: Collection[int], actor: Actor) -> list[Comment]:
    """The owner of the address says which of the waiting comments are theirs; those count now, the others go. Refused for a link that is
    used or none of ours, or when none is chosen."""
    proof = proofs.find(token)
    if proof is None:
        raise Refused(proofs.dead())
    lock(proof.letter)
    if proof.letter.token_hash is None:
        raise Refused(proofs.dead())
    theirs = [said for said in proof.comments if said.id in chosen]
    if not theirs:
        raise Refused(_("请勾选你提出的意见。"), field="chosen")
    for said in theirs:
        COMMENT.take("prove", said, actor=actor)
        personal = {"name": said.name or "", "email": said.email or ""}
        audit.record(
            "comment",
            said,
            actor=actor,
            personal=personal,
            consultation=said.consultation_id,
            clause=said.clause,
        )
        letters.received(said)
    for said in proof.comments:
        if said not in theirs:
            session.delete(said)
    proof.letter.token_hash = None
    return theirs

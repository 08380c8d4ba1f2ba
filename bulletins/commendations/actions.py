"""Verbs of commendations, each with its actor. Steps of the lives are taken through `ROUND`, `NOMINATION` and `OBJECTION`."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from association.kernel import attachments, audit, clock, dated, receipts
from association.kernel.attachments import PAPERS, Upload
from association.kernel.day_words import day_words
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import VISITOR, Actor, require
from association.kernel.words import _, spoken_in
from association.organisations import queries as organisations
from association.organisations import uscc
from association.organisations.models import Organisation
from association.organisations.policy import KIND
from association.standing import Standing
from bulletins.commendations import effects, letters, queries
from bulletins.commendations.models import (
    Nomination,
    NominationState,
    Objection,
    Paper,
    Round,
    RoundState,
    Stage,
    Subject,
)
from bulletins.commendations.policy import P
from bulletins.commendations.settings import how_many
from bulletins.commendations.workflow import NOMINATION, OBJECTION
from bulletins.notices import actions as notices
from bulletins.notices.models import Notice, NoticeKind

EVIDENCE = "evidence"
FACTS = ("title", "purpose", "basis_kind", "basis", "nominate_by")


def prepare(*, facts: Mapping[str, Any], actor: Actor) -> Round:
    """A round that may be called for once the legal office has looked at its basis."""
    require(actor, P.RUN)
    _check(facts)
    round_ = Round(**{name: facts[name] for name in FACTS})
    session.add(round_)
    audit.record("prepare_round", round_, actor=actor, title=round_.title)
    return round_


def change(round_: Round, *, facts: Mapping[str, Any], actor: Actor) -> None:
    """While the basis waits to be looked at: what was cleared is not changed afterwards."""
    lock(round_)
    require(actor, P.RUN, round_)
    check_prepared(round_)
    _check(facts)
    changes = [(name, getattr(round_, name), facts[name]) for name in FACTS if getattr(round_, name) != facts[name]]  # fmt: skip
    for name, _old, value in changes:
        setattr(round_, name, value)
    if changes:
        audit.record("draft_round", round_, actor=actor, changes=changes)


def check_prepared(round_: Round) -> None:
    if round_.state is not RoundState.PREPARED:
        raise Refused(_("依据已经核对，不能再改；要改请先由法务退回。"))


def _check(facts: Mapping[str, Any]) -> None:
    if facts["basis_kind"] not in dated.value("commendations.basis_kinds"):
        raise Refused(_("请选择依据的种类。"), field="basis_kind")
    earliest: date = clock.today()
    if facts["nominate_by"] <= earliest:
        raise Refused(_("提名截止日须在今天之后。"), field="nominate_by")


NOTHING: Mapping[str, Any] = {
    "topic": "", "addressee": "", "audience": [], "source_issuer": "", "source_number": "", "source_url": "", "source_on": None,
    "publish_at": None,
}  # fmt: skip


def begin_paper(round_: Round, stage: Stage, *, actor: Actor) -> Notice:
    """A notice for this stage; everything else is done at its own page. Refused while the round is not that far."""
    lock(round_)
    require(actor, P.RUN, round_)
    if queries.living_paper(round_, stage) is not None:
        raise Refused(_("已经有一份%(stage)s。", stage=str(stage.label)))
    if (sentence := effects.missing_of(round_, stage)) is not None:
        raise Refused(str(sentence))
    title = str(dated.value(f"commendations.{stage.value}_title")).format(title=round_.title)
    facts = {**NOTHING, "title": title[:200], "names_somebody": stage is not Stage.CALL}
    notice = notices.begin(NoticeKind.COMMENDATION, facts=facts, actor=actor)
    session.flush()
    session.add(Paper(round=round_, round_id=round_.id, notice=notice, notice_id=notice.id, stage=stage))
    audit.record("draft_paper", round_, actor=actor, stage=stage.value, notice=notice.id)
    return notice


def check_open(round_: Round) -> None:
    if not round_.takes_nominations:
        raise Refused(_("现在不接受提名，截止日是%(day)s。", day=day_words(round_.nominate_by)))


def nominate(
    round_: Round,
    *,
    code: str,
    subject: str,
    called: str,
    grounds: str,
    evidence: Sequence[Upload],
    actor: Actor,
    by: Organisation | None = None,
    suggestion: Standing | None = None,
) -> Nomination:
    """Put forward a work or practice of the organisation `code`; `by` nominates, or the secretariat. It counts once the authorised signer of
    the organisation whose work it is has agreed – at once, where that signer nominates."""
    require(actor, P.NOMINATE)
    lock(round_)
    check_open(round_)
    _check_nominator(round_, by, actor)
    organisation = organisations.living(uscc.tidy(code))
    if organisation is None or not organisation.is_verified:
        raise Refused(_("没有使用这个代码的已核验单位。"), field="code")
    if not organisation.has_public_record:
        raise Refused(_("该经营者没有公开记录，不能提名。"), field="code")
    if by is None and organisation.id in actor.ids(KIND):
        raise Refused(_("你是这家单位的人员，不能以协会的名义提名它。"), field="code")
    if queries.living(round_, organisation.id, called) is not None:
        raise Refused(_("这件已经提名。"), field="called")
    nomination = Nomination(
        round=round_, round_id=round_.id, organisation=organisation, organisation_id=organisation.id,
        by_organisation=by, by_organisation_id=by.id if by else None, subject=Subject(subject), called=called, grounds=grounds,
        state=NominationState.ASKED, suggested_by=suggestion.id if suggestion else None,
    )  # fmt: skip
    session.add(nomination)
    session.flush()
    for file in evidence:
        attachments.store(file, subject=nomination, kind=EVIDENCE, actor=actor, limits=PAPERS)
    audit.record("nominate", nomination, actor=actor, organisation=organisation.id, by=by.id if by else None)
    if by is not None and by.id == organisation.id and actor.is_to("signer", KIND, organisation.id):
        NOMINATION.take("agree", nomination, actor=actor)
    else:
        letters.asked(nomination)
    return nomination


def _check_nominator(round_: Round, by: Organisation | None, actor: Actor) -> None:
    if by is None:
        require(actor, P.RUN)
        return
    if by.id not in actor.ids(KIND, "clerk", "signer"):
        raise Refused(_("你现在不能代表这家单位。"), field="organisation")
    if not by.is_verified:
        raise Refused(_("只有已核验的单位可以提名。"), field="organisation")
    most = how_many("per_nominator")
    if queries.by_nominator(round_, by.id) >= most:
        raise Refused(_("一家单位最多提名%(n)d件。", n=most), field="organisation")


def check_laid_out(nomination: Nomination) -> None:
    if not nomination.round.takes_objections or nomination.state is not NominationState.PROPOSED:
        raise Refused(_("现在不在公示期内，或这件已经移出名单。"))


def object_to(nomination: Nomination, *, words: str, who: str, token: str) -> str:
    """Say something against an entry that is laid out; returns the code of the receipt, which is shown once. Whoever is signed in is not
    noted either. `token` is the form's own: sent twice, it is the same objection with the same code."""
    lock(nomination.round)
    check_laid_out(nomination)
    code = receipts.code_of(token)
    if queries.by_receipt(code) is not None:
        return code
    objection = Objection(
        nomination=nomination, nomination_id=nomination.id, words=words, who=who or None, receipt_hash=receipts.hash_of(code),
    )  # fmt: skip
    session.add(objection)
    audit.record("object", objection, actor=VISITOR)
    letters.objected(objection)
    return code


def answer(objection: Objection, deed: str, *, reason: str, actor: Actor) -> None:
    """`uphold` takes the entry out of the list, `dismiss` leaves it. Refused to whoever had a hand in putting it there."""
    lock(objection.nomination)
    hands = {"nominate", "agree", "admit", "propose"}
    if actor.account_id is not None and audit.deeds_by(actor.account_id, objection.nomination, hands):
        raise Refused(_("你办过这件提名的前一环节，异议须由另一人答复。"))
    OBJECTION.take(deed, objection, actor=actor, reason=reason)
    if deed == "uphold" and objection.nomination.state is NominationState.PROPOSED:
        with spoken_in("zh_Hans"):
            because = _("公示期间的异议成立")
        NOMINATION.take("remove", objection.nomination, actor=actor, reason=because)


def look_at_objector(objection: Objection, *, reason: str, actor: Actor) -> str:
    """Who said it, for a reason that is logged; '' where nobody said so."""
    require(actor, P.SEE_OBJECTOR, objection)
    audit.record("see_objector", objection, actor=actor, reason=reason)
    return objection.who or ""

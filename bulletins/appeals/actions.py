"""Verbs of appeals, each with its actor."""

from datetime import date

from association import following
from association.kernel import audit, clock
from association.kernel.day_words import day_words
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations import uscc
from association.organisations.actions import check_signer
from association.organisations.models import Organisation
from bulletins.appeals import letters, queries
from bulletins.appeals.effects import appeal_of, joining_text
from bulletins.appeals.models import Appeal, Initiator, InitiatorState, Joining, JoiningState
from bulletins.appeals.policy import P
from bulletins.appeals.workflow import JOINING
from bulletins.notices.actions import check_draft
from bulletins.notices.models import Notice, NoticeKind, NoticeState


def set_facts(notice: Notice, *, occasion: str, closes_on: date | None, actor: Actor) -> Appeal:
    """Why the appeal is made, and until when it may be joined."""
    lock(notice)
    require(actor, P.KEEP, notice)
    check_draft(notice)
    if notice.kind is not NoticeKind.APPEAL:
        raise Refused(_("这不是公益倡议书。"))
    if closes_on is not None and closes_on < clock.today():
        raise Refused(_("截止日期不能在今天之前。"), field="closes_on")
    appeal = queries.of_notice(notice)
    if appeal is None:
        appeal = Appeal(notice=notice, notice_id=notice.id, occasion=occasion, closes_on=closes_on)
        session.add(appeal)
        changes: list[audit.Change] = []
    else:
        changes = [("closes_on", appeal.closes_on, closes_on), ("occasion", appeal.occasion, occasion)]
        appeal.occasion, appeal.closes_on = occasion, closes_on
    audit.record("draft", notice, actor=actor, changes=[c for c in changes if c[1] != c[2]])
    return appeal


def ask(notice: Notice, *, code: str, actor: Actor) -> Initiator:
    """Ask a verified organisation, named by its code, to make the appeal with the association."""
    lock(notice)
    require(actor, P.KEEP, notice)
    check_draft(notice)
    appeal = appeal_of(notice)
    organisation = organisations.living(uscc.tidy(code))
    if organisation is None or not organisation.is_verified:
        raise Refused(_("没有使用这个代码的已核验单位。"), field="code")
    if not organisation.has_public_record:
        raise Refused(_("该经营者没有公开记录，不能列为倡议单位。"), field="code")
    if queries.initiator(appeal, organisation.id) is not None:
        raise Refused(_("已经邀请过这家单位；要重新征询的，请用“再请确认”。"), field="code")
    initiator = Initiator(
        appeal=appeal, appeal_id=appeal.id, organisation=organisation, organisation_id=organisation.id
    )
    session.add(initiator)
    audit.record("ask_initiator", initiator, actor=actor, organisation=organisation.name)
    letters.asked(initiator)
    return initiator


def check_open(appeal: Appeal) -> None:
    """Refused with the sentence that says why nobody can join now."""
    notice = appeal.notice
    if notice.state is NoticeState.WITHDRAWN:
        raise Refused(_("这份倡议已经撤回，不再接受加入。"))
    if notice.state is not NoticeState.PUBLISHED:
        raise Refused(_("这份倡议还没有发布。"))
    if appeal.closes_on is not None and appeal.closes_on < clock.today():
        raise Refused(_("加入已于%(day)s截止。", day=day_words(appeal.closes_on)))


def join(appeal: Appeal, organisation: Organisation, *, text_hash: str, actor: Actor) -> Joining:
    """Its authorised signer joins for the organisation, having the text `text_hash` on the page; `consent` is kept with it."""
    require(actor, P.JOIN)
    lock(appeal)
    check_open(appeal)
    officer = check_signer(organisation, actor=actor)
    if not organisation.has_public_record:
        raise Refused(_("该经营者没有公开记录，不能列入公开名单。"))
    if text_hash != appeal.notice.text_hash:
        raise Refused(_("请打开倡议的页面，看过全文再加入。"))
    as_initiator = queries.initiator(appeal, organisation.id)
    if as_initiator is not None and as_initiator.state is InitiatorState.AGREED:
        raise Refused(_("%(name)s是倡议单位，不必再加入。", name=organisation.name))
    if queries.living(appeal, organisation.id) is not None:
        raise Refused(_("%(name)s已经加入。", name=organisation.name))
    joining = Joining(
        appeal=appeal, appeal_id=appeal.id, organisation=organisation, organisation_id=organisation.id, name=organisation.name,
        name_key=organisation.name_key, officer_id=officer.id, joined_by=actor.name, text_hash=text_hash,
        consent=consent_of(appeal, organisation), state=JoiningState.JOINED,
    )  # fmt: skip
    session.add(joining)
    entry = audit.record("join_appeal", joining, actor=actor, organisation=organisation.name, text=text_hash)
    audit.publish_entry("join_appeal", joining, content=joining_text(joining), entry=entry)
    following.happened(JOINING, "join", joining)
    letters.joined(joining)
    return joining


def consent_of(appeal: Appeal, organisation: Organisation) -> str:
    """The sentence above the button."""
    return _(
        "我是%(name)s的授权签署人，已阅读《%(title)s》（%(number)s）全文，代表本单位加入，并同意公开单位名称和加入日期。",
        name=organisation.name, title=appeal.notice.title, number=appeal.notice.number,
    )  # fmt: skip

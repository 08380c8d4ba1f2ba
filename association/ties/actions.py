"""Verbs of ties, each with its actor."""

from datetime import date, timedelta

from association.accounts import queries as accounts
from association.kernel import audit, clock, dated
from association.kernel.day_words import day_words
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.walls import Thing
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.ties import letters, queries
from association.ties.effects import thing_typed
from association.ties.models import WALLS, Affirmation, Lift, Source, Tie, TieKind, TieState
from association.ties.policy import P
from association.ties.workflow import TIE


def declare(
    *, kind: str, said: str, code: str, from_on: date | None, to_on: date | None, note: str, actor: Actor
) -> Tie:
    """Somebody declares a tie of their own. With an organisation's code the wall stands at once; else the secretary finds out who is meant."""
    require(actor, P.DECLARE)
    if actor.person_id is None:
        raise Refused(_("请先登录。"))
    thing = thing_typed("organisation", code, field="code") if code else None
    tie = _new(actor.person_id, kind, Source.SELF, said, thing, from_on, to_on, note)
    audit.record("declare_tie", tie, actor=actor, kind=kind)
    letters.declared(tie)
    return tie


def enter(
    *,
    email: str,
    kind: str,
    to_kind: str,
    typed: str,
    from_on: date | None,
    to_on: date | None,
    note: str,
    actor: Actor,
) -> Tie:
    """The secretary enters a tie of somebody who works for the association, who is told."""
    require(actor, P.KEEP)
    account = accounts.by_email(email)
    if account is None or not accounts.roles_of(account.id):
        raise Refused(_("没有使用这个邮箱的专家或工作人员。"), field="email")
    thing = thing_typed(to_kind, typed, field="typed")
    if thing == ("person", account.person_id):
        raise Refused(_("对方不能是本人。"), field="typed")
    tie = _new(account.person_id, kind, Source.STAFF, typed, thing, from_on, to_on, note)
    require(actor, P.KEEP, tie)  # nobody enters their own here, nor one to what they are tied to themselves
    audit.record("enter_tie", tie, actor=actor, kind=kind)
    letters.entered(tie)
    return tie


def _new(
    person_id: int,
    kind: str,
    source: Source,
    said: str,
    thing: Thing | None,
    from_on: date | None,
    to_on: date | None,
    note: str,
) -> Tie:
    if from_on is not None and to_on is not None and to_on < from_on:
        raise Refused(_("结束的日期不能早于开始的日期。"), field="to_on")
    if to_on is not None and to_on > clock.today():
        raise Refused(_("还没有结束的，结束日期请不填。"), field="to_on")
    if thing is not None and any(
        t.thing == thing and t.kind is TieKind(kind) and t.to_on == to_on for t in _on_record(person_id)
    ):
        raise Refused(_("同样的利害关系已经登记。"))
    tie = Tie(
        person_id=person_id, kind=TieKind(kind), source=source, said=said, note=note, from_on=from_on, to_on=to_on,
        to_kind=thing[0] if thing else "", to_id=thing[1] if thing else None,
        state=TieState.STANDING if thing else TieState.DECLARED,
    )  # fmt: skip
    session.add(tie)
    session.flush()
    return tie


def _on_record(person_id: int) -> list[Tie]:
    return [tie for tie in queries.ties_of(person_id) if tie.state is not TieState.STRUCK]


def recognise(tie: Tie, *, to_kind: str, typed: str, actor: Actor) -> None:
    """Say which organisation, work or person on this site is meant."""
    TIE.take("recognise", tie, actor=actor, to_kind=to_kind, typed=typed)


def close(tie: Tie, *, to_on: date, actor: Actor) -> None:
    """Register the last day of a tie; the wall stands some years longer."""
    TIE.take("close", tie, actor=actor, to_on=to_on)


def affirm(actor: Actor) -> None:
    """“What is on record of me is complete.”"""
    require(actor, P.DECLARE)
    if actor.person_id is None:
        raise Refused(_("请先登录。"))
    row = Affirmation(person_id=actor.person_id)
    session.add(row)
    audit.record("affirm_ties", row, actor=actor)


def check_liftable(tie: Tie) -> Thing:
    """The thing behind the wall that this tie holds; Refused when there is no wall, or a lift already."""
    thing = tie.thing
    if thing is None or not queries.kinds_between(tie.person_id, thing):
        raise Refused(_("这条关系现在没有回避可以解除。"))
    if queries.open_lift(tie.person_id, thing) is not None:
        raise Refused(_("已经解除，或已有提议待第二人同意。"))
    return thing


def propose_lift(tie: Tie, *, reason: str, until: date, actor: Actor) -> Lift:
    """The first of two people: lift the wall between this person and the other side, until a day. A second person must agree."""
    require(actor, P.KEEP, tie)
    thing = check_liftable(tie)
    longest = clock.today() + timedelta(days=int(dated.value("ties.lift_days")))
    if until < clock.today():
        raise Refused(_("最后一天不能在今天之前。"), field="until")
    if until > longest:
        raise Refused(_("最长到%(day)s。", day=day_words(longest)), field="until")
    lift = Lift(
        person_id=tie.person_id, to_kind=thing[0], to_id=thing[1], reason=reason, until=until,
        kinds=queries.kinds_between(tie.person_id, thing),
    )  # fmt: skip
    session.add(lift)
    audit.record("propose_lift", lift, actor=actor, reason=reason, until=until.isoformat())
    letters.lift_proposed(lift, proposer=actor)
    return lift


def employer_called(name: str, code: str) -> Organisation | None:
    """The organisation on record that somebody names as their employer: by its code, else by its very name, now or before."""
    if code:
        _kind, id_ = thing_typed("organisation", code, field="employer_code")
        return session.get(Organisation, id_)
    return organisations.called_exactly(name)


def employed(person_id: int, *, said: str, organisation: Organisation | None, actor: Actor) -> None:
    """Somebody has told another feature for whom they work: a new employer on record is a tie from today, the one before ends and stands for
    some years longer."""
    last = [
        t
        for t in _on_record(person_id)
        if t.kind is TieKind.EMPLOYER and t.state in WALLS and t.to_on is None
    ]
    thing = ("organisation", organisation.id) if organisation else None
    for tie in last:
        if tie.thing != thing and tie.source is Source.SELF:
            tie.to_on = clock.today()
            audit.record("close", tie, actor=actor, to_on=clock.today().isoformat())
    if thing is not None and all(tie.thing != thing for tie in last):
        tie = _new(person_id, TieKind.EMPLOYER.value, Source.SELF, said, thing, None, None, "")
        audit.record("declare_tie", tie, actor=actor, kind=TieKind.EMPLOYER.value)

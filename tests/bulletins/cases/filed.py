"""Cases through the real actions, each by the hand it needs."""

from datetime import date, timedelta

from association.accounts.models import Account
from association.kernel import clock
from association.kernel.db import session
from association.kernel.transactions import writing
from association.panels import actions as panels
from association.panels import queries as sittings
from association.panels.models import Panel
from association.rules import queries as rules
from bulletins.cases import actions, clockwork
from bulletins.cases.models import CaseFile, Channel, Paper, Source
from bulletins.cases.workflow import CASE
from demo.papers import scan
from tests import cast, stages
from tests.association.fulfilment import owed
from tests.association.pledges import signed

on, staff = owed.on, signed.staff
GROUNDS = "抽查的三条推广素材里有两条与正片不一致。"


def bound(serial: int = 101, **facts: object) -> cast.Firm:
    """A signatory of the pledge in force."""
    return owed.bound(serial, **facts)


def case(firm: cast.Firm) -> CaseFile:
    """The firm's newest."""
    session.expire_all()
    found = session.query(CaseFile).filter_by(organisation_id=firm.id).order_by(CaseFile.id.desc()).first()
    if found is None:
        raise LookupError(firm.id)
    return found


def opened(firm: cast.Firm, role: str = "investigator") -> CaseFile:
    who = staff(role)
    with writing():
        actions.open_case(
            code=firm.organisation.uscc, source=Source.PATROL, title="推广素材与正片不一致", fault="推广素材与正片不一致", happened_on=clock.today(),
            lead="巡查时看到推广素材里的情节正片里没有。", actor=who,
        )  # fmt: skip
    return case(firm)


def took(deed: str, firm: cast.Firm, role: str, reason: str = "理由") -> None:
    who = staff(role)
    with writing():
        CASE.take(deed, case(firm), actor=who, reason=reason)


def alleged(firm: cast.Firm) -> None:
    who = staff("investigator")
    with writing():
        edition = rules.in_force_on(signed.pledge().document, case(firm).happened_on)
        assert edition is not None
        actions.allege(case(firm), fact="两条素材的情节正片里没有。", edition=edition, path="2.1", actor=who)


def proven(firm: cast.Firm, *, is_shown: bool = True, title: str = "素材截图") -> None:
    who = staff("investigator")
    with writing():
        actions.add_evidence(
            case(firm),
            title=title,
            taken_on=clock.today(),
            taken_from="平台页面",
            is_shown=is_shown,
            file=scan(title, title),
            actor=who,
        )


def filed(firm: cast.Firm) -> None:
    opened(firm)
    took("check", firm, "investigator")
    alleged(firm)
    proven(firm)
    took("file", firm, "legal", "两条素材与正片不一致，应当调查。")


def notified(firm: cast.Firm, *, measure: str = "warn", months: int = 6) -> None:
    who = staff("investigator")
    with writing():
        actions.notify(
            case(firm),
            grounds=GROUNDS,
            measure=measure,
            months=months,
            circumstances=["配合调查"],
            channel="post",
            sent_on=clock.today(),
            actor=who,
        )


def pleaded(firm: cast.Firm, *, wants_hearing: bool = False) -> None:
    with writing():
        found = case(firm)
        answers = {c.id: "素材由代理商自行剪辑，已下架。" for c in found.charges}
        actions.plead(
            found, text="请求从轻。", answers=answers, wants_hearing=wants_hearing, actor=firm.clerk
        )


def members(number: int = 3) -> list[Account]:
    return [cast.somebody("panel", email=f"panel{n}@staff.example") for n in range(1, number + 1)]


def convened(firm: cast.Firm, people: list[Account] | None = None) -> Panel:
    who, seats = staff("experts"), [a.person_id for a in people or members()]
    with writing():
        actions.convene(case(firm), people=seats, due_on=clock.today() + timedelta(days=5), actor=who)
    return panel(firm)


def panel(firm: cast.Firm) -> Panel:
    found = sittings.latest(case(firm))
    assert found is not None
    return found


def voted(firm: cast.Firm, *words: str) -> None:
    """Each declares and gives an opinion; they are opened when all are in."""
    for person, word in zip(members(), words, strict=True):
        by = cast.actor(person)
        with writing():
            seat = panel(firm).seat_of(person.person_id)
            panels.declare_clear(seat, actor=by)
            panels.vote(seat, word=word, because="从记录看。", actor=by)


def minuted(firm: cast.Firm, conclusion: str) -> None:
    """By the first member, confirmed by the others."""
    first, *others = members()
    by = cast.actor(first)
    with writing():
        panels.write_minutes(panel(firm), conclusion=conclusion, text="经审议。", actor=by)
    for person in others:
        by = cast.actor(person)
        with writing():
            panels.confirm(panel(firm).seat_of(person.person_id), agrees=True, note="", actor=by)


def deliberated(firm: cast.Firm, conclusion: str = "as_proposed") -> None:
    took("submit", firm, "investigator")
    convened(firm)
    voted(firm, conclusion, conclusion, conclusion)
    minuted(firm, conclusion)


def drafted(
    firm: cast.Firm, *, measure: str = "warn", months: int = 6, found: bool = True, role: str = "legal"
) -> None:
    who = staff(role)
    with writing():
        held = case(firm)
        findings = {c.id: (found, "截图与正片逐条核对过。") for c in held.charges}
        actions.draft(
            held,
            reasons="事实清楚，已经下架，从轻的请求已经考虑。",
            measure=measure,
            months=months,
            findings=findings,
            actor=who,
        )


def issued(firm: cast.Firm) -> None:
    """From a lead to a signed decision, all in one day."""
    filed(firm)
    notified(firm)
    pleaded(firm)
    deliberated(firm)
    drafted(firm)
    took("issue", firm, "issuer")


def sent(firm: cast.Firm, day: date | None = None) -> None:
    who = staff("intake")
    with writing():
        actions.serve(
            case(firm),
            paper=Paper.DECISION,
            channel=Channel.POST,
            sent_on=day or clock.today(),
            note="EMS 样例",
            actor=who,
        )


def ticked() -> int:
    with writing():
        moved = clockwork.keep_days()
    session.expire_all()
    return moved


stages.remember(__name__)

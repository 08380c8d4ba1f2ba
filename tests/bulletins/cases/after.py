"""What follows a decision, each by the hand it needs."""

from datetime import timedelta

from association.accounts.models import Account
from association.kernel.transactions import writing
from association.panels import actions as panels
from association.panels import queries as sittings
from association.panels.models import Panel
from bulletins.cases import actions
from bulletins.cases.models import CaseAppeal
from bulletins.cases.workflow import APPEAL, REPAIR
from tests import cast, stages
from tests.bulletins.cases import filed as way


def served(firm: cast.Firm) -> None:
    way.issued(firm)
    with writing():
        way.CASE.take("confirm", way.case(firm), actor=firm.clerk)


def in_effect(firm: cast.Firm) -> None:
    """The days of appeal have passed; call it on a later day."""
    served(firm)
    with way.on(past(way.case(firm).appeal_by)):
        way.ticked()


def past(day: object) -> str:
    return (day + timedelta(days=1)).isoformat()  # type: ignore[operator]


def hearers(number: int = 3) -> list[Account]:
    return [cast.somebody("appeals", email=f"appeals{n}@staff.example") for n in range(1, number + 1)]


def hearer(number: int = 1) -> object:
    return cast.actor(hearers()[number - 1])


def lodged(firm: cast.Firm) -> CaseAppeal:
    with writing():
        actions.appeal(way.case(firm), grounds="素材由代理商自行剪辑，措施过重。", actor=firm.signer)
    return appeal(firm)


def appeal(firm: cast.Firm) -> CaseAppeal:
    found = way.case(firm).appeal
    assert found is not None
    return found


def took(deed: str, firm: cast.Firm, *, actor: object, reason: str = "理由") -> None:
    with writing():
        APPEAL.take(deed, appeal(firm), actor=actor, reason=reason)


def accepted(firm: cast.Firm) -> None:
    lodged(firm)
    took("accept", firm, actor=hearer(), reason="在期限以内，理由具体。")


def convened(firm: cast.Firm, people: list[Account] | None = None) -> Panel:
    who, seats = way.staff("experts"), [a.person_id for a in people or hearers()]
    with writing():
        actions.convene_again(
            appeal(firm), people=seats, due_on=way.clock.today() + timedelta(days=5), actor=who
        )
    found = sittings.latest(appeal(firm))
    assert found is not None
    return found


def judged(firm: cast.Firm, word: str) -> None:
    convened(firm)
    for person in hearers():
        by = cast.actor(person)
        with writing():
            seat = sittings.latest(appeal(firm)).seat_of(person.person_id)
            panels.declare_clear(seat, actor=by)
            panels.vote(seat, word=word, because="从申诉看。", actor=by)
    first, *others = hearers()
    with writing():
        panels.write_minutes(
            sittings.latest(appeal(firm)), conclusion=word, text="经复核。", actor=cast.actor(first)
        )
    for person in others:
        by = cast.actor(person)
        with writing():
            panels.confirm(
                sittings.latest(appeal(firm)).seat_of(person.person_id), agrees=True, note="", actor=by
            )


def prepared(firm: cast.Firm, *, measure: str = "", months: int = 0, by: int = 1) -> None:
    who = hearer(by)
    with writing():
        actions.prepare(appeal(firm), reasons="下架及时，从轻。", measure=measure, months=months, actor=who)


def ruled(firm: cast.Firm, word: str, *, measure: str = "", months: int = 0) -> None:
    accepted(firm)
    judged(firm, word)
    prepared(firm, measure=measure, months=months)
    took("decide", firm, actor=hearer(2))


def shown(firm: cast.Firm, months: int = 6) -> None:
    who = way.staff("issuer")
    with writing():
        actions.publicise(way.case(firm), months=months, because="措施可公开，已经生效。", actor=who)


def carried_out(firm: cast.Firm) -> None:
    with writing():
        way.CASE.take("report", way.case(firm), actor=firm.clerk, reason="素材全部下架，今后逐条核对。")
    way.took("carry_out", firm, "investigator", "看过下架记录。")


def applied(firm: cast.Firm) -> None:
    with writing():
        actions.apply_for_repair(way.case(firm), grounds="全部改正，逐条核对。", actor=firm.signer)


def repair(deed: str, firm: cast.Firm, role: str = "legal") -> None:
    who = way.staff(role)
    with writing():
        REPAIR.take(deed, way.case(firm).repair, actor=who, reason="看过改正的记录。")


stages.remember(__name__)

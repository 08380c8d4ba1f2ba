"""After the decision: appeal by others, effect, execution, publicity, repair, annulment, archive."""

from datetime import date

import pytest

from association.kernel.db import session
from association.kernel.documents import document_of
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.standing import StandingKind, StandingState
from association.standing import queries as standing
from bulletins.cases.models import AppealState, CaseState, PublicityEnd
from bulletins.cases.queries import public
from tests import cast
from tests.association.pledges import signed
from tests.bulletins.cases import after
from tests.bulletins.cases import filed as way

S = CaseState


def letters(template: str) -> int:
    return session.query(Letter).filter_by(template=f"cases/{template}").count()


def records(firm):
    return standing.of_source(way.case(firm), StandingKind.MEASURE)


@pytest.fixture
def firm(app):
    signed.issued()
    return way.bound()


def test_without_an_appeal_the_decision_takes_effect_and_its_measure_stands_on_record(app, firm):
    after.served(firm)
    assert (way.case(firm).appeal_by, way.ticked()) == (date(2026, 12, 7), 0)
    with way.on("2026-12-07"):
        assert way.ticked() == 0
    with way.on("2026-12-08"):
        assert (way.ticked(), way.ticked()) == (1, 0)
        assert (way.case(firm).state, letters("take_effect")) == (S.EFFECTIVE, 2)
        (row,) = records(firm)
        assert (row.from_on, row.to_on, row.is_public) == (date(2026, 12, 8), date(2027, 6, 8), False)
        with pytest.raises(Refused, match="现在的状态"):
            after.lodged(firm)


def test_an_appeal_is_heard_by_others_and_makes_the_measure_lighter(app, firm):
    after.served(firm)
    after.accepted(firm)
    with way.on("2027-02-01"):
        assert way.ticked() == 0
    with pytest.raises(Refused, match="办过或者审议过"):
        after.convened(firm, [*after.hearers(2), cast.somebody("appeals", email="panel1@staff.example")])
    after.judged(firm, "changed")
    with pytest.raises(Refused, match="须轻于"):
        after.prepared(firm, measure="condemn", months=6)
    after.prepared(firm, measure="remind")
    with pytest.raises(Refused, match="须由另一人办理"):
        after.took("decide", firm, actor=after.hearer(1))
    after.took("decide", firm, actor=after.hearer(2))
    held = way.case(firm)
    assert (held.state, held.measure, held.appeal.measure_before) == (S.EFFECTIVE, "remind", "warn")
    assert [row.title[:4] for row in records(firm)] == ["书面提醒"]
    assert None not in [document_of(held, f"case_{word}") for word in ("intake", "ruling")]
    assert (letters("appeal_accept"), letters("appeal_decide")) == (2, 2)


def test_whoever_worked_on_the_case_neither_receives_nor_rules_on_its_appeal(app, firm):
    after.served(firm)
    after.lodged(firm)
    for email in ("investigator@staff.example", "legal@staff.example", "issuer@staff.example"):
        both = cast.actor(cast.somebody("appeals", email=email))
        with pytest.raises(Refused, match="须由另一人办理"):
            after.took("accept", firm, actor=both)
    judge = cast.actor(cast.somebody("appeals", email="panel1@staff.example"))
    with pytest.raises(Forbidden):
        after.took("accept", firm, actor=judge)
    with pytest.raises(Forbidden):
        after.took("accept", firm, actor=way.staff("registrar"))


def test_an_appeal_that_is_not_completed_in_its_days_counts_as_withdrawn(app, firm):
    after.served(firm)
    after.lodged(firm)
    after.took("ask_more", firm, actor=after.hearer(), reason="请写明不服哪一点。")
    with way.on("2026-11-30"):
        assert way.ticked() == 0
    with way.on("2026-12-01"):
        assert way.ticked() == 1
        assert (after.appeal(firm).state, way.case(firm).state) == (AppealState.WITHDRAWN, S.EFFECTIVE)
        assert letters("appeal_lapse") == 2


def test_an_appeal_is_completed_refused_and_the_decision_stands(app, firm):
    after.served(firm)
    after.lodged(firm)
    after.took("ask_more", firm, actor=after.hearer(), reason="请写明不服哪一点。")
    after.took("complete", firm, actor=firm.signer, reason="第一点。")
    after.took("refuse", firm, actor=after.hearer(), reason="没有写明理由。")
    assert (way.case(firm).state, way.case(firm).measure) == (S.EFFECTIVE, "warn")


def test_an_appeal_that_is_upheld_revokes_the_decision_and_nothing_stands(app, firm):
    after.served(firm)
    after.ruled(firm, "revoked")
    held = way.case(firm)
    assert (held.state, records(firm), public.is_tellable(held)) == (S.ANNULLED, [], False)
    way.took("archive", firm, "intake")
    assert way.case(firm).state is S.ARCHIVED


def test_shown_with_the_name_until_its_last_day_then_the_name_leaves(app, firm):
    after.in_effect(firm)
    with way.on("2026-12-10"):
        with pytest.raises(Refused, match="公示的期限是3至36个月"):
            after.shown(firm, 48)
        after.shown(firm, 3)
        assert public.may_be_named(way.case(firm))
        assert session.scalars(public.tellable().where(public.named())).all() == [way.case(firm)]
        assert [row.is_public for row in records(firm)] == [True]
        with pytest.raises(Refused, match="已经公示过"):
            after.shown(firm, 3)
        with pytest.raises(Refused, match="还没有执行完毕"):
            way.took("archive", firm, "intake")
        after.carried_out(firm)
        with pytest.raises(Refused, match="公示还没有期满"):
            way.took("archive", firm, "intake")
    with way.on("2027-03-10"):
        assert way.ticked() == 0
    with way.on("2027-03-11"):
        assert not public.may_be_named(way.case(firm))
        assert (way.ticked(), way.ticked()) == (1, 0)
        held = way.case(firm)
        assert (held.publicity.end, public.masked_on(held)) == (PublicityEnd.TERM, date(2027, 3, 11))
        assert [row.is_public for row in records(firm)] == [False]
        way.took("archive", firm, "intake")
        assert public.is_tellable(way.case(firm))


def test_repair_is_applied_for_after_the_least_term_and_answered_by_another_hand(app, firm):
    after.in_effect(firm)
    with way.on("2026-12-10"):
        after.shown(firm, 12)
        with pytest.raises(Refused, match="执行完毕以后"):
            after.applied(firm)
        after.carried_out(firm)
        with pytest.raises(Refused, match="最早可以在"):
            after.applied(firm)
    with way.on("2027-03-10"):
        after.applied(firm)
        assert way.case(firm).repair.due_on == date(2027, 3, 24)
        with pytest.raises(Refused, match="正在办理"):
            after.applied(firm)
        cast.somebody("legal", email="investigator@staff.example")
        with pytest.raises(Refused, match="须由另一人办理"):
            after.repair("grant", firm, "investigator")
        after.repair("decline", firm)
        after.applied(firm)
        after.repair("grant", firm)
        held = way.case(firm)
        assert (held.publicity.end, public.may_be_named(held)) == (PublicityEnd.REPAIRED, False)
        assert (letters("repair_decline"), letters("repair_grant"), letters("end_publicity")) == (2, 2, 2)


def test_annulled_by_two_hands_its_record_is_withdrawn_and_the_name_leaves_that_day(app, firm):
    after.in_effect(firm)
    with way.on("2026-12-10"):
        after.shown(firm)
        with pytest.raises(Refused, match="没有人提出撤销"):
            way.took("annul", firm, "issuer")
        way.took("seek_annulment", firm, "legal", "据以认定的文书已被撤销。")
        assert way.case(firm).due_on == date(2026, 12, 17)
        cast.somebody("issuer", email="legal@staff.example")
        with pytest.raises(Refused, match="须由另一人办理"):
            way.took("annul", firm, "legal")
        way.took("annul", firm, "issuer", "据以认定的文书已被撤销。")
        held = way.case(firm)
        assert (held.state, held.publicity.end) == (S.ANNULLED, PublicityEnd.ANNULLED)
        assert [(row.state, row.is_public) for row in records(firm)] == [(StandingState.WITHDRAWN, False)]
        assert not public.is_tellable(held)
        assert letters("annul") == 2


def test_what_is_asked_for_may_be_left_as_it_is(app, firm):
    after.in_effect(firm)
    with way.on("2026-12-10"):
        with writing():
            way.CASE.take("seek_annulment", way.case(firm), actor=firm.signer, reason="请撤销。")
        way.took("keep", firm, "issuer", "没有新的事实。")
        assert (way.case(firm).state, way.case(firm).annul_because, letters("keep")) == (S.EFFECTIVE, "", 2)


def test_the_real_steps_are_told_in_their_order_and_no_other(app, firm):
    after.served(firm)
    after.ruled(firm, "upheld")
    deeds = [m.deed for m in public.milestones(way.case(firm))]
    assert deeds == ["file", "notify", "plead", "deliberate", "issue", "confirm", "lodge", "accept", "decide"]


def test_a_report_that_does_not_come_in_time_is_asked_after_at_the_desk(app, as_, firm):
    after.in_effect(firm)
    due = way.case(firm).due_on
    ask = "单位没有按期报告执行情况"
    with way.on(due.isoformat()):
        assert ask not in as_("investigator").get("/desk/").text
    with way.on(after.past(due)):
        assert ask in as_("investigator").get("/desk/").text


def test_both_sides_read_what_happens_next(app, as_, firm):
    staff, clerk = as_("auditor"), cast.signed_in(app, firm.clerk_account.email)
    for step, told in (
        (way.filed, "接下来：办案的人调查取证"), (way.notified, "接下来：单位可以在2026年12月"), (way.pleaded, "接下来：办案的人提交审议。"),
        (way.deliberated, "接下来：由没有参加调查的人按审议结论拟写决定。"), (way.drafted, "接下来：由另一人签发"),
    ):  # fmt: skip
        step(firm)
        case = way.case(firm).id
        assert told in staff.get(f"/desk/cases/{case}/").text
        assert told in clerk.get(f"/my/cases/{case}/").text

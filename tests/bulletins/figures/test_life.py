"""From the opening of a period to its sums and their revision."""

import pytest
import time_machine

from association.kernel.audit import LogEntry, history_of
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.policy import can
from association.kernel.transactions import writing
from bulletins.figures import actions, clockwork, queries
from bulletins.figures.models import Edition, EditionState, Report, ReportState
from bulletins.figures.policy import P
from bulletins.figures.workflow import EDITION
from tests import cast
from tests.bulletins.figures import made
from tests.bulletins.notices.issued import staff


def test_three_reports_make_a_sum_and_nothing_of_one_is_shown(app) -> None:
    firms = [made.platform(n) for n in (101, 102, 103)]
    made.opened()
    for firm, count in zip(firms, (100, 200, 300), strict=True):
        made.reported(firm, made.answers(count))
    edition = made.issued()
    assert (made.total(edition), edition.reporters, edition.state) == (600, 3, EditionState.ISSUED)
    assert "100" not in str(edition.rows)
    assert "样例平台101" not in str(edition.rows)


def test_two_reports_or_one_that_is_nearly_all_make_none(app) -> None:
    firms = [made.platform(n) for n in (101, 102, 103)]
    made.opened()
    made.reported(firms[0], made.answers(100, values_videos=None, pirated_videos=0))
    made.reported(firms[1], made.answers(200, vulgar_accounts=9_000, pirated_videos=0))
    made.reported(firms[2], made.answers(300, pirated_videos=0))
    edition = made.issued()
    assert made.total(edition, "vulgar-videos") == 600
    assert made.total(edition, "values-videos") is None, "one has not counted it"
    assert made.total(edition, "vulgar-accounts") is None, "one makes up nearly all"
    assert made.total(edition, "pirated-videos") is None, "nothing at all is what each has"


def test_a_blank_is_not_nought(app) -> None:
    firm = made.platform(101)
    made.opened()
    given = made.answers(10)
    del given["vulgar-videos"]
    report = made.written(firm, given)
    with pytest.raises(Refused, match="还没有填：下架的短视频"):
        made.take("submit", report.id, firm.clerk)
    assert made.written(firm, made.answers(10, vulgar_videos=None)).missing == []


def test_whoever_wrote_it_does_not_confirm_it(app) -> None:
    firm = made.platform(101)
    made.opened()
    with writing():
        id_ = actions.write(made.period(), firm.organisation, answers=made.answers(), actor=firm.signer).id
    made.take("submit", id_, firm.signer)
    with pytest.raises(Refused, match="另一人"):
        made.take("confirm", id_, firm.signer)


@pytest.mark.parametrize(
    ("deed", "who"),
    [("confirm", "clerk"), ("confirm", "stranger"), ("ask", "clerk"), ("give_back", "registrar")],
)
def test_others_may_not(app, deed: str, who: str) -> None:
    firm, other = made.platform(101), made.platform(102)
    made.opened()
    id_ = made.written(firm).id
    made.take("submit", id_, firm.clerk)
    actor = {"clerk": firm.clerk, "stranger": other.signer, "registrar": staff("registrar")}[who]
    with pytest.raises((Forbidden, Refused)):
        made.take(deed, id_, actor)


def test_another_organisation_never_sees_a_report_and_staff_see_no_draft_in_their_list(app) -> None:
    firm, other = made.platform(101), made.platform(102)
    made.opened()
    report = made.written(firm)
    assert not can(other.clerk, P.SEE_REPORT, report)
    assert not can(staff("issuer"), P.SEE_REPORT, report)
    assert not can(staff("editor"), P.SEE_REPORT, report)
    assert session.scalars(queries.all_of(made.period())).all() == []


def test_who_is_no_platform_is_not_asked(app) -> None:
    firm = cast.verified(101)
    made.opened()
    with pytest.raises(Refused, match="平台和小程序主体"):
        made.written(firm)


def test_a_correction_says_why_and_the_version_before_is_kept(app) -> None:
    firm = made.platform(101)
    made.opened()
    first = made.reported(firm)
    with pytest.raises(Refused, match="写明原因"):
        made.written(firm, made.answers(11))
    second = made.reported(firm, made.answers(11), because="漏了一天")
    states = [(r.id, r.version, r.state) for r in session.query(Report).order_by(Report.version)]
    assert states == [(first, 1, ReportState.REPLACED), (second, 2, ReportState.CONFIRMED)]


def test_the_same_twice_is_one_line_of_the_trail(app) -> None:
    firm = made.platform(101)
    made.opened()
    made.written(firm)
    report = made.written(firm)
    assert len(session.scalars(history_of(report)).all()) == 1


def test_a_revised_edition_follows_a_correction_and_the_former_stays(app) -> None:
    firms = [made.platform(n) for n in (101, 102, 103, 104)]
    made.opened()
    for firm, count in zip(firms[:3], (100, 200, 300), strict=True):
        made.reported(firm, made.answers(count))
    made.issued()
    with pytest.raises(Refused, match="没有新的报送或更正"):
        made.drafted("又看了一遍")
    made.reported(firms[1], made.answers(250), because="口径用错")
    with pytest.raises(Refused, match="修订的原因"):
        made.drafted()
    second = made.issued("有单位更正")
    assert made.total(second) == 650
    first = session.query(Edition).filter_by(number=1).one()
    assert (first.state, made.total(first)) == (EditionState.REPLACED, 600)
    made.reported(firms[3], made.answers(77))
    third = made.issued("有单位后来报送")
    assert made.total(third) == 650, "the difference of two sums would be the newcomer's figure"
    assert third.rows[0]["is_without_later"]
    assert third.reporters == 4


def test_whoever_drafted_does_not_issue_and_a_late_report_asks_for_a_new_draft(app) -> None:
    firms = [made.platform(n) for n in (101, 102, 103)]
    made.opened()
    made.reported(firms[0])
    id_ = made.drafted()
    both = cast.actor(cast.somebody("issuer", "registrar", email="registrar@staff.example"))
    with pytest.raises(Refused, match="另一人"), writing():
        EDITION.take("issue", session.get_one(Edition, id_), actor=both)
    made.reported(firms[1])
    issuer = staff("issuer")
    with pytest.raises(Refused, match="重新拟定"), writing():
        EDITION.take("issue", session.get_one(Edition, id_), actor=issuer)


def test_the_office_asks_and_the_organisation_explains(app) -> None:
    firm = made.platform(101)
    made.opened()
    id_ = made.reported(firm)
    made.take("ask", id_, staff("registrar"), "比上期多三倍")
    assert session.get_one(Report, id_).state is ReportState.ASKED
    made.take("explain", id_, firm.clerk, "专项清理")
    report = session.get_one(Report, id_)
    assert (report.state, report.remark) == (ReportState.CONFIRMED, "专项清理")


def test_those_who_have_not_reported_are_reminded_and_nobody_else(app) -> None:
    late, done = made.platform(101), made.platform(102)
    period = made.opened()
    made.reported(done)
    due = period.due_on
    with time_machine.travel(f"{due.isoformat()}T09:00:00+08:00"), writing():
        assert clockwork.keep_days() == 1
    reminded = {letter.account_id for letter in session.query(Letter).filter_by(template="figures/remind")}
    assert reminded == {late.clerk_account.id, late.signer_account.id}
    with time_machine.travel(f"{due.isoformat()}T09:00:00+08:00"), writing():
        assert clockwork.keep_days() == 0


def test_issuing_is_entered_in_the_public_log(app) -> None:
    firm = made.platform(101)
    made.opened()
    made.reported(firm)
    made.issued()
    found = session.query(LogEntry).filter_by(subject_kind="figure_edition")
    assert [e.act for e in found] == ["issue"]


def test_a_period_is_opened_once_and_when_it_has_ended(app) -> None:
    made.opened()
    with pytest.raises(Refused, match="已经开始收集"):
        made.opened()
    with pytest.raises(Refused, match="还没有结束"):
        made.opened("2026-Q4")

"""A warning's life: three people, in force, passed on where nobody confirms, reduced, lifted, expired, withdrawn."""

import pytest
import time_machine
from flask import Flask

from association.accounts.actors import actor_of
from association.kernel.audit import LogEntry
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.policy import VISITOR
from association.kernel.search import records
from association.kernel.transactions import writing
from bulletins.warnings import actions, queries
from bulletins.warnings.models import Level, ReceiptState, WarningState
from bulletins.warnings.workflow import RECEIPT, WARNING
from tests import cast
from tests.bulletins.warnings.issued import (
    LATER,
    confirmed,
    days_passed,
    drafted,
    facts,
    issued,
    receipt,
    step,
    told,
    warning,
)
from tests.page import Page


def test_the_same_person_does_not_give_the_second_review(app: Flask) -> None:
    both = cast.somebody("editor", "reviewer")
    id_ = drafted()
    step(id_, "submit", role="editor")
    with writing():
        WARNING.take("first_review", warning(id_), actor=actor_of(both))
    with pytest.raises(Refused, match="须由另一人办理"), writing():
        WARNING.take("second_review", warning(id_), actor=actor_of(both))


def test_it_gets_its_number_when_it_is_issued_and_the_public_log_knows(app: Flask) -> None:
    id_ = issued()
    assert (warning(id_).number, warning(id_).slug) == ("预警〔2026〕1号", "2026-1")
    assert session.query(LogEntry).count() == 1


def test_under_review_it_is_written_no_more(app: Flask) -> None:
    id_, editor = drafted(), cast.somebody("editor")
    step(id_, "submit", role="editor")
    with pytest.raises(Refused, match="已经送审"), writing():
        actions.change(warning(id_), base=1, actor=actor_of(editor), **facts())


def test_not_confirmed_in_time_the_signer_is_written_to_once(app: Flask) -> None:
    firm = cast.verified(101)
    id_ = issued()
    told(id_)
    assert days_passed() == 0
    with time_machine.travel(LATER):
        assert days_passed() == 1
        assert days_passed() == 0
    letters = session.query(Letter).filter_by(template="warnings/escalated").all()
    assert [letter.account_id for letter in letters] == [firm.signer_account.id]
    late = receipt(id_, firm)
    assert late
    assert late.escalated_at


def test_confirmed_in_time_nobody_else_is_written_to(app: Flask) -> None:
    firm = cast.verified(101)
    id_ = issued()
    told(id_)
    confirmed(id_, firm)
    with time_machine.travel(LATER):
        assert days_passed() == 0


def test_only_its_own_officers_confirm(app: Flask) -> None:
    firm, other = cast.verified(101), cast.verified(102, name="样例乙影视有限公司")
    id_ = issued()
    told(id_)
    with pytest.raises(Forbidden), writing():
        RECEIPT.take("confirm", receipt(id_, firm), actor=other.clerk)


def test_a_statement_is_asked_for_again_and_then_accepted(app: Flask) -> None:
    firm, editor = cast.verified(101), cast.somebody("editor")
    id_ = issued(wants_statement=True)
    told(id_)
    confirmed(id_, firm)
    for deed, reason in (("ask", "请附清单。"), ("accept", "")):
        with writing():
            actions.report(
                receipt(id_, firm), statement="已停用。", evidence=[cast.paper()], actor=firm.clerk
            )  # type: ignore[arg-type]
        with writing():
            RECEIPT.take(deed, receipt(id_, firm), actor=actor_of(editor), reason=reason)
    done = receipt(id_, firm)
    assert done
    assert done.state is ReceiptState.ACCEPTED
    assert session.query(Letter).filter(Letter.template.in_(["warnings/ask", "warnings/accept"])).count() == 4


def test_the_level_goes_down_and_never_up(app: Flask) -> None:
    firm = cast.verified(101)
    id_ = issued()
    told(id_)
    with pytest.raises(Refused, match="升级请另发预警"):
        step(id_, "reduce", reason="更糟了。", level=Level.RED)
    step(id_, "reduce", reason="投诉减少。", level=Level.BLUE)
    told(id_)
    assert (warning(id_).state, warning(id_).issued_level) == (WarningState.REDUCED, Level.ORANGE)
    assert session.query(Letter).filter_by(template="warnings/reduced").count() == 2
    confirmed(id_, firm)


def test_after_its_last_day_the_clock_ends_it(app: Flask) -> None:
    id_ = issued()
    with pytest.raises(Refused, match="有效期还没有过"):
        step(id_, "expire", role="system")
    with time_machine.travel("2027-01-05T10:00:00+08:00"):
        assert queries.newest_in_force() is None
        days_passed()
    assert warning(id_).state is WarningState.EXPIRED


def test_a_withdrawn_one_leaves_list_search_json_and_paper_at_once(app: Flask, visitor: Page) -> None:
    id_ = issued()
    assert visitor.get("/warnings/?format=json").answer.json["count"] == 1
    told(id_)  # the worker indexes, too
    assert records.find("推广素材", VISITOR, limit=5).hits
    step(id_, "withdraw", reason="引用的事实有误。")
    assert visitor.get("/warnings/?format=json").answer.json["count"] == 0
    assert not records.find("推广素材", VISITOR, limit=5).hits
    assert "警惕" not in visitor.get("/").text
    assert visitor.get("/warnings/2026-1/document.pdf").status == 404
    page = visitor.get("/warnings/2026-1/")
    assert "引用的事实有误" in page.text
    assert "停用来源不明的" not in page.text


def test_a_draft_is_nobodys_to_read_but_staff(app: Flask, visitor: Page) -> None:
    id_ = drafted()
    assert visitor.get(f"/desk/warnings/{id_}/", follow=False).status == 302


def test_everybody_sees_the_rate_only_where_it_points_at_nobody(app: Flask, visitor: Page) -> None:
    for n in range(4):
        cast.verified(101 + n, name=f"样例{n}影视有限公司")
    id_ = issued()
    told(id_)
    assert "应确认" not in visitor.get("/warnings/2026-1/").text
    cast.verified(109, name="样例九影视有限公司")
    days_passed()
    told(id_)
    assert "应确认5家，已确认0家" in visitor.get("/warnings/2026-1/").text


def test_the_home_page_shows_the_newest_in_force_in_both_languages(app: Flask, visitor: Page) -> None:
    issued()
    assert "橙色预警" in visitor.get("/").html
    english = Page(app, language="en").get("/")
    assert "Orange warning" in english.html

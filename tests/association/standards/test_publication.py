"""Approved, numbered, reviewed by three people, published at once or at its moment; nothing goes around the procedure."""

from datetime import date, timedelta

import pytest

from association.accounts.models import Role
from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.policy import SYSTEM
from association.kernel.transactions import writing
from association.rules import queries as texts
from association.rules.models import EditionState, Standing
from association.standards import actions, gates
from association.standards.models import ProjectState, StandardKind
from association.standards.workflow import PROJECT
from tests import cast
from tests.association.standards import on_the_way as way
from tests.association.standards.on_the_way import project, staff, step

S = ProjectState


def holders() -> dict[str, str]:
    return {m.what: m.holder for m in gates.missing(project())}


def test_approval_gives_a_number_fixes_the_text_and_needs_somebody_who_did_not_write_it(app):
    way.passed()
    way.approve()
    edition = project().edition
    assert project().number == "T/DEMO 001—2026"
    assert (edition.number, edition.state) == ("T/DEMO 001—2026", EditionState.DRAFT)
    assert "T/DEMO 001—2026" in "".join(html for _path, html in edition.leaves)
    both = cast.actor(cast.somebody("editor", "issuer", email="both@staff.example"))
    with writing():
        PROJECT.take("unapprove", project(), actor=staff("issuer"), reason="编辑性改动")
    assert project().edition_id is None
    from association import drafting

    with writing():
        drafting.save(
            project(), way.TEXT.replace("夸张", "夸大"), base=drafting.latest(project()).number, actor=both
        )
    with pytest.raises(Refused, match="另一人"), writing():
        actions.approve(
            project(), approved_by="理事会", approved_on=clock.today(), effective_on=clock.today() + timedelta(days=9), binds=[], note="",
            actor=both,
        )  # fmt: skip
    way.approve()
    assert project().number == "T/DEMO 001—2026"
    assert "夸大" in texts.read_of(project().edition).tree[1].whole_text()


def test_a_rule_of_conduct_has_no_number_and_the_next_standard_the_next_one(app):
    way.published()
    way.passed(kind=StandardKind.RULE, title="样例素材规则")
    way.approve()
    assert project().number == ""
    way.passed(title="样例字幕规范")
    way.approve()
    assert project().number == "T/DEMO 002—2026"


def test_without_the_associations_code_nothing_is_numbered(app):
    way.passed()
    with writing():
        dated.change(
            "site.society_code", value="", basis="样例", in_force_from=clock.today(), checked_by="样例", checked_on=None,
            actor=SYSTEM,
        )  # fmt: skip
    assert holders() == {"还没有设置本会的社会团体代号，不能编号。": str(Role.ADMIN.label)}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"approved_by": "别处"}, "approved_by"), ({"approved_on": date(2026, 12, 1)}, "approved_on"),
        ({"effective_on": date(2026, 11, 1)}, "effective_on"),
    ],
)  # fmt: skip
def test_a_wrong_decision_says_where_and_changes_nothing(app, wrong, field):
    way.passed()
    with pytest.raises(Refused) as refused:
        way.approve(**wrong)
    assert refused.value.field == field
    session.rollback()
    assert project().state is S.APPROVAL


def test_three_people_review_it_and_then_it_is_public_and_in_force_from_its_day(app):
    way.passed()
    way.approve()
    step("submit", "editor")
    step("first_review", "editor")
    with pytest.raises(Forbidden):
        step("second_review", "editor")
    step("second_review", "reviewer")
    many = cast.actor(cast.somebody("reviewer", "issuer", email="reviewer@staff.example"))
    with pytest.raises(Refused, match="另一人"), writing():
        PROJECT.take("third_review", project(), actor=many)
    step("third_review", "issuer")
    edition = project().edition
    assert (project().state, edition.state) == (S.PUBLISHED, EditionState.PUBLISHED)
    assert edition.standing_on(clock.today()) is Standing.COMING
    assert edition.standing_on(clock.today() + timedelta(days=30)) is Standing.IN_FORCE
    assert edition.checked_source == "理事会2026-11-23批准"
    assert edition.binds == ["studio"]
    assert project().standard.examine_by == date(2031, 11, 23)


def test_what_is_kept_by_the_procedure_cannot_be_published_around_it(app):
    from association.rules.workflow import EDITION

    way.passed()
    way.approve()
    for deed, role in (("publish", "reviewer"), ("drop", "editor")):
        with pytest.raises(Refused, match="自己的程序"), writing():
            EDITION.take(deed, project().edition, actor=staff(role), reason="绕行")


def test_signed_for_a_later_moment_it_is_published_then(app):
    from association.kernel import scheduled

    way.passed()
    way.approve(publish_at=clock.now() + timedelta(days=3))
    way.reviewed()
    assert project().state is S.SCHEDULED
    assert session.query(Letter).filter(Letter.template == "standards/published").count() == 0
    with way.later(4), writing():
        assert scheduled.issue_due() == 1
        assert project().state is S.PUBLISHED
        assert project().edition.slug == "2026-11-27"


def test_a_day_of_force_that_has_gone_by_is_stopped_at_the_last_gate(app):
    way.passed()
    way.approve(effective_on=clock.today() + timedelta(days=2))
    step("submit", "editor")
    step("first_review", "editor")
    step("second_review", "reviewer")
    with way.later(5):
        with pytest.raises(Refused, match="早于发布"):
            step("third_review", "issuer")
        step("return_third", "issuer", reason="实施日期已过")
        step("unapprove", "issuer", reason="重定实施日期")
        assert project().state is S.APPROVAL


def test_a_withdrawn_standard_keeps_its_address_and_says_why(app, visitor):
    way.published()
    slug = project().standard.document.slug
    step("withdraw", "issuer", reason="编号有误")
    page = visitor.get(f"/standards/{slug}/{project().edition.slug}/")
    assert "编号有误" in page.text
    assert visitor.get("/standards/?format=json").answer.json["count"] == 0

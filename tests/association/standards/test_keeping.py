"""After publication: looked at again in time, changed by dated acts, ended with a day; yesterday's citation stays intact."""

from datetime import date, timedelta

import pytest

from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.policy import SYSTEM, VISITOR
from association.kernel.transactions import writing
from association.rules import actions as rules
from association.rules import queries as texts
from association.rules.models import ClauseFate, Standing
from association.standards import actions, queries
from association.standards.models import (
    Act,
    ActKind,
    Examination,
    ExaminationState,
    Finding,
    ProjectState,
    Standard,
)
from association.standards.workflow import ACT, EXAMINATION
from tests import cast
from tests.association.standards import on_the_way as way
from tests.association.standards.on_the_way import project, staff

LONGER = way.TEXT.replace("六个月", "一年").replace("第四条　", "第四条　核对由编审负责。\n\n第五条　")


def standard() -> Standard:
    return session.query(Standard).one()


def examination() -> Examination:
    return session.query(Examination).order_by(Examination.id.desc()).first()


def begun() -> Examination:
    with writing():
        actions.begin_examination(standard(), actor=staff("editor"))
    return examination()


def decided(finding: Finding, **typed: object) -> None:
    begun()
    editor, issuer = staff("editor"), staff("issuer")
    with writing():
        actions.find(
            examination(), **({"finding": finding, "because": "法规有变", "ends_on": None, "replaced_by": ""} | typed), actor=editor,  # type: ignore[arg-type]
        )  # fmt: skip
    with writing():
        EXAMINATION.take("decide", examination(), actor=issuer)


def test_the_clock_begins_it_in_time_once_and_tells_the_editors(app):
    way.published()
    way.staff("editor")
    with writing():
        assert actions.begin_examinations() == 0
    with way.later(365 * 5 - 170):
        with writing():
            assert actions.begin_examinations() == 1
        with writing():
            assert actions.begin_examinations() == 0
        assert examination().due_on == date(2031, 11, 23)
        assert session.query(Letter).filter(Letter.template == "standards/examination").count() == 1


def test_it_goes_on_for_another_five_years(app):
    way.published()
    with way.later(30):
        decided(Finding.GOES_ON)
        assert standard().examine_by == date(2031, 12, 23)
        assert examination().state is ExaminationState.DECIDED


def test_whoever_proposed_the_finding_does_not_decide_it(app):
    way.published()
    begun()
    both = cast.actor(cast.somebody("editor", "issuer", email="both@staff.example"))
    with writing():
        actions.find(
            examination(), finding=Finding.GOES_ON, because="仍适用", ends_on=None, replaced_by="", actor=both
        )
    with pytest.raises(Refused, match="另一人"), writing():
        EXAMINATION.take("decide", examination(), actor=both)


def test_to_revise_becomes_a_proposal(app):
    way.published()
    decided(Finding.REVISE)
    assert (project().state, project().title, project().is_revision) == (
        ProjectState.PROPOSED,
        way.TITLE,
        True,
    )


def test_repealed_it_holds_no_longer_from_its_day(app):
    way.published(effective_in=0)
    decided(Finding.REPEAL, ends_on=clock.today() + timedelta(days=10))
    edition = texts.newest_of(standard().document)
    assert edition.standing_on(clock.today()) is Standing.IN_FORCE
    assert edition.standing_on(clock.today() + timedelta(days=10)) is Standing.CEASED
    with pytest.raises(Refused, match="不用复审"):
        begun()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"finding": Finding.REPEAL}, "ends_on"),
        ({"finding": Finding.REPEAL, "ends_on": date(2026, 1, 1)}, "ends_on"),
        ({"finding": Finding.REPLACED, "ends_on": date(2027, 1, 1)}, "replaced_by"),
    ],
)
def test_a_finding_that_is_not_whole_says_what_is_missing(app, typed, field):
    way.published()
    begun()
    with pytest.raises(Refused) as refused, writing():
        actions.find(
            examination(), **({"because": "有变", "ends_on": None, "replaced_by": ""} | typed), actor=staff("editor")
        )  # fmt: skip
    assert refused.value.field == field


def test_replaced_it_says_by_what_and_leads_on(app, visitor):
    way.published(effective_in=0)
    decided(Finding.REPLACED, ends_on=clock.today(), replaced_by="T/DEMO 009—2026 样例总则")
    page = visitor.get(f"/standards/{standard().document.slug}/")
    assert "由T/DEMO 009—2026 样例总则代替" in page.text


def test_a_second_edition_ends_the_first_keeps_its_serial_and_the_old_citation_opens_with_the_words_of_its_day(
    app, visitor
):
    way.published(effective_in=0)
    first, slug = project().edition, project().standard.document.slug
    case = cast.somebody()
    with writing():
        rules.cite(first, "3", by=case, title="样例案例甲", url="/")
    with way.later(60):
        second = way.revised(LONGER).edition
        assert second.number == "T/DEMO 001—2027"
        assert first.standing_on(clock.today()) is Standing.SUPERSEDED
        assert first.ceased_on == second.effective_on == clock.today()
        page = visitor.get(f"/standards/{slug}/{first.slug}/")
        assert "已被代替" in page.text
        assert "六个月" in page.text
        assert "样例案例甲" in page.text
        assert page.press("看现行版").text.count("一年") >= 1
        hub = visitor.get(f"/rules/{slug}/p/3/")
        assert "样例案例甲" in hub.text
        clause = texts.clause_at(second.id, "3")
        (cited,) = texts.citations_of(clause.provision_id, actor=VISITOR)
        assert "六个月" in cited.quoted
        compared = visitor.get(f"/standards/{slug}/compare/{first.slug}/{second.slug}/")
        assert "记录保存由六个月延长为一年" in compared.text
        assert "制作机构" in compared.text
        gone = visitor.get(f"/standards/{slug}/?on=2026-12-01")
        assert gone.path.endswith(f"/{first.slug}/")


def test_any_two_editions_are_compared_through_those_between(app, visitor):
    way.published(effective_in=0)
    first, slug = project().edition, project().standard.document.slug
    with way.later(60):
        way.revised(LONGER)
    with way.later(120):
        third = way.revised(
            LONGER.replace("一年", "二年").replace(
                "第二条　片名不得使用与剧情无关的夸张词语。\n\n", "第二条　片名应当与剧情有关。\n\n"
            )
        ).edition
        lines = {tuple(line.old): line for line in texts.lines_between(first, third)}
        assert lines["3",].fate is ClauseFate.REWORDED
        assert lines["3",].confirmed_at is not None
        page = visitor.get(f"/standards/{slug}/compare/{third.slug}/{first.slug}/")
        words = [e.text for e in page.tree.iter("{http://www.w3.org/1999/xhtml}ins")]
        assert "二年" in words
        assert "对应未确认" not in page.text


def act(**changed: object) -> Act:
    editor = staff("editor")
    with writing():
        actions.write_act(
            project().edition,
            **({"kind": ActKind.AMENDMENT, "path": "3", "before": "六个月", "after": "九个月", "because": "与上位规定一致",
                "effective_on": None} | changed), actor=editor,  # type: ignore[arg-type]
        )  # fmt: skip
    return newest_act()


def newest_act() -> Act:
    return session.query(Act).order_by(Act.id.desc()).first()


def issued(**changed: object) -> Act:
    act(**changed)
    for deed, role in (("check", "reviewer"), ("issue", "issuer")):
        who = staff(role)
        with writing():
            ACT.take(deed, newest_act(), actor=who)
    return newest_act()


def test_an_act_takes_three_people_is_numbered_and_stands_before_the_text(app, visitor):
    way.published(effective_in=0)
    act()
    one = cast.actor(cast.somebody("editor", "reviewer", email="editor@staff.example"))
    with pytest.raises(Refused, match="另一人"), writing():
        ACT.take("check", newest_act(), actor=one)
    issued(path="2", before="夸张", after="夸大", kind=ActKind.ERRATUM)
    assert newest_act().number == 1
    page = visitor.get(f"/standards/{standard().document.slug}/")
    assert "第1号勘误（2026-11-23发布，2026-11-23起施行）：第二条原文“夸张”，改为“夸大”。" in page.text
    assert "夸张词语" in page.text
    assert "第1号勘误" in visitor.get(f"/rules/{standard().document.slug}/p/2/").text
    assert "第1号勘误" in visitor.get(f"/standards/{standard().document.slug}/life/").text
    assert issued(path="2", before="词语", after="用语", kind=ActKind.ERRATUM).number == 2


@pytest.mark.parametrize(
    ("wrong", "field"), [({"path": "99"}, "path"), ({"before": "从未写过"}, "before"), ({"effective_on": date(2026, 1, 1)}, "effective_on")]
)  # fmt: skip
def test_an_act_on_words_that_are_not_there_is_refused_at_its_field(app, wrong, field):
    way.published()
    with pytest.raises(Refused) as refused:
        act(**wrong)
    assert refused.value.field == field


def test_an_imported_text_gets_no_act_of_ours(app):
    from association.rules.reading.reader import read_document

    with writing():
        edition = rules.read_in(
            read_document("样例办法.md", "# 样例办法\n\n第一条　甲。".encode()),
            file_name="a.md",
            actor=SYSTEM,
        ).edition
    with pytest.raises(Refused, match="只能对本会发布的标准"), writing():
        actions.write_act(
            edition, kind=ActKind.ERRATUM, path="1", before="甲", after="乙", because="错", effective_on=None, actor=staff("editor")
        )  # fmt: skip


def test_what_was_checked_is_changed_only_after_it_was_returned(app):
    way.published()
    act()
    with writing():
        ACT.take("check", newest_act(), actor=staff("reviewer"))
    with pytest.raises(Refused, match="须先退回"), writing():
        actions.change_act(
            newest_act(), kind=ActKind.ERRATUM, path="3", before="六个月", after="半年", because="错", effective_on=None, actor=staff("editor")
        )  # fmt: skip
    assert queries.issued_acts(project().edition) == []

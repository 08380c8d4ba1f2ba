"""Three people, the legal office where somebody is named, a number at the issue, and from then on the words stay."""

from datetime import timedelta

import pytest

from association.kernel import clock, dated, scheduled
from association.kernel.audit import LogEntry
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.policy import SYSTEM, VISITOR
from association.kernel.search import records
from association.kernel.transactions import writing
from association.rules import actions as rules
from association.rules import queries as texts
from association.rules.models import Edition, EditionState
from association.rules.reading.reader import read_document
from bulletins.notices import actions, queries
from bulletins.notices.models import Correction, NoticeKind, NoticeState
from bulletins.notices.workflow import CORRECTION, NOTICE
from tests import cast
from tests.bulletins.notices import issued as way
from tests.bulletins.notices.issued import notice, staff, step

S = NoticeState


def test_without_a_text_nothing_is_sent_to_review(app):
    way.begun()
    with pytest.raises(Refused, match="还没有正文"):
        step("submit", "editor")


def test_three_people_review_and_the_number_comes_with_the_issue(app):
    way.written()
    step("submit", "editor")
    step("first_review", "editor")
    with pytest.raises(Forbidden):
        step("second_review", "editor")
    step("second_review", "reviewer")
    assert (notice().number, notice().slug) == ("", None)
    step("third_review", "issuer")
    assert (notice().number, notice().slug) == ("协会通〔2026〕1号", "bulletin-2026-1")
    assert [entry.deed for entry in queries.chain_of(notice())] == [
        "first_review",
        "second_review",
        "third_review",
    ]
    assert session.query(LogEntry).filter(LogEntry.subject_kind == "notice").count() == 1


def test_the_same_person_is_refused_the_second_review(app):
    way.written()
    step("submit", "editor")
    both = cast.actor(cast.somebody("editor", "reviewer", email="both@staff.example"))
    with writing():
        NOTICE.take("first_review", notice(), actor=both)
    with pytest.raises(Refused, match="另一人"), writing():
        NOTICE.take("second_review", notice(), actor=both)


def test_each_kind_counts_by_itself_and_the_form_is_a_dated_setting(app):
    admin = cast.staff("admin")
    with writing():
        dated.change(
            "notices.number_announcement", value="示视协告〔{year}〕{number}号", basis="本会公文办法", in_force_from=clock.today(),
            checked_by="样例", checked_on=None, actor=admin,
        )  # fmt: skip
    assert way.issued().number == "协会通〔2026〕1号"
    assert way.issued(kind=NoticeKind.ANNOUNCEMENT).number == "示视协告〔2026〕1号"
    assert way.issued().number == "协会通〔2026〕2号"


def test_who_is_named_is_read_by_the_legal_office_in_between(app):
    way.written(names_somebody=True)
    step("submit", "editor")
    step("first_review", "editor")
    step("second_review", "reviewer")
    assert notice().state is S.LEGAL
    with pytest.raises(Refused, match="不能再办"):
        step("third_review", "issuer")
    step("legal_review", "legal")
    both = cast.actor(cast.somebody("legal", "issuer", email="legal@staff.example"))
    with pytest.raises(Refused, match="另一人"), writing():
        NOTICE.take("third_review", notice(), actor=both)
    step("third_review", "issuer")
    assert notice().state is S.PUBLISHED


def test_the_legal_office_sends_it_back_and_the_editors_hear_of_it(app):
    way.written(names_somebody=True)
    step("submit", "editor")
    step("first_review", "editor")
    step("second_review", "reviewer")
    step("return_legal", "legal", reason="没有依据，不要点名")
    assert notice().state is S.DRAFT
    assert session.query(Letter).filter(Letter.template == "notices/returned").count() == 1


def test_the_issued_words_are_frozen_with_their_levels(app):
    way.issued()
    assert notice().lines[0] == ["", "近期收到的投诉中，推广素材与正片不符的较多。现将有关情况通报如下。"]
    assert ["1", "一、主要情况"] in notice().lines
    assert any(level == "2" and words.startswith("（一）") for level, words in notice().lines)
    assert len(notice().text_hash) == 64
    with pytest.raises(Refused, match="不能改"), writing():
        actions.change_facts(notice(), facts=way.NOTHING, actor=staff("editor"))


def test_signed_for_a_later_moment_it_is_issued_and_numbered_then(app):
    way.written(publish_at=clock.now() + timedelta(days=2))
    way.reviewed()
    assert (notice().state, notice().number) == (S.SCHEDULED, "")
    import time_machine

    with time_machine.travel(clock.now() + timedelta(days=3)), writing():
        assert scheduled.issue_due() == 1
        assert notice().number == "协会通〔2026〕1号"


@pytest.mark.parametrize("missing", ["source_issuer", "source_number", "source_url"])
def test_what_is_forwarded_names_its_authority_number_and_address(app, missing):
    with pytest.raises(Refused) as refused:
        way.begun(NoticeKind.FORWARDED, **(way.SOURCE | {missing: ""}))
    assert refused.value.field == missing


def cited_edition() -> Edition:
    with writing():
        return rules.read_in(
            read_document("样例办法.md", "# 样例办法\n\n第一条　甲。\n\n第二条　投放前应当核对。".encode()), file_name="a.md", actor=SYSTEM,
            state=EditionState.PUBLISHED,
        ).edition  # fmt: skip


def test_a_cited_clause_names_the_notice_from_its_issue_until_its_withdrawal(app):
    edition = cited_edition()
    way.written()
    with writing():
        actions.cite(notice(), edition=edition, path="2", actor=staff("editor"))
    with pytest.raises(Refused, match="已经引用"), writing():
        actions.cite(notice(), edition=edition, path="2", actor=staff("editor"))
    with pytest.raises(Refused, match="没有这一条"), writing():
        actions.cite(notice(), edition=edition, path="9", actor=staff("editor"))
    provision = texts.clause_at(edition.id, "2").provision_id
    assert texts.citations_of(provision, actor=VISITOR) == []
    way.reviewed()
    assert [c.title for c in texts.citations_of(provision, actor=VISITOR)] == ["关于推广素材核对情况的通报"]
    step("withdraw", "issuer", reason="数据有误")
    assert texts.citations_of(provision, actor=VISITOR) == []


def test_withdrawn_it_leaves_lists_search_and_exports_at_once_and_its_address_says_why(app, visitor):
    way.issued()
    address = f"/bulletins/{notice().slug}/"
    assert visitor.client.get("/bulletins/?format=json").json["count"] == 1
    found = session.query(records.SearchRecord).filter_by(key=f"notice:{notice().id}").one()
    assert "核对记录" in found.body
    step("withdraw", "issuer", reason="数据有误")
    session.expire_all()
    assert session.query(records.SearchRecord).filter_by(key=f"notice:{notice().id}").one().withdrawn
    assert visitor.client.get("/bulletins/?format=json").json["count"] == 0
    assert "关于推广素材" not in visitor.client.get("/bulletins/?format=csv").text
    assert "关于推广素材" not in visitor.get("/").html
    page = visitor.get(address)
    assert (page.status, "数据有误" in page.text) == (200, True)
    assert 'content="noindex"' in page.html


def corrected() -> Correction:
    editor, issuer = staff("editor"), staff("issuer")
    with writing():
        actions.propose_correction(
            notice(), before="六个月", after="三个月", because="与规则第八条不符", actor=editor
        )
    with writing():
        CORRECTION.take("issue", session.query(Correction).one(), actor=issuer)
    return session.query(Correction).one()


def test_a_correction_is_signed_by_another_and_stands_before_words_that_stay(app, visitor):
    way.issued()
    both = cast.actor(cast.somebody("editor", "issuer", email="both@staff.example"))
    with writing():
        actions.propose_correction(notice(), before="较多", after="增多", because="用词", actor=both)
    with pytest.raises(Refused, match="另一人"), writing():
        CORRECTION.take("issue", session.query(Correction).one(), actor=both)
    with writing():
        CORRECTION.take("drop", session.query(Correction).one(), actor=both, reason="不必")
        session.delete(session.query(Correction).one())
    corrected()
    page = visitor.get(f"/bulletins/{notice().slug}/")
    assert "更正" in page.text
    assert "三个月" in page.text
    assert "六个月" in "".join(words for _level, words in notice().lines)


def test_only_words_that_stand_there_are_corrected(app):
    way.issued()
    with pytest.raises(Refused) as refused, writing():
        actions.propose_correction(
            notice(), before="从未写过", after="甲", because="错", actor=staff("editor")
        )
    assert refused.value.field == "before"


def told(template: str) -> int:
    session.rollback()
    return session.query(Letter).filter(Letter.template == template).count()


def test_everybody_it_is_for_gets_one_letter_and_the_same_people_hear_of_corrections_and_withdrawal(
    app, post
):
    cast.verified(201)
    cast.verified(202, name="北辰样例传媒有限公司", kinds=["mcn"])
    cast.submitted(203, name="未核验样例有限公司")
    way.issued(audience=["studio"])
    post()
    post()
    assert told("notices/issued") == 2  # clerk and signer of the studio
    assert queries.told(notice()) == (2, 1)
    corrected()
    post()
    assert told("notices/corrected") == 2
    step("withdraw", "issuer", reason="数据有误")
    post()
    assert told("notices/withdrawn") == 2


def test_many_are_told_piece_by_piece_and_nobody_twice(app, post, monkeypatch):
    from bulletins.notices import telling

    monkeypatch.setattr(telling, "AT_ONCE", 2)
    for n in range(5):
        cast.verified(301 + n, name=f"样例{n}影视有限公司")
    way.issued()
    for _again in range(6):
        post()
    assert told("notices/issued") == 10
    assert queries.told(notice()) == (10, 5)


def test_whoever_acts_for_two_organisations_gets_one(app, post):
    first = cast.verified(401)
    second = cast.verified(402, name="第二样例影视有限公司")
    from association.organisations import actions as organisations
    from association.organisations.models import Post

    with writing():
        officer = organisations.invite(
            second.organisation,
            name=first.clerk_account.name,
            email=first.clerk_account.email,
            post=Post.CLERK,
            actor=second.signer,
        )
        organisations.accept(officer, actor=first.clerk)
    way.issued()
    post()
    session.rollback()
    letters = session.query(Letter).filter(
        Letter.template == "notices/issued", Letter.account_id == first.clerk_account.id
    )
    assert letters.count() == 1

"""Asked of an expert, written, reviewed by three, issued for everybody; and the digest made of what essays have found."""

from datetime import timedelta

import pytest
import time_machine

from association.accounts.actors import actor_of
from association.commentary import actions, queries
from association.commentary.models import CommentaryKind, CommentaryState, FindingKind, TrackedWork
from association.commentary.policy import P
from association.commentary.workflow import TRACKED
from association.kernel import clock, scheduled
from association.kernel.audit import LogEntry
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.policy import VISITOR, can
from association.kernel.search import records
from association.kernel.transactions import writing
from association.rules import queries as texts
from tests import cast
from tests.association.commentary import written as way
from tests.association.commentary.written import newest, staff, step
from tests.association.ties.tied import tie
from tests.bulletins.notices.test_issuing import cited_edition

S = CommentaryState


def test_an_expert_is_asked_by_letter_and_only_that_expert_reads_and_writes_it(app):
    way.commissioned()
    assert [letter.subject for letter in session.query(Letter)] == ["约请撰写阅评：一只表停了以后"]
    other = cast.actor(cast.somebody("expert", email="other@staff.example"))
    assert can(staff("expert"), P.WRITE, newest())
    assert not can(other, P.READ_FILE, newest())
    assert not can(VISITOR, P.READ, newest())


def test_nothing_is_handed_in_without_a_text_and_something_found(app):
    way.commissioned()
    with pytest.raises(Refused, match="还没有正文"):
        step("submit", "expert")
    way.written()
    with writing():
        actions.drop_finding(newest().findings[0], actor=staff("expert"))
    with pytest.raises(Refused, match="至少登记一项"):
        step("submit", "expert")


def test_a_problem_wants_cause_and_proposal_a_merit_neither(app):
    way.commissioned()
    expert = staff("expert")
    nothing = {"cause": "", "proposal": "", "edition": None, "path": "", "actor": expert}
    with pytest.raises(Refused) as refused, writing():
        actions.find(newest(), kind=FindingKind.SINGLE, fact="甲", **nothing)
    assert refused.value.field == "cause"
    with writing():
        actions.find(newest(), kind=FindingKind.MERIT, fact="甲", **nothing)
    assert [f.kind for f in newest().findings] == [FindingKind.MERIT]


def test_three_people_review_it_and_the_writer_reviews_nothing(app):
    cast.somebody("editor", "reviewer", "issuer", email="many@staff.example")
    way.written()
    step("submit", "expert")
    step("first_review", "editor")
    with pytest.raises(Forbidden):
        step("second_review", "expert")
    step("second_review", "reviewer")
    with pytest.raises(Forbidden):
        step("third_review", "reviewer")
    step("third_review", "issuer")
    commentary = newest()
    assert (commentary.state, commentary.number, commentary.slug) == (
        S.PUBLISHED,
        "阅评〔2026〕1号",
        "2026-1",
    )
    assert session.query(LogEntry).count() == 1


def test_an_editor_who_wrote_it_may_give_the_first_review_and_no_other(app):
    way.begun()
    editor = cast.somebody("editor", "reviewer", email="both@staff.example")
    who = cast.actor(editor)
    with writing():
        way.drafting.save(newest(), way.TEXT, base=0, actor=who)
        actions.find(newest(), kind=FindingKind.COMMON, **way.PROBLEM, edition=None, path="", actor=who)
    for deed in ("submit", "first_review"):
        with writing():
            way.COMMENTARY.take(deed, newest(), actor=who)
    with pytest.raises(Refused, match="你"), writing():
        way.COMMENTARY.take("second_review", newest(), actor=who)


def test_the_name_is_printed_only_when_the_writer_says_so(app):
    way.written()
    with pytest.raises(Forbidden):
        actions.show_writer(newest(), shown=True, actor=staff("editor"))
    with writing():
        actions.show_writer(newest(), shown=True, actor=staff("expert"))
    way.reviewed()
    assert newest().byline == "盛样例"


def test_without_that_word_the_byline_is_the_associations(app):
    way.issued()
    assert newest().byline == "本会阅评专家"


def test_another_writer_is_asked_anew_whether_the_name_is_shown(app):
    way.written()
    with writing():
        actions.show_writer(newest(), shown=True, actor=staff("expert"))
    other, secretary = cast.somebody("expert", email="other@staff.example"), staff("experts")
    with writing():
        actions.commission(newest(), writer=other, due_on=None, actor=secretary)
    assert newest().shows_writer is False


def test_what_names_a_maker_is_read_by_the_legal_office_and_stands_on_the_makers_record(app, visitor):
    firm = cast.verified(101)
    way.written(maker_code=cast.code(101))
    step("submit", "expert")
    step("first_review", "editor")
    step("second_review", "reviewer")
    assert newest().state is S.LEGAL
    step("legal_review", "legal")
    step("third_review", "issuer")
    assert "一只表停了以后" in visitor.get(f"/organisations/{firm.organisation.uscc}/").text


def test_an_expert_with_a_tie_to_the_maker_is_not_asked_and_loses_what_was_asked(app):
    firm = cast.verified(101)
    way.written(maker_code=cast.code(101))
    expert = way.account("expert")
    assert can(actor_of(expert), P.WRITE, newest())
    tie(expert, firm)
    assert not can(actor_of(expert), P.READ_FILE, newest())
    with pytest.raises(Refused) as refused, writing():
        actions.commission(newest(), writer=expert, due_on=None, actor=staff("experts"))
    assert refused.value.field == "writer"


def test_a_clause_names_the_commentary_from_its_issue_until_its_withdrawal(app):
    edition = cited_edition()
    way.issued(edition=edition, path="2")
    assert [
        c.title for c in texts.citations_of(texts.clause_at(edition.id, "2").provision_id, actor=VISITOR)
    ] == ["一只表停了以后"]
    step("withdraw", "issuer", "作品下线（测试）")
    assert texts.citations_of(texts.clause_at(edition.id, "2").provision_id, actor=VISITOR) == []


def test_what_was_withdrawn_leaves_list_feed_json_and_search_and_its_address_says_why(app, post, visitor):
    way.issued()
    post()
    assert records.find("修表匠", VISITOR).count == 1
    assert "一只表停了以后" in visitor.get("/commentary/").text
    step("withdraw", "issuer", "作品下线（测试）")
    post()
    for address in (
        "/commentary/",
        "/commentary/?format=json",
        "/commentary/?format=csv",
        "/commentary/?format=atom",
    ):
        assert "一只表停了以后" not in visitor.client.get(address).get_data(as_text=True)
    assert records.find("修表匠", VISITOR).count == 0
    assert "作品下线（测试）" in visitor.get("/commentary/2026-1/").text


def test_a_scheduled_one_is_issued_by_the_clock(app):
    way.written(publish_at=clock.now() + timedelta(hours=2))
    way.reviewed()
    assert newest().state is S.SCHEDULED
    with time_machine.travel(clock.now() + timedelta(hours=3)):
        scheduled.issue_due()
        assert newest().state is S.PUBLISHED


def digest(first: int = 30, last: int = 0) -> None:
    today = clock.today()
    way.begun(
        CommentaryKind.DIGEST, title="阅评综述", topic="综合", work="", period_from=today - timedelta(days=first),
        period_to=today - timedelta(days=last),
    )  # fmt: skip


def test_a_digest_takes_what_the_essays_of_its_days_have_found_once(app):
    way.issued()
    essay = newest()
    digest()
    editor = staff("editor")
    with writing():
        actions.take(
            newest(),
            queries.essays_between(clock.today(), clock.today())[0].findings[0],
            kind=FindingKind.COMMON,
            actor=editor,
        )
    taken = newest().findings
    assert [(f.kind, f.fact, f.essay_id) for f in taken] == [
        (FindingKind.COMMON, way.PROBLEM["fact"], essay.id)
    ]
    with pytest.raises(Refused, match="已经收入"):
        actions.take(newest(), essay.findings[0], kind=FindingKind.SINGLE, actor=editor)


def test_a_digest_takes_nothing_from_before_its_days_or_withdrawn(app):
    way.issued()
    essay = newest()
    digest(first=40, last=10)
    with pytest.raises(Refused, match="不在综述的起止日期之内"):
        actions.take(newest(), essay.findings[0], kind=FindingKind.COMMON, actor=staff("editor"))


def test_a_digest_says_its_first_and_last_day(app):
    with pytest.raises(Refused) as refused:
        way.begun(CommentaryKind.DIGEST, work="")
    assert refused.value.field == "period_from"


def test_a_work_is_followed_once_until_it_is_ended_with_a_reason(app):
    facts = {"work": "县城排球样例", "work_number": "", "maker": "", "topic": "青春校园", "note": ""}
    secretary = staff("experts")
    with writing():
        actions.track(**facts, actor=secretary)
    with pytest.raises(Refused) as refused:
        actions.track(**facts, actor=secretary)
    assert refused.value.field == "work"
    with writing():
        TRACKED.take("end", session.query(TrackedWork).one(), actor=secretary, reason="已播完")
    assert session.query(TrackedWork).one().until_on == clock.today()
    with writing():
        actions.track(**facts, actor=secretary)
    assert len(queries.tracked_between(clock.today(), clock.today())) == 2

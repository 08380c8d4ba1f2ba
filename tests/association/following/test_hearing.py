"""Whoever follows hears once: at once or in a digest made of the same rows, of what is public, and of nothing small."""

from datetime import timedelta

import time_machine
from sqlalchemy import event

from association.accounts.actors import actor_of
from association.following import actions, spreading
from association.following.models import Happening, Pace
from association.kernel import clock, jobs
from association.kernel.db import db, session
from association.kernel.transactions import writing
from association.organisations import actions as organisations
from association.organisations.models import OrganisationChange
from association.organisations.workflow import CHANGE
from association.rules.models import Clause, Edition, EditionState
from association.rules.workflow import EDITION
from association.standards.models import ActKind
from bulletins.notices import actions as notices
from bulletins.notices.models import Correction
from bulletins.notices.workflow import CORRECTION
from tests import cast
from tests.association.following.readers import digests, follows, got, reader, spread
from tests.association.rules import texts
from tests.association.standards import on_the_way
from tests.association.standards import test_keeping as keeping
from tests.bulletins.notices import issued as way
from tests.bulletins.warnings import issued as warned

MORNING, NEXT_MORNING, MONDAY = (
    "2026-11-24T08:01:00+08:00",
    "2026-11-25T08:01:00+08:00",
    "2026-11-30T08:01:00+08:00",
)


def test_who_follows_a_kind_hears_of_the_next_one_and_of_its_end(app):
    person = reader("kind:warning")
    id_ = warned.issued()
    spread()
    warned.step(id_, "lift", reason="已处置完毕。")
    spread()
    assert [letter.subject for letter in got(person)] == [
        "风险预警：发布 警惕来源不明的推广素材", "风险预警：解除 警惕来源不明的推广素材",
    ]  # fmt: skip


def test_a_letter_says_why_it_came_in_the_readers_language(app):
    person = reader("kind:warning", language="en")
    warned.issued()
    spread()
    (letter,) = got(person)
    assert letter.subject == "Risk warnings: Published – 警惕来源不明的推广素材"
    assert "You get this letter because you follow: Risk warnings." in letter.body


def test_what_happened_before_one_followed_is_not_told(app):
    warned.issued()
    with time_machine.travel(clock.now() + timedelta(minutes=1), tick=True):
        person = reader("kind:warning")
    spread()
    assert got(person) == []


def test_two_follows_that_touch_one_happening_are_one_letter_at_the_sooner_pace(app):
    person = reader("topic:推广与投流", Pace.AT_ONCE)
    follows(person, "kind:warning", Pace.WEEKLY)
    warned.issued()
    spread()
    (letter,) = got(person)
    assert "风险预警、推广与投流" in letter.body or "推广与投流、风险预警" in letter.body
    digests(MONDAY)
    assert len(got(person)) == 1


def test_another_topic_is_silent(app):
    person = reader("topic:版权与改编")
    warned.issued()
    spread()
    assert got(person) == []


def test_a_digest_comes_once_after_its_hour_with_the_newest_first(app):
    person = reader("kind:notice", Pace.DAILY)
    way.issued(title="关于第一件的通报")
    way.issued(title="关于第二件的通报")
    spread()
    assert got(person) == []
    digests(MORNING)
    digests(MORNING)
    (letter,) = got(person, "following/digest")
    assert letter.subject == "你关注的内容有2条新动态（每日汇总）"
    assert letter.body.index("关于第二件的通报") < letter.body.index("关于第一件的通报")


def test_a_weekly_digest_waits_for_monday(app):
    person = reader("kind:notice", Pace.WEEKLY)
    with time_machine.travel("2026-11-24T10:00:00+08:00", tick=True):
        way.issued()
    digests(NEXT_MORNING)
    assert got(person) == []
    digests(MONDAY)
    assert len(got(person)) == 1


def test_a_digest_and_letters_at_once_tell_the_same(app):
    quick, slow = reader("kind:notice"), reader("kind:notice", Pace.DAILY)
    for n in range(3):
        way.issued(title=f"关于第{n}件的通报")
    spread()
    digests(MORNING)
    (digest,) = got(slow)
    for letter in got(quick):
        assert letter.subject.removeprefix("通报和公告：发布 ") in digest.body
    assert len(got(quick)) == 3


def test_what_was_withdrawn_before_the_digest_is_told_as_withdrawn_only(app):
    person = reader("kind:notice", Pace.DAILY)
    way.issued()
    spread()
    way.step("withdraw", "issuer", "依据有误。")
    digests(MORNING)
    (letter,) = got(person)
    assert letter.subject.startswith("你关注的内容有1条新动态")
    assert "通报和公告：撤回" in letter.body
    assert "：发布" not in letter.body


def test_what_was_withdrawn_before_anybody_was_told_reaches_nobody_as_issued(app):
    person = reader("kind:notice")
    way.issued()
    way.step("withdraw", "issuer", "依据有误。")
    spread()
    assert [letter.subject for letter in got(person)] == ["通报和公告：撤回 关于推广素材核对情况的通报"]


def test_a_correction_is_told(app):
    way.issued()
    person = reader("kind:notice")
    with writing():
        notices.propose_correction(
            way.notice(), before="六个月", after="一年", because="与标准一致", actor=way.staff("editor")
        )
    with writing():
        CORRECTION.take("issue", session.query(Correction).one(), actor=way.staff("issuer"))
    spread()
    assert [letter.subject for letter in got(person)] == ["通报和公告：更正 关于推广素材核对情况的通报"]


def test_an_officer_whom_the_notice_itself_has_told_gets_no_second_letter(app):
    firm = cast.verified()
    follows(firm.clerk_account, "kind:notice")
    way.issued()
    jobs.run_due()
    spread()
    assert len(got(firm.clerk_account, "notices/issued")) == 1
    assert got(firm.clerk_account) == []


def test_who_follows_a_clause_hears_of_what_cites_it(app):
    edition = texts.kept()
    clause = session.query(Clause).filter_by(edition_id=edition.id, path="3").one()
    person, other = reader(f"clause:{clause.provision_id}"), reader(f"clause:{clause.provision_id + 1}")
    way.written()
    with writing():
        notices.cite(
            way.notice(), edition=session.get_one(Edition, edition.id), path="3", actor=way.staff("editor")
        )
    way.reviewed()
    spread()
    assert [letter.subject for letter in got(person)] == ["通报和公告：发布 关于推广素材核对情况的通报"]
    assert "因为关注了：《样例短剧自律规则》第三条。" in got(person)[0].body
    assert got(other) == []


def test_who_follows_a_clause_hears_of_its_new_words_and_not_of_words_that_stayed(app):
    edition = texts.kept()
    clauses = {c.path: c.provision_id for c in session.query(Clause).filter_by(edition_id=edition.id)}
    changed, same, whole = (
        reader(key)
        for key in (f"clause:{clauses['3']}", f"clause:{clauses['1']}", f"document:{edition.document_id}")
    )
    newer, colleague = texts.kept(texts.NEW, state=EditionState.DRAFT), way.staff("reviewer")
    with writing():
        EDITION.take("publish", session.get_one(Edition, newer.id), actor=colleague)
    spread()
    assert [letter.subject for letter in got(changed)] == ["规范：公开文本 样例短剧自律规则（2026-05-18）"]
    assert got(same) == []
    assert len(got(whole)) == 1


def test_a_scheduled_notice_is_told_when_it_is_public_and_not_before(app):
    person = reader("kind:notice")
    way.issued(publish_at=clock.now() + timedelta(hours=2))
    spread()
    assert session.query(Happening).filter_by(kind="notice").count() == 0
    assert got(person) == []


def _changed(firm: cast.Firm, **facts: object) -> None:
    with writing():
        organisations.ask_change(firm.organisation, facts=facts, because="变更", actor=firm.clerk)
    registrar = cast.somebody("registrar")
    with writing():
        change = session.query(OrganisationChange).order_by(OrganisationChange.id.desc()).first()
        CHANGE.take("approve", change, actor=actor_of(registrar))


def test_an_organisations_public_facts_are_told_and_others_are_not(app):
    firm = cast.verified()
    person = reader(f"organisation:{firm.id}")
    _changed(firm, contact_phone="13800000000")
    spread()
    assert got(person) == []
    _changed(firm, name="晨光样例影视有限公司")
    spread()
    assert [letter.subject for letter in got(person)] == ["单位：公开资料变更 晨光样例影视有限公司"]


def test_a_slip_of_the_pen_in_a_standard_is_silent_and_an_amendment_is_told(app):
    on_the_way.published(effective_in=0)
    person = reader(f"document:{on_the_way.project().edition.document_id}")
    keeping.issued(path="2", before="夸张", after="夸大", kind=ActKind.ERRATUM)
    spread()
    assert got(person) == []
    keeping.issued(path="3", before="六个月", after="一年", kind=ActKind.AMENDMENT)
    spread()
    assert [letter.subject for letter in got(person)] == ["标准：修改单 《样例短剧片名规范》第1号修改单"]


def test_many_followers_cost_as_many_statements_as_few(app):
    def statements(followers: int) -> int:
        for _ in range(followers):
            reader("kind:notice")
        way.issued()
        seen: list[str] = []
        note = lambda _c, _cur, statement, *_r: seen.append(statement)  # noqa: E731
        event.listen(db.engine, "before_cursor_execute", note)
        try:
            spread()
        finally:
            event.remove(db.engine, "before_cursor_execute", note)
        return sum(1 for statement in seen if statement.lstrip()[:6].upper() == "SELECT")

    few = statements(2)
    assert statements(6) - few <= few


def test_old_happenings_are_forgotten_and_what_is_owed_is_not(app):
    person = reader("kind:notice", Pace.DAILY)
    way.issued()
    spread()
    with time_machine.travel("2028-02-01T08:01:00+08:00", tick=True), writing():
        actions.forget_old()
    assert session.query(Happening).filter_by(kind="notice").count() == 1
    digests("2028-02-01T08:02:00+08:00")
    assert len(got(person)) == 1
    for day in ("2028-03-10", "2028-03-11"):
        with time_machine.travel(f"{day}T08:01:00+08:00", tick=True), writing():
            actions.forget_old()
    assert session.query(Happening).filter_by(kind="notice").count() == 0


def test_a_worker_that_dies_in_the_midst_leaves_nobody_out_and_tells_nobody_twice(app, monkeypatch):
    people = [reader("kind:notice") for _ in range(7)]
    monkeypatch.setattr(spreading, "AT_ONCE", 3)
    way.issued()
    really, pieces = jobs.later, []

    def dies_twice(*given, **payload):
        pieces.append(payload)
        if len(pieces) in (1, 3):
            raise SystemExit("killed")
        really(*given, **payload)

    monkeypatch.setattr(jobs, "later", dies_twice)
    for minutes in (3, 30, 60, 90, 120):
        try:
            spread(minutes=minutes)
        except SystemExit:
            session.rollback()
    assert [len(got(person)) for person in people] == [1] * 7
    assert len(pieces) > 3

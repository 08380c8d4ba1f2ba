"""A review from its submission to the archive: sealed opinions, one report, answers point by point, a second round, the end."""

import pytest
from flask import Flask

from association.accounts.actors import actor_of
from association.footage import queries as files
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.policy import can
from association.kernel.transactions import writing
from association.panels import actions as panels
from association.panels import queries as sittings
from association.panels.models import PanelState
from association.review import actions, queries
from association.review.models import Conclusion, Gate, Outcome, Reply, ReviewState, Severity
from association.review.policy import P
from association.review.workflow import REVIEW
from association.works.models import Work
from tests import cast
from tests.association.review.reviewed import (
    accepted,
    assigned,
    conferred,
    confirmed,
    expert,
    given,
    issued,
    noted,
    reported,
    review,
    round_of,
    seat_of,
    seated,
    seen_whole,
    submitted,
    version,
)

S = ReviewState


def panel_of_three() -> list:
    return [expert("剧本创作"), expert("影视评论"), expert("法学")]


def test_a_work_handed_in_is_closed_and_numbered_when_it_is_accepted(app: Flask) -> None:
    firm = cast.verified()
    id_ = submitted(firm)
    assert review(id_).version.closed_at is not None
    with pytest.raises(Refused, match="正在评议"), writing():
        actions.submit(review(id_).work, genre=review(id_).genre, wish="", actor=firm.clerk)
    with writing():
        actions.accept(review(id_), genre=review(id_).genre, wants=["法学"], actor=cast.staff("experts"))
    assert review(id_).number == "评议〔2026〕1号"
    assert session.query(Letter).filter_by(template="review/accept").count() == 2


def test_what_is_returned_comes_back_with_what_the_work_holds_now(app: Flask) -> None:
    firm = cast.verified()
    id_ = submitted(firm)
    with writing():
        REVIEW.take("return_review", review(id_), actor=cast.staff("experts"), reason="第二集缺声音。")
    first = review(id_).version_id
    with writing():
        version(review(id_).work, firm.clerk)
    with writing():
        actions.resubmit(review(id_), wish="", actor=firm.clerk)
    assert review(id_).state is S.SUBMITTED
    assert review(id_).version_id != first


def test_a_drama_wants_three_and_the_reason_is_asked_for_what_departs_from_the_proposal(app: Flask) -> None:
    people, id_ = panel_of_three(), accepted(cast.verified())
    secretary = cast.staff("experts")
    with pytest.raises(Refused, match="请写明理由"), writing():
        actions.assign(review(id_), people=[people[0].person_id], reason="", actor=secretary)
    with pytest.raises(Refused, match="至少请3位"), writing():
        actions.assign(review(id_), people=[people[0].person_id], reason="人手不够", actor=secretary)
    with writing():
        actions.assign(review(id_), people=[a.person_id for a in people], reason="", actor=secretary)
    assert review(id_).state is S.WATCHING
    assert session.query(Letter).filter_by(template="panels/named").count() == 3


def test_an_opinion_is_handed_in_whole_and_everything_seen(app: Flask) -> None:
    people = panel_of_three()
    id_ = assigned(cast.verified(), people)
    who = people[0]
    for sentence, mend in (
        ("还有关口没有选", lambda: _saved(id_, who)),
        ("请写明总的看法", lambda: _saved(id_, who, summary="可看。")),
        ("请选择结论", lambda: _saved(id_, who, summary="可看。", word="meets")),
        ("还有没有看完并确认的材料：第1集.webm、第2集.webm", lambda: seen_whole(id_, who)),
    ):
        with pytest.raises(Refused, match=sentence), writing():
            actions.hand_in(seat_of(id_, who), actor=actor_of(who))
        mend()
    noted(id_, who, "只记了事实。", cause="")
    with pytest.raises(Refused, match="1个问题没有写全"), writing():
        actions.hand_in(seat_of(id_, who), actor=actor_of(who))


def _saved(id_: int, who, *, summary: str = "", word: str = "") -> None:
    with writing():
        actions.save(
            seat_of(id_, who), gates={g.value: ("clear", "") for g in Gate}, merits="", checks={}, word=word, summary=summary, actor=actor_of(who)
        )  # fmt: skip


def test_opinions_are_sealed_until_the_last_is_in(app: Flask) -> None:
    people = panel_of_three()
    id_ = assigned(cast.verified(), people)
    for account in people[:2]:
        given(id_, account)
    with pytest.raises(sittings.StillSealed):
        sittings.opinions(round_of(id_).panel)
    assert review(id_).state is S.WATCHING
    assert not queries.findings_of(round_of(id_))
    given(id_, people[2])
    assert review(id_).state is S.CONFERRING
    with pytest.raises(Refused, match="意见已经开封"):
        noted(id_, people[0], "晚了。")


def test_the_report_is_whole_before_the_panel_is_asked_and_a_dissent_is_kept_without_a_name(
    app: Flask,
) -> None:
    people = panel_of_three()
    firm = cast.verified()
    id_ = conferred(firm, people, dissenting=people[2])
    secretary = cast.staff("experts")
    with pytest.raises(Refused, match="没有合并进报告"), writing():
        actions.write_report(
            round_of(id_), conclusion=Conclusion.AFTER_CHANGES, summary="好。", merits="", actor=secretary
        )
    with writing():
        actions.leave_out(
            queries.findings_of(round_of(id_))[0], because="与第二位说的是一件事。", actor=secretary
        )
    confirmed(id_, people)
    assert round_of(id_).panel.state is PanelState.CONCLUDED
    with pytest.raises(Forbidden), writing():
        REVIEW.take("issue", review(id_), actor=secretary)
    issued(id_)
    round_ = round_of(id_)
    assert round_.dissents == [["does_not", f"{people[2].name}：总体可看。"]]
    assert round_.points[0].places == ["第1集 00:03:10"]
    assert review(id_).answer_by is not None
    letters = session.query(Letter).filter_by(template="review/issue").all()
    assert len(letters) == 2
    assert not any(a.name in letter.body for letter in letters for a in people)


def test_whoever_compiles_does_not_issue(app: Flask) -> None:
    people = panel_of_three()
    id_ = conferred(cast.verified(), people)
    confirmed(id_, people)
    both = cast.staff("experts", "issuer")
    with writing():
        REVIEW.take("compile", review(id_), actor=both)
    with pytest.raises(Refused, match="另一人"), writing():
        REVIEW.take("issue", review(id_), actor=both)


def test_a_report_changed_after_it_was_put_to_the_panel_is_put_to_it_again(app: Flask) -> None:
    people = panel_of_three()
    id_ = conferred(cast.verified(), people)
    confirmed(id_, people[:1])
    point = round_of(id_).points[0]
    with pytest.raises(Refused, match="不写入"), writing():
        actions.drop_point(point, actor=cast.staff("experts"))
    with writing():
        actions.change_point(
            round_of(id_).points[0], gate=Gate.CONTENT, severity=Severity.SLIGHT, fact="争吵过长。", cause="留人。", proposal="剪短。", actor=cast.staff("experts")
        )  # fmt: skip
    minutes = sittings.minutes_of(round_of(id_).panel)
    assert minutes is not None
    assert minutes.number == 2
    assert minutes.confirmations == []


def test_the_studio_answers_point_by_point_and_a_second_round_says_what_was_solved(app: Flask) -> None:
    people, firm = panel_of_three(), cast.verified()
    id_ = reported(firm, people)
    point = round_of(id_).points[0]
    with pytest.raises(Refused, match="逐条答复"), writing():
        actions.answer(review(id_), with_version=False, actor=firm.clerk)
    with pytest.raises(Refused, match="为什么"), writing():
        actions.answer_point(point, reply=Reply.KEPT, answer="", actor=firm.clerk)
    with writing():
        actions.answer_point(point, reply=Reply.CHANGED, answer="剪去二十秒。", actor=firm.clerk)
    with pytest.raises(Refused, match="还没有新版本"), writing():
        actions.answer(review(id_), with_version=True, actor=firm.clerk)
    with writing():
        version(review(id_).work, firm.clerk)
    with writing():
        actions.answer(review(id_), with_version=True, actor=firm.clerk)
    with writing():
        REVIEW.take("recheck", review(id_), actor=cast.staff("experts"))
    seated(id_, people)
    assert review(id_).round == 2
    old = queries.points_to_check(round_of(id_))
    with pytest.raises(Refused, match="上一轮"):
        given(id_, people[0])
    for account in people:
        given(id_, account, checks={old[0].id: "solved"})
    with writing():
        actions.settle_earlier(
            round_of(id_), outcomes={old[0].id: Outcome.SOLVED}, actor=cast.staff("experts")
        )
    confirmed(id_, people)
    issued(id_)
    assert queries.issued_rounds(review(id_))[1].points[0].outcome is Outcome.SOLVED
    with pytest.raises(Refused, match="到了设置的上限"), writing():
        REVIEW.check("recheck", _answered(id_, firm), actor=cast.staff("experts"))
    with writing():
        REVIEW.take("archive", review(id_), actor=cast.staff("experts"), reason="两轮已毕。")
    assert review(id_).state is S.ARCHIVED


def _answered(id_: int, firm: cast.Firm):
    for point in round_of(id_).points:
        actions.answer_point(point, reply=Reply.CHANGED, answer="", actor=firm.clerk)
    actions.answer(review(id_), with_version=False, actor=firm.clerk)
    return review(id_)


def test_a_review_that_is_stopped_destroys_what_is_sealed_and_frees_the_work(app: Flask) -> None:
    people, firm = panel_of_three(), cast.verified()
    id_ = assigned(firm, people)
    given(id_, people[0])
    work_id = review(id_).work_id
    with writing():
        REVIEW.take("stop", review(id_), actor=cast.staff("experts"), reason="单位请求。")
    assert review(id_).state is S.ARCHIVED
    assert round_of(id_).panel.state is PanelState.DISSOLVED
    assert queries.open_review_of(session.get_one(Work, work_id)) is None


def test_a_dissolved_panel_is_followed_by_another_in_the_same_round(app: Flask) -> None:
    people = panel_of_three()
    id_ = conferred(cast.verified(), people)
    with writing():
        panels.dissolve(round_of(id_).panel, reason="两位专家离任。", actor=cast.staff("experts"))
    assert review(id_).state is S.ACCEPTED
    assert not queries.findings_of(round_of(id_))
    seated(id_, people)
    assert review(id_).round == 1
    assert round_of(id_).panel.number == 2


def test_who_stood_down_reads_nothing_and_the_studio_and_others_never_see_the_file(app: Flask) -> None:
    people, firm = panel_of_three(), cast.verified()
    id_ = assigned(firm, people)
    with writing():
        panels.declare_tie(
            seat_of(id_, people[0]), kind="kin", words="亲属在该单位", actor=actor_of(people[0])
        )
    assert not can(actor_of(people[0]), P.READ, review(id_))
    assert can(actor_of(people[1]), P.READ, review(id_))
    other = cast.verified(102, name="样例乙影视有限公司")
    for actor in (firm.clerk, other.clerk, actor_of(people[1])):
        assert not can(actor, P.SEE_FILE, review(id_))
    assert not can(other.clerk, P.SEE_OWN, review(id_))


def test_no_trail_line_of_a_review_says_what_was_found(app: Flask) -> None:
    id_ = conferred(cast.verified(), panel_of_three())
    told = " ".join(str(entry.details) for entry in session.query(AuditEntry).all())
    assert "争吵" not in told
    assert review(id_).state is S.CONFERRING


def test_a_work_under_review_stays_on_the_register(app: Flask) -> None:
    from association.works.holding import held

    id_ = submitted(cast.verified())
    assert "正在评议" in str(held(review(id_).work))
    assert files.latest(review(id_).work) is not None

"""Those who have signed vote on a revision: on one exact text, sealed until the close, carried by two thirds of everybody bound at the opening."""

from datetime import timedelta

import pytest
import time_machine

from association.amendments.models import BallotState, Choice
from association.kernel import clock, dated, jobs
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.policy import SYSTEM
from association.kernel.transactions import writing
from association.organisations.workflow import ORGANISATION
from association.pledges import actions as pledges
from association.pledges import clockwork as pledge_clock
from association.pledges.models import VersionState
from association.pledges.workflow import VERSION
from tests.association.amendments import moved as way
from tests.association.pledges import signed

B, V = BallotState, VersionState


def letters(template: str) -> int:
    return session.query(Letter).filter_by(template=f"amendments/{template}").count()


def test_carried_adopted_issued_and_signed_anew_by_some(app, visitor):
    first, second, third = way.waiting_for_a_vote()
    with signed.later(33):
        signed.answered()
        with pytest.raises(Refused, match="须由签署单位表决通过，不能只由机构通过"):
            signed.adopted()
        way.put("第三条的期限缩短。")
        assert (way.ballot().entitled, way.ballot().needed) == (3, 2)
        assert signed.version().state is V.VOTING
        way.voted(first)
        way.voted(second)
        way.voted(third, Choice.AGAINST)
        assert way.kept() == 0
    with signed.later(49):
        assert way.kept() == 1
        assert way.kept() == 0
        found = way.ballot()
        assert (found.state, found.in_favour, found.against, found.abstained, found.not_cast) == (
            B.CARRIED,
            2,
            1,
            0,
            0,
        )
        assert signed.version().state is V.VOTED
        page = visitor.get(f"/pledges/{signed.pledge().document.slug}/votes/1/")
        assert "表决通过" in page.text
        assert "2家" in page.text
        assert "样例103影视有限公司" not in page.text  # only the numbers are public
        signed.adopted()
        version = signed.version()
        assert (version.state, version.adopted_by, version.adopted_on) == (
            V.DRAFT,
            "签署单位表决",
            clock.today(),
        )
        assert version.edition.text_hash == found.text_hash
        signed.reviewed()
        with writing():
            assert pledge_clock.keep_days() == 3
        begins = clock.today()
    with signed.later(55):
        signed.confirmed(first)
        again = clock.today()
    with signed.later(49 + 61):
        with writing():
            pledge_clock.keep_days()
        ended = clock.today()
    assert [[signed.standing(firm, day) for day in (begins - timedelta(days=1), again, ended)] for firm in (first, second, third)] == [
        ["good", "good", "good"], ["good", "resign", "not_renewed"], ["good", "resign", "not_renewed"],
    ]  # fmt: skip


def test_not_carried_goes_back_to_the_drafters_and_the_old_text_stays(app, visitor):
    first, *_others = way.waiting_for_a_vote()
    with signed.later(33):
        signed.answered()
        way.put()
        way.voted(first)
    with signed.later(49):
        assert way.kept() == 1
        assert (way.ballot().state, way.ballot().in_favour, way.ballot().not_cast) == (B.FAILED, 1, 2)
        assert signed.version().state is V.ANSWERING
        page = visitor.get(f"/pledges/{signed.pledge().document.slug}/votes/1/")
        assert "现行文本继续有效" in page.text
        with pytest.raises(Refused, match="不能只由机构通过"):
            signed.adopted()
        jobs.run_due()
        assert letters("failed") == 7  # clerks and signers of three, and the editor
        signed.written(way.SHORTER.replace("五个", "七个"))
        assert way.put().number == 2


def test_who_may_not_vote_is_told_why_and_no_vote_is_cast(app):
    first, second, third = way.waiting_for_a_vote()
    with signed.later(33):
        signed.answered()
        way.put()
        with pytest.raises(Refused, match="不是样例101影视有限公司的授权签署人"):
            way.voted(first, by=first.clerk)
        with pytest.raises(Forbidden):
            way.voted(first, by=second.signer)
        with pytest.raises(Refused, match="不是交付表决的文本"):
            way.voted(first, seen="0" * 64)
        signed.left(third)
        with pytest.raises(Refused, match="已经退出这份公约，不再参加表决"):
            way.voted(third)
        assert [way.seat(f).choice for f in (first, second, third)] == [None, None, None]


def test_a_lapsed_authority_does_not_vote(app):
    first, *_others = way.waiting_for_a_vote()
    with signed.later(33), writing():
        dated.change(
            "amendments.vote_days", value=400, basis="试", in_force_from=clock.today(), checked_by="管", checked_on=None, actor=SYSTEM
        )  # fmt: skip
    with signed.later(33):
        signed.answered()
        way.put()
    with (
        time_machine.travel("2027-11-25T10:00:00+08:00", tick=True),
        pytest.raises(Refused, match=r"签署授权已于.*到期"),
    ):
        way.voted(first)


def test_who_leaves_meanwhile_is_not_counted_and_as_many_are_needed_as_before(app):
    first, second, _third = way.waiting_for_a_vote()
    with signed.later(33):
        signed.answered()
        way.put()
        way.voted(first)
        way.voted(second)
        signed.left(second)
    with signed.later(49):
        way.kept()
        found = way.ballot()
        assert (found.state, found.in_favour, found.not_cast, found.gone, found.needed) == (
            B.FAILED,
            1,
            1,
            1,
            2,
        )


def test_an_organisation_that_ended_meanwhile_does_not_vote(app):
    first, *_others = way.waiting_for_a_vote()
    with signed.later(33):
        signed.answered()
        way.put()
        registrar = signed.staff("registrar")
        with writing():
            ORGANISATION.take("end", first.organisation, actor=registrar, reason="注销", on=clock.today())
        with pytest.raises(Refused, match="不是已核验状态"):
            way.voted(first)


def test_while_they_vote_the_text_stands_still(app):
    first, *_others = way.waiting_for_a_vote()
    with signed.later(33):
        signed.answered()
        way.put()
        with pytest.raises(Refused, match="现在是“签署单位表决中”，正文不能改"):
            pledges.check_writable(signed.version())
        with pytest.raises(Refused, match="现在的状态是“签署单位表决中”"):
            way.put()
        way.voted(first)
        way.called_off("第三条文字有误")
        assert signed.version().state is V.ANSWERING
        with pytest.raises(Refused, match="这次表决已经撤回：第三条文字有误"):
            way.voted(first, Choice.AGAINST)
        signed.written(way.SHORTER.replace("五个", "七个"))
        before = way.ballot().text_hash
        assert way.put().text_hash != before
        assert way.seat(first).choice is None


def test_what_was_carried_is_adopted_in_no_other_wording(app):
    firms = way.waiting_for_a_vote()
    with signed.later(33):
        signed.answered()
        way.carried_by(*firms)
    with signed.later(49):
        way.kept()
        with writing():
            signed.version().voted_hash = "0" * 64
        with pytest.raises(Refused, match="正文与表决通过的文本不一致"):
            signed.adopted()
        signed.step("redraft", "editor", "另有改动")
        assert (signed.version().state, signed.version().voted_on) == (V.DRAFTING, None)


def test_an_adoption_taken_back_keeps_what_was_carried(app):
    firms = way.waiting_for_a_vote()
    with signed.later(33):
        signed.answered()
        way.carried_by(*firms)
    with signed.later(49):
        way.kept()
        signed.adopted()
        signed.step("unadopt", "issuer", "施行日期有误")
        assert signed.version().state is V.VOTED
        signed.adopted()
        assert signed.version().adopted_by == "签署单位表决"


def test_a_first_version_and_a_pledge_nobody_signed_need_no_vote(app):
    signed.issued()
    way.revised()
    with signed.later(33):
        signed.answered()
        with pytest.raises(Refused, match="还没有单位签署这份公约"):
            way.put()
        signed.adopted()
        assert signed.version().adopted_by == "理事会"


def test_the_clock_alone_closes(app):
    firms = way.waiting_for_a_vote()
    with signed.later(33):
        signed.answered()
        way.carried_by(*firms)
        with pytest.raises(Refused, match="现在的状态"):
            VERSION.take("adopt", signed.version(), actor=signed.staff("issuer"))
        session.rollback()
    with signed.later(49), pytest.raises(Refused, match="正在计票，不能再撤回"):
        way.called_off()

"""Interviews: fixed, moved, held, minutes the organisation agrees to; for those who are not bound an invitation."""

from datetime import datetime

import pytest
import time_machine
from flask import Flask

from association.kernel.audit import AuditEntry
from association.kernel.clock import CHINA
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.remedies import actions
from association.remedies.models import InterviewState
from association.remedies.workflow import INTERVIEW
from tests import cast
from tests.association.remedies.noted import interview, member
from tests.page import Page

MEETS = datetime(2026, 12, 1, 9, 30, tzinfo=CHINA)
AFTER = "2026-12-01T11:00:00+08:00"
PLANTED = "暗号枇杷"


def proposed(firm: cast.Firm, **changes: object) -> int:
    facts = {
        "code": firm.organisation.uscc, "subject": "投流素材的核对", "about": "请带核对记录。", "place": "协会会议室", "meets_at": MEETS,
    } | changes  # fmt: skip
    with writing():
        return int(actions.propose(actor=cast.staff("registrar"), **facts).id)  # type: ignore[arg-type]


def test_from_an_appointment_to_agreed_minutes_and_a_note_that_follows(app: Flask, as_) -> None:
    firm = member()
    registrar = as_("registrar")
    registrar.get("/desk/remedies/interviews/").press("安排约谈").submit(
        "安排并告知", code=firm.organisation.uscc, subject="投流素材的核对", about="请带核对记录。", place="协会会议室",
        meets_at="2026-12-01T09:30",
    )  # fmt: skip
    letter = session.query(Letter).filter_by(template="remedies/interview_propose").first()
    assert letter
    assert "2026年12月1日 09:30" in letter.body
    clerk = cast.signed_in(app, firm.clerk_account.email)
    clerk.get("/my/").press("约谈：晨曦").press("申请改期").submit("申请改期", text="上午有审片，下午可以。")
    assert "上午有审片" in registrar.get(clerk.path).text
    registrar.press("改定时间").submit("改定时间", meets_at="2026-12-01T14:30")
    clerk.get(clerk.path).press("确认时间").submit("确认时间")
    assert "登记到场和纪要" not in registrar.get(clerk.path).links()
    id_ = int(clerk.path.rstrip("/").rsplit("/", 1)[-1])
    with time_machine.travel("2026-12-01T16:00:00+08:00"):
        registrar = as_("registrar")
        assert "请登记到场情况和纪要" in registrar.get("/desk/").text
        registrar.get(clerk.path).press("登记到场和纪要").submit(
            "登记到场和纪要", attended="苗样例（经办人）", minutes="谈了核对。"
        )
        clerk = cast.signed_in(app, firm.clerk_account.email)
        clerk.get(f"/my/interviews/{id_}/").press("对纪要提出异议").submit(
            "对纪要提出异议", text="没有提到已补的部分。"
        )
        registrar.get(f"/my/interviews/{id_}/").press("登记到场和纪要").submit(
            "登记到场和纪要", minutes="谈了核对，已补一部分。"
        )
        clerk.get(f"/my/interviews/{id_}/").press("确认纪要").submit("确认纪要")
        assert "已补一部分" in clerk.text
        registrar.get(f"/my/interviews/{id_}/").press("据此起草指导意见").submit(
            "存为草稿", title="核对记录", facts="见纪要。", asks="补齐", due_on="2026-12-20"
        )
        assert "约谈〔2026〕1号" in registrar.text
    assert interview(id_).state is InterviewState.AGREED


def test_who_is_not_bound_may_decline_and_who_is_may_not(app: Flask) -> None:
    bound, free = member(101), cast.verified(102, name="样例乙影视有限公司")
    first, second = proposed(bound), proposed(free)
    with pytest.raises(Refused, match="请申请改期"), writing():
        INTERVIEW.take("decline", interview(first), actor=bound.clerk, text="不去。")
    with writing():
        INTERVIEW.take("decline", interview(second), actor=free.clerk, text="不方便。")
    assert interview(second).state is InterviewState.DECLINED
    page = cast.signed_in(app, free.clerk_account.email).get(f"/my/interviews/{second}/")
    assert "座谈邀请" in page.text
    assert "应当" not in page.text


def test_it_is_fixed_in_good_time_and_held_only_after_its_hour(app: Flask) -> None:
    firm = member()
    with pytest.raises(Refused, match="至少提前3个工作日"):
        proposed(firm, meets_at=datetime(2026, 11, 25, 9, 0, tzinfo=CHINA))
    id_ = proposed(firm)
    with writing():
        INTERVIEW.take("confirm", interview(id_), actor=firm.signer)
    with pytest.raises(Refused, match="还没有到约定的时间"), writing():
        INTERVIEW.take("hold", interview(id_), actor=cast.staff("registrar"), attended="无", minutes="无")
    with time_machine.travel(AFTER), writing():
        INTERVIEW.take("absent", interview(id_), actor=cast.staff("registrar"))
    with writing():
        INTERVIEW.take("cancel", interview(id_), actor=cast.staff("registrar"), text="改为书面了解。")
    for template in ("remedies/interview_absent", "remedies/interview_cancel"):
        assert session.query(Letter).filter_by(template=template).count() == 2


def test_it_is_between_the_organisation_and_staff_on_duty(app: Flask, visitor: Page, as_) -> None:
    firm, other = member(101), cast.verified(102, name="样例乙影视有限公司")
    id_ = proposed(firm, subject=PLANTED, about=PLANTED, place=PLANTED)
    with writing():
        INTERVIEW.take("ask_move", interview(id_), actor=firm.clerk, text=PLANTED)
    assert visitor.get(f"/my/interviews/{id_}/", follow=False).status == 302
    for page in (cast.signed_in(app, other.clerk_account.email), as_("expert"), as_("admin")):
        assert page.get(f"/my/interviews/{id_}/").status == 403
        assert page.get("/desk/remedies/interviews/?format=json").status == 403
    assert as_("auditor").get("/desk/remedies/interviews/?format=json").answer.json["count"] == 1
    assert not any(PLANTED in letter.body + letter.subject for letter in session.query(Letter))
    assert not any(PLANTED in str(entry.details) for entry in session.query(AuditEntry))
    with pytest.raises(Forbidden), writing():
        INTERVIEW.take("ask_move", interview(id_), actor=other.clerk, text="改。")


def test_every_page_speaks_english(app: Flask, as_) -> None:
    firm = member()
    id_ = proposed(firm)
    page = as_("registrar", "legal")
    page.client.set_cookie("lang", "en")
    page.language = "en"
    for path in (
        "/desk/remedies/", "/desk/remedies/new/", "/desk/remedies/interviews/", "/my/interviews/propose/", f"/my/interviews/{id_}/",
        f"/my/interviews/{id_}/move/", f"/my/interviews/{id_}/cancel/", "/my/remedies/",
    ):  # fmt: skip
        assert page.get(path).status == 200, path

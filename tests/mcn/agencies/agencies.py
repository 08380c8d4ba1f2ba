"""Agencies of the tests, brought as far as a test needs them through the real actions."""

from typing import Any

from association.accounts.actors import actor_of
from association.accounts.models import Account
from association.kernel import clock, jobs
from association.kernel.db import session
from association.kernel.transactions import writing
from mcn.agencies import actions
from mcn.agencies.models import Agency, Filing
from mcn.agencies.sections import BY_NAME, SECTIONS
from mcn.agencies.workflow import FILING
from tests import cast, stages

FACTS: dict[str, dict[str, Any]] = {
    "identity": {
        "entity_kind": "公司", "registered_at": "示例市市场监督管理局", "services": ["签约服务"], "started_on": "2020-05-01",
    },
    "contacts": {
        "content_name": "宋密甲", "content_phone": "13800000001", "content_email": "content@private.example", "liaison_name": "宋密乙",
        "liaison_phone": "13800000002",
    },
    "permits": {"complete": "yes"},
    "clients": {"performers": 3, "guests": 0, "presenters": 1, "streamers": 20, "others": 0, "in_writing": 24, "exclusive": 10},
    "reviewers": {"number": 2, "trained": 2, "certificates": "密证审001\n密证审002"},
    "statements": {"tax": "yes", "advertising": "yes"},
}  # fmt: skip
ROWS: dict[str, list[dict[str, Any]]] = {
    "agents": [
        {
            "name": "宋密丙", "certificate": "演出经纪人员资格证", "certificate_number": "密证001", "time": "full", "insured": "yes",
            "starts_on": "2024-03-01",
        },
    ],
    "minors": [
        {"kind": "performers", "band": "over", "number": 2, "consents": 2, "consented_on": "2026-01-10", "schooling": "yes"},
    ],
    "accounts": [
        {"platform": "示例短视频", "account": "mi-own-account", "shown_name": "密号昵称", "basis": "own", "shows_agency": "yes"},
    ],
    "fan_groups": [{"platform": "示例社区", "name": "密群样例", "authorised": "yes", "owner_adult": "yes"}],
    "works": [{"title": "密片样例", "work_class": "普通微短剧", "number": "示微剧审字第1号", "platform": "示例平台"}],
    "systems": [
        {"kind": kind, "title": f"{kind}（样例）", "published_on": "2025-06-01", "address": "https://www.example.com/rules"}
        for kind in ("内容审核制度", "个人信息保护制度", "应急处置制度", "培训制度", "投诉处理制度")
    ],
}  # fmt: skip
NAME = "北辰样例传媒有限公司"


def verified(serial: int = 102, name: str = NAME, **changes: object) -> cast.Firm:
    """An MCN agency's organisation on record."""
    return cast.verified(serial, name=name, **({"kinds": ["mcn"]} | changes))


def filing_of(id_: int) -> Filing:
    return session.get_one(Filing, id_)


def agency_of(firm: cast.Firm) -> Agency:
    return session.query(Agency).filter_by(organisation_id=firm.id).order_by(Agency.id.desc()).first()  # type: ignore[return-value]


def begun(firm: cast.Firm) -> int:
    with writing():
        return actions.begin_application(firm.organisation, actor=firm.clerk).id


def fill(
    firm: cast.Firm, id_: int, *, facts: dict[str, Any] | None = None, rows: dict[str, Any] | None = None
) -> None:
    """Every section, with some of them otherwise."""
    for name, typed in (FACTS | (facts or {})).items():
        with writing():
            actions.save_section(filing_of(id_), BY_NAME[name], facts=typed, actor=firm.clerk)
    for name, listed in (ROWS | (rows or {})).items():
        for row in listed:
            with writing():
                actions.save_row(filing_of(id_), BY_NAME[name], row=None, facts=row, actor=firm.clerk)
        if not listed:
            with writing():
                actions.say_none(filing_of(id_), BY_NAME[name], actor=firm.clerk)


def take(id_: int, deed: str, who: Account, reason: str = "", **inputs: Any) -> None:
    with writing():
        FILING.take(deed, filing_of(id_), actor=actor_of(who), reason=reason, **inputs)


def filled(firm: cast.Firm, **changed: Any) -> int:
    id_ = begun(firm)
    fill(firm, id_, **changed)
    return id_


def submitted(firm: cast.Firm, **changed: Any) -> int:
    """Signed, with the registrars."""
    id_ = filled(firm, **changed)
    take(id_, "finish", firm.clerk_account)
    take(id_, "sign", firm.signer_account)
    return id_


def examined(id_: int, who: Account, **answers: str) -> None:
    with writing():
        actions.examine(
            filing_of(id_), interviewed_on=clock.today(), interview="密谈记录：负责人说明了业务。", answers=answers, actor=actor_of(who)
        )  # fmt: skip


def decided(id_: int, **answers: str) -> None:
    """Examined by one registrar, accepted by another."""
    first, second = cast.somebody("registrar"), cast.somebody("registrar")
    examined(id_, first, **answers)
    take(id_, "approve", second)


def registered(
    serial: int = 102, name: str = NAME, *, answers: dict[str, str] | None = None, **changed: Any
) -> cast.Firm:
    """On the register, with what it claims written down."""
    firm = verified(serial, name)
    decided(submitted(firm, **changed), **(answers or {}))
    jobs.run_due()
    return firm


def fill_again(firm: cast.Firm, id_: int) -> None:
    """A review in which every section still holds."""
    for section in SECTIONS:
        with writing():
            actions.confirm_section(filing_of(id_), section, actor=firm.clerk)


stages.remember(__name__)

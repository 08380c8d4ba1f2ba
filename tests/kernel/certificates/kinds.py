"""A kind of certificate of our own invention, and people who hold one."""

from datetime import date

from association.accounts.models import Account
from association.kernel import certificates
from association.kernel.certificates import Certificate
from association.kernel.policy import SYSTEM, Actor
from association.kernel.transactions import writing
from association.kernel.words import _l


def _holds(actor: Actor, certificate: Certificate) -> bool:
    return actor.person_id is not None and actor.person_id == certificate.subject_id


for word, counted in (("sample", True), ("hidden", False)):
    certificates.kind(
        word,
        label="样例证书",
        labels={"text": _l("文本"), "version": _l("版本数")},
        may_read=_holds,
        found_by_number=counted,
    )


def issued(account: Account, word: str = "sample", **how: object) -> Certificate:
    """To the person of this account, in an organisation's name."""
    facts: dict = {"valid_from": date(2026, 11, 1)} | how
    with writing():
        return certificates.issue(
            word, subject=account.person, holder="晨曦样例影视有限公司", content={"text": "样例公约", "version": "2026年版"},
            form="样例证〔{year}〕{number}号", actor=SYSTEM, **facts,
        )  # fmt: skip

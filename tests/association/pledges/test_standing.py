"""Standing by a pledge: left by notice, signed anew or not, ended; the register is right on every day, certificate and badge follow."""

from datetime import date

import pytest
import time_machine

from association.accounts.actors import actor_of
from association.kernel import certificates, clock
from association.kernel.certificates import CertificateState
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.organisations.models import Organisation
from association.organisations.workflow import ORGANISATION
from association.pledges import clockwork, papers
from association.pledges.models import SignatureState
from tests import cast
from tests.association.pledges import signed as way
from tests.kernel.certificates.test_certificates import paper_of, verdict

S = SignatureState


def letters(template: str) -> int:
    return session.query(Letter).filter_by(template=template).count()


def test_leaving_by_notice_ends_certificate_badge_and_register_on_its_day(app, visitor, as_):
    way.issued()
    firm = cast.verified()
    code = papers.of(way.confirmed(firm)).code
    signer = as_(email=firm.signer_account.email)
    signer.get(f"/my/pledges/signatures/{way.signature(firm).id}/").press("退出公约…").submit(
        "通知退出", on="2026-12-01", reason="业务调整"
    )
    assert "已退出" in signer.text
    assert way.standing(firm, date(2026, 11, 30)) == "good"
    assert way.standing(firm, date(2026, 12, 1)) == "left"
    assert "有效" in visitor.get(f"/verify/{code}/badge.svg").answer.text
    with time_machine.travel("2026-12-01T10:00:00+08:00", tick=True):
        assert "已退出" in visitor.get(f"/pledges/{way.pledge().document.slug}/signatories/").text
        assert certificates.by_code(code).state is CertificateState.WITHDRAWN
        assert "#8a8680" in visitor.get(f"/verify/{code}/badge.svg").answer.text
        assert (
            "已撤回" in visitor.get(f"/verify/{code}/").text or "退出" in visitor.get(f"/verify/{code}/").text
        )
    assert letters("pledges/left") == 2


def test_while_a_notice_runs_nobody_signs_anew_and_afterwards_they_may(app):
    way.issued()
    firm = cast.verified()
    way.confirmed(firm)
    way.left(firm, on=date(2026, 12, 1))
    with pytest.raises(Refused, match="已通知自2026年12月1日起退出"):
        way.prepared(firm)
    with time_machine.travel("2026-12-05T10:00:00+08:00", tick=True):
        again = way.confirmed(firm)
        assert again.number == "GY-DJ-2026-0002"
        assert again.since_on == date(2026, 12, 5)
    assert [way.standing(firm, date(2026, 11, 23)), way.standing(firm, date(2026, 12, 2)), way.standing(firm, date(2026, 12, 5))] == [
        "good", "left", "good",
    ]  # fmt: skip


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2027, 6, 1)])
def test_a_day_too_early_or_too_late_is_refused(app, day):
    way.issued()
    firm = cast.verified()
    way.confirmed(firm)
    with pytest.raises(Refused, match="退出的日期"):
        way.left(firm, on=day)


def test_a_new_version_some_sign_again_some_do_not_and_the_register_is_right_on_every_day(app, visitor):
    way.issued()
    again, late, gone = (cast.verified(n, name=f"样例{n}影视有限公司") for n in (101, 102, 103))
    for firm in (again, late, gone):
        way.confirmed(firm)
    first = papers.of(way.signature(again)).code
    way.revised(way.TEXT.replace("十个工作日", "五个工作日"))
    with way.later(33):
        begins = clock.today()
        way.carried()
        way.adopted()
        way.reviewed()
        with writing():
            assert clockwork.keep_days() == 3
        with writing():
            assert clockwork.keep_days() == 0
        assert letters("pledges/resign") == 6
        assert way.standing(again, begins) == "resign"
        way.left(gone)
    with way.later(40):
        signed_again = way.confirmed(again)
        assert signed_again.since_on == date(2026, 11, 23)
        assert certificates.by_code(first).state is CertificateState.SUPERSEDED
        resigned = clock.today()
    with way.later(33 + 61):
        with writing():
            assert clockwork.keep_days() == 1
        ended = clock.today()
        assert way.signature(late).state is S.NOT_RENEWED
        assert letters("pledges/not_renewed") == 2
    days = (date(2026, 11, 30), begins, resigned, ended)
    assert [[way.standing(firm, day) for day in days] for firm in (again, late, gone)] == [
        ["good", "resign", "good", "good"], ["good", "resign", "resign", "not_renewed"], ["good", "left", "left", "left"],
    ]  # fmt: skip
    page = visitor.get(f"/pledges/{way.pledge().document.slug}/signatories/?on=2026-11-22&format=json")
    assert page.answer.get_json()["items"] == []
    with way.later(33 + 61):
        slug = way.pledge().document.slug
        past = visitor.get(f"/pledges/{slug}/signatories/?on=2026-11-30&format=json").answer.get_json()[
            "items"
        ]
        assert [row["standing"] for row in past] == ["有效"] * 3
        now = visitor.get(f"/pledges/{slug}/signatories/?standing=good&format=json").answer.get_json()[
            "items"
        ]
        assert [row["name"] for row in now] == ["样例101影视有限公司"]


def test_a_certificate_is_sealed_by_the_worker_and_its_bytes_are_known(app, tmp_path):
    way.issued()
    firm = cast.verified()
    found = way.confirmed(firm)
    certificate = papers.of(found)
    content = paper_of(certificate)
    assert certificates.read(content).finding is certificates.Finding.IDENTICAL
    assert "Signature is Valid" in verdict(content, tmp_path)
    altered = bytearray(content)
    altered[len(altered) // 2] ^= 1
    assert certificates.read(bytes(altered)).finding is certificates.Finding.ALTERED


def test_an_organisation_that_ends_stands_by_nothing(app):
    way.issued()
    firm = cast.verified()
    way.confirmed(firm)
    registrar = cast.somebody("registrar")
    with writing():
        ORGANISATION.take(
            "end", firm.organisation, actor=actor_of(registrar), reason="注销", on=clock.today()
        )
    assert way.standing(firm, clock.today()) == "ended"


def test_the_register_costs_the_same_however_many_sign(app, visitor):
    way.issued()
    way.confirmed(cast.verified(101))
    address = f"/pledges/{way.pledge().document.slug}/signatories/"
    few = visitor.get(address).statements
    for serial in range(102, 106):
        way.confirmed(cast.verified(serial, name=f"样例{serial}影视有限公司"))
    assert visitor.get(address).statements <= few


def test_the_register_shows_code_kind_and_province_and_names_a_natural_person_only_while_there_is_a_basis(
    app, visitor
):
    way.issued()
    firm = cast.verified()
    way.confirmed(firm)
    address = f"/pledges/{way.pledge().document.slug}/signatories/"
    page = visitor.get(address)
    assert firm.organisation.uscc in page.text
    assert "示例省" in page.text
    with writing():
        organisation = session.get_one(Organisation, firm.id)
        organisation.uscc = "92" + organisation.uscc[2:]
    for path in (address, f"{address}?format=json", f"{address}?format=csv", f"{address}?format=atom"):
        text = visitor.get(path).answer.text
        assert "晨曦" not in text
        assert "自然人经营者（不列名）" in text or "\\u81ea" in text
    assert visitor.get(f"{address}?q=晨曦&format=json").answer.get_json()["count"] == 0
    assert visitor.get(f"{address}?q=GY-DJ-2026-0001&format=json").answer.get_json()["count"] == 1

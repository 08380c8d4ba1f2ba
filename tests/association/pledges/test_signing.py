"""Signing: prepared by a clerk, signed by the authorised signer, confirmed by the association; whoever may not is told why, and nothing is signed."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine

from association.accounts.actors import actor_of
from association.kernel import clock
from association.kernel.audit import LogEntry
from association.kernel.certificates import CertificateState
from association.kernel.day_words import day_words
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.organisations.models import Kind, Organisation
from association.organisations.workflow import ORGANISATION
from association.pledges import actions, papers
from association.pledges.models import Signature, SignatureState
from tests import cast
from tests.association.pledges import signed as way
from tests.association.pledges.second_factor import next_code, with_factor
from tests.page import Page

S = SignatureState
BAILU = {"name": "白鹭样例影视有限公司"}


def letters(template: str) -> int:
    return session.query(Letter).filter_by(template=template).count()


def test_prepared_signed_confirmed_numbered_certified_and_in_the_register(app, visitor):
    way.issued()
    firm = cast.verified()
    found = way.confirmed(firm, batch="第一批")
    assert (found.state, found.number, found.batch) == (S.IN_FORCE, "GY-DJ-2026-0001", "第一批")
    assert found.text_hash == way.version().edition.text_hash
    assert found.as_it_was["name"] == "晨曦样例影视有限公司"
    assert found.as_it_was["kinds"] == ["studio"]
    assert (found.signed_by, found.signed_post, found.method) == (firm.signer.name, "signer", "password_totp")
    assert found.authority_until is not None
    assert found.consent.startswith("我是晨曦样例影视有限公司的授权签署人")
    certificate = papers.of(found)
    assert certificate is not None
    assert certificate.state is CertificateState.VALID
    assert [letters(f"pledges/{word}") for word in ("prepared", "signed", "confirmed")] == [2, 2, 2]
    page = visitor.get(f"/pledges/{way.pledge().document.slug}/signatories/")
    assert "今天受公约约束的有1家" in page.text
    page.press("GY-DJ-2026-0001")
    assert "晨曦样例影视有限公司" in page.text
    assert "晨曦" in visitor.get(f"/organisations/{firm.organisation.uscc}/").text
    assert "GY-DJ-2026-0001" in visitor.get(f"/organisations/{firm.organisation.uscc}/").text
    assert session.query(LogEntry).filter_by(act="confirm").count() == 1


def test_the_signer_reads_to_the_end_and_confirms_with_password_and_code(app, as_):
    way.issued()
    firm = cast.verified()
    clerk = as_(email=firm.clerk_account.email)
    clerk.get("/my/pledges/").press(f"填报签署：{way.TITLE}").submit("填报", organisation=str(firm.id))
    assert "待签署" in clerk.text
    signer, secret = with_factor(app, firm)
    signer.get("/my/").press("阅读并签署")
    assert "推广素材与正片实质一致" in signer.text
    assert "我是晨曦样例影视有限公司的授权签署人" in signer.text
    signer.submit("代表单位签署", agree="y", password="wrong", code=next_code(secret))
    assert signer.errors == ["密码不对，或因多次失败暂停。"]
    assert signer.status == 422
    signer.submit("代表单位签署", agree="y", password=cast.PASSWORD, code="000000")
    assert signer.errors == ["验证码不对、已经用过，或因多次失败暂停。请等下一个验证码再试。"]
    signer.submit("代表单位签署", agree=None, password=cast.PASSWORD, code=next_code(secret))
    assert signer.errors == ["请先勾选同意"]
    session.rollback()
    assert way.signature(firm).state is S.PREPARED
    signer.submit("代表单位签署", agree="y", password=cast.PASSWORD, code=next_code(secret))
    assert "待协会确认" in signer.text
    registrar = as_("registrar")
    registrar.get("/desk/").press("办理").press("确认签署").submit("确认签署")
    assert "GY-DJ-2026-0001" in registrar.html


def test_on_the_demo_site_a_signer_without_a_second_factor_confirms_by_password_and_record_and_certificate_say_so(
    app, monkeypatch
):
    monkeypatch.setitem(app.extensions, "settings", replace(app.extensions["settings"], mode="demo"))
    way.issued()
    firm = cast.verified()
    way.prepared(firm)
    page = Page(app)
    page.get("/account/login").submit("登录", email=firm.signer_account.email, password=cast.PASSWORD)
    page.get(f"/my/pledges/signatures/{way.signature(firm).id}/sign/")
    assert "动态验证码的，只以密码确认" in page.text
    page.submit("代表单位签署", agree="y", password="wrong")
    assert page.errors == ["密码不对，或因多次失败暂停。"]
    page.submit("代表单位签署", agree="y", password=cast.PASSWORD)
    assert "密码（演示站，没有启用动态验证码）" in page.text
    session.rollback()
    assert way.signature(firm).method == "password"
    way.only_confirmed(firm)
    basis = papers.of(way.signature(firm)).content["basis"]
    assert "以密码确认" in basis
    assert "以密码和动态验证码确认" not in basis


def test_an_employee_without_authority_is_told_who_signs(app, as_):
    way.issued()
    firm = cast.verified()
    way.prepared(firm)
    clerk = as_(email=firm.clerk_account.email).get(f"/my/pledges/signatures/{way.signature(firm).id}/sign/")
    assert clerk.status == 409
    assert "你不是晨曦样例影视有限公司的授权签署人，请由授权签署人办理。" in clerk.text
    with pytest.raises(Refused, match="不是晨曦样例影视有限公司的授权签署人"):
        way.signed(firm, by=firm.clerk)


def test_a_lapsed_authority_is_said_with_its_day(app):
    way.issued()
    firm = cast.verified()
    way.prepared(firm)
    ends = clock.today() + timedelta(days=365)
    with time_machine.travel("2027-11-25T10:00:00+08:00", tick=True):
        signer = cast.signed_in(app, firm.signer_account.email)
        signer.get(f"/my/pledges/signatures/{way.signature(firm).id}/sign/")
        assert signer.status == 409
        assert f"你的签署授权已于{day_words(ends)}到期" in signer.text
    session.rollback()
    assert way.signature(firm).state is S.PREPARED


def test_an_organisation_that_is_not_verified_prepares_nothing(app):
    way.issued()
    firm = cast.submitted()
    with pytest.raises(Refused, match="晨曦样例影视有限公司现在不是已核验状态，不能以它的名义签署"):
        way.prepared(firm, by=cast.actor(firm.clerk_account))
    assert session.query(Signature).count() == 0


def test_an_organisation_that_ended_meanwhile_does_not_sign(app):
    way.issued()
    firm = cast.verified()
    way.prepared(firm)
    registrar = cast.somebody("registrar")
    with writing():
        ORGANISATION.take(
            "end", firm.organisation, actor=actor_of(registrar), reason="注销", on=clock.today()
        )
    with pytest.raises(Refused, match="不是已核验状态"):
        way.signed(firm, by=cast.actor(firm.signer_account))
    assert way.signature(firm).state is S.CANCELLED


def test_a_text_that_changed_meanwhile_is_not_signed(app):
    way.issued()
    firm = cast.verified()
    way.prepared(firm)
    with pytest.raises(Refused, match="不是填报时的文本"):
        way.signed(firm, seen="0" * 64)
    way.revised(way.TEXT.replace("十个工作日", "五个工作日"))
    with way.later(33):
        way.adopted()
        way.reviewed()
        with pytest.raises(Refused, match="填报之后发布了新的版本"):
            way.signed(firm)
    assert way.signature(firm).state is S.PREPARED


def test_the_same_person_does_not_prepare_and_sign(app):
    way.issued()
    firm = cast.verified()
    way.prepared(firm, by=firm.signer)
    with pytest.raises(Refused, match="另一人"):
        way.signed(firm)


def test_the_association_confirms_through_somebody_else(app):
    way.issued()
    firm = cast.verified()
    way.prepared(firm)
    way.signed(firm)
    with pytest.raises(Forbidden), writing():
        actions.confirm(way.signature(firm), batch="", actor=firm.signer)


def test_what_is_not_confirmed_is_told_with_its_reason_and_may_be_tried_again(app):
    way.issued()
    firm = cast.verified()
    way.prepared(firm)
    way.signed(firm)
    way.taken("decline", firm, way.staff("registrar"), "授权书与签署人不符")
    assert letters("pledges/declined") == 2
    assert way.standing(firm, clock.today()) is None
    assert way.confirmed(firm).number == "GY-DJ-2026-0001"


def test_one_signature_at_a_time_and_none_twice(app):
    way.issued()
    firm = cast.verified()
    way.prepared(firm)
    with pytest.raises(Refused, match="已有一份签署在办理中"):
        way.prepared(firm)
    way.signed(firm)
    way.only_confirmed(firm)
    with pytest.raises(Refused, match="已经签署现行版本"):
        way.prepared(firm)


def test_only_the_kinds_named_sign(app):
    way.issued(kinds=[Kind.MCN])
    firm = cast.verified()
    with pytest.raises(Refused, match="不属于这份公约约定的单位类别"):
        way.prepared(firm)


def test_by_invitation_only_those_asked_sign(app):
    way.issued(by_invitation=True)
    firm = cast.verified()
    with pytest.raises(Refused, match="没有收到邀请"):
        way.prepared(firm)
    editor = way.staff("editor")
    with writing():
        actions.invite(way.pledge(), session.get_one(Organisation, firm.id), actor=editor)
    assert letters("pledges/invited") == 2
    assert way.confirmed(firm).state is S.IN_FORCE


def test_strangers_see_no_record_of_a_signature(app, as_, visitor):
    way.issued()
    firm, other = cast.verified(101), cast.verified(102, **BAILU)
    id_ = way.confirmed(firm).id
    assert visitor.get(f"/my/pledges/signatures/{id_}/").heading == "登录"
    assert as_(email=other.signer_account.email).get(f"/my/pledges/signatures/{id_}/").status == 403
    assert as_(email=other.signer_account.email).get(f"/my/pledges/signatures/{id_}/sign/").status == 403
    assert as_("auditor").get(f"/my/pledges/signatures/{id_}/").status == 200
    with pytest.raises(Forbidden):
        way.taken("cancel", firm, other.clerk)

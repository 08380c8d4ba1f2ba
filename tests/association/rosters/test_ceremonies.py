"""集体签署: a batch put together before anybody is confirmed, its list printed for the day, and public once it is confirmed."""

import pytest

from association.kernel import clock, documents, jobs
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.transactions import writing
from association.pledges import actions as pledges
from association.rosters import actions
from association.rosters.models import Ceremony
from tests import cast
from tests.association.pledges import signed


def planned(batch: str = "第一批") -> Ceremony:
    registrar = signed.staff("registrar")
    with writing():
        actions.plan(
            signed.pledge(), batch=batch, held_on=clock.today(), place="示例会议中心", actor=registrar
        )
    return session.query(Ceremony).order_by(Ceremony.id.desc()).limit(1).one()


def two_under_way() -> list[cast.Firm]:
    firms = [cast.verified(n, name=f"样例{n}影视有限公司") for n in (101, 102)]
    for firm in firms:
        signed.prepared(firm)
        signed.signed(firm)
    return firms


def test_a_ceremony_through_the_pages(app, as_, visitor):
    signed.issued()
    first, second = two_under_way()
    slug = signed.pledge().document.slug
    registrar = as_("registrar")
    registrar.get(f"/pledges/{slug}/rosters/").press("安排集体签署").submit(
        "安排", batch="第一批", held_on="2026-12-01", place="示例会议中心"
    )
    registrar.submit("保存", signatures=[str(signed.signature(first).id), str(signed.signature(second).id)])
    assert "样例101影视有限公司" in registrar.text
    assert "待协会确认" in registrar.text
    page = registrar.path
    assert visitor.get(page).heading == "登录"
    registrar.press("印名单").submit("印名单")
    jobs.run_due()
    assert registrar.get(f"{page}working.pdf").answer.data.startswith(b"%PDF")
    assert visitor.get(f"{page}document.pdf").heading == "登录"
    registrar.get(f"/desk/pledges/signatures/{signed.signature(first).id}/confirm/")
    assert registrar.value("batch") == "第一批"
    registrar.submit("确认签署")
    assert "样例101影视有限公司" in visitor.get(page).text
    assert "样例102影视有限公司" not in visitor.text
    session.rollback()
    signed.only_confirmed(second, batch="第一批")
    registrar.get(page).press("印名单").submit("印名单")
    jobs.run_due()
    assert visitor.get(f"{page}document.pdf").answer.data.startswith(b"%PDF")
    assert "第一批" in visitor.get(f"/pledges/{slug}/rosters/").text
    items = visitor.get(f"{page}?format=json").answer.get_json()["items"]
    assert [row["name"] for row in items] == ["样例101影视有限公司", "样例102影视有限公司"]
    assert "第一批" in as_("auditor").get("/desk/pledges/ceremonies/").text


def test_the_same_list_is_the_same_paper(app):
    signed.issued()
    first, _second = two_under_way()
    ceremony, registrar = planned(), signed.staff("registrar")
    with pytest.raises(Refused, match="名单里还没有单位"), writing():
        actions.print_list(ceremony, actor=registrar)
    with writing():
        assert actions.choose(ceremony, ids=[signed.signature(first).id], actor=registrar) == 1
    with writing():
        one = actions.print_list(ceremony, actor=registrar).id
    with writing():
        assert actions.print_list(ceremony, actor=registrar).id == one
    assert documents.document_of(ceremony, actions.FINAL) is None


def test_one_batch_one_ceremony_and_what_is_confirmed_stays(app):
    signed.issued()
    first, _second = two_under_way()
    ceremony, registrar = planned(), signed.staff("registrar")
    with pytest.raises(Refused, match="已有“第一批”的集体签署"):
        planned()
    with writing():
        actions.choose(ceremony, ids=[signed.signature(first).id], actor=registrar)
    signed.only_confirmed(first, batch="第一批")
    with pytest.raises(Refused, match="批次不能再改"), writing():
        pledges.put_in_batch(signed.signature(first), batch="", actor=registrar)
    with pytest.raises(Forbidden), writing():
        actions.plan(signed.pledge(), batch="第二批", held_on=clock.today(), place="", actor=first.signer)

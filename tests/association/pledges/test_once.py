"""However often a form is sent, an organisation signs once, and only with a second factor."""

import pytest

from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.pledges.models import Signature, SignatureState
from tests import cast
from tests.association.pledges import signed as way
from tests.association.pledges.second_factor import next_code, with_factor
from tests.page import Page

S = SignatureState


def letters(template: str) -> int:
    return session.query(Letter).filter_by(template=template).count()


def test_a_double_click_signs_once(app):
    way.issued()
    firm = cast.verified()
    way.prepared(firm)
    signer, secret = with_factor(app, firm)
    signer.get(f"/my/pledges/signatures/{way.signature(firm).id}/sign/")
    answers = signer.again("代表单位签署", agree="y", password=cast.PASSWORD, code=next_code(secret))
    assert [answer.status_code for answer in answers] == [303, 303]
    session.rollback()
    assert session.query(Signature).count() == 1
    assert letters("pledges/signed") == 2


def test_a_form_kept_open_in_another_window_signs_nothing_twice(app):
    way.issued()
    firm = cast.verified()
    way.prepared(firm)
    signer, secret = with_factor(app, firm)
    address = f"/my/pledges/signatures/{way.signature(firm).id}/sign/"
    signer.get(address)
    late = signer.ready("代表单位签署", agree="y", password=cast.PASSWORD, code=next_code(secret))
    way.signed(firm)
    answer = late()
    assert answer.status_code == 409
    assert "已经签署，正等待协会确认" in answer.text
    session.rollback()
    assert session.query(Signature).count() == 1


def test_a_form_sent_again_after_the_signing_says_so(app):
    way.issued()
    firm = cast.verified()
    way.prepared(firm)
    way.signed(firm)
    with pytest.raises(Refused, match="已经签署，正等待协会确认"):
        way.signed(firm)


def test_without_a_second_factor_nobody_signs(app):
    way.issued()
    firm = cast.verified()
    way.prepared(firm)
    page = Page(app)
    page.get("/account/login").submit("登录", email=firm.signer_account.email, password=cast.PASSWORD)
    page.get(f"/my/pledges/signatures/{way.signature(firm).id}/sign/")
    assert page.heading == "启用第二重验证"  # obligatory for signers: no other page is shown before
    session.rollback()
    assert way.signature(firm).state is S.PREPARED

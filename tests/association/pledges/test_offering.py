"""The way to sign is offered to whoever can take it, and to nobody else."""

from tests import cast
from tests.association.pledges import signed as way

SIGN = "代表单位签署"
PREPARE = f"填报签署：{way.TITLE}"


def test_what_is_under_way_or_signed_is_not_offered_again(app, as_):
    way.issued()
    firm = cast.verified()
    clerk = as_(email=firm.clerk_account.email)
    assert PREPARE in clerk.get("/my/pledges/").links()
    way.prepared(firm)
    assert PREPARE not in clerk.get("/my/pledges/").links()
    way.signed(firm)
    way.only_confirmed(firm)
    assert PREPARE not in clerk.get("/my/pledges/").links()
    assert SIGN not in clerk.get(f"/pledges/{way.pledge().document.slug}/").links()


def test_a_new_version_is_offered_to_those_who_signed_the_last_one(app, as_):
    way.issued()
    firm = cast.verified()
    way.confirmed(firm)
    way.revised(way.TEXT.replace("十个工作日", "五个工作日"))
    with way.later(33):
        way.carried()
        way.adopted()
        way.reviewed()
        clerk = as_(email=firm.clerk_account.email)
        assert PREPARE in clerk.get("/my/pledges/").links()
        assert SIGN in clerk.get(f"/pledges/{way.pledge().document.slug}/").links()


def test_the_page_of_a_pledge_asks_visitors_and_officers_to_sign_and_leaves_staff_alone(app, visitor, as_):
    way.issued()
    firm = cast.verified()
    page = f"/pledges/{way.pledge().document.slug}/"
    assert SIGN in visitor.get(page).links()
    assert SIGN in as_(email=firm.clerk_account.email).get(page).links()
    assert SIGN not in as_("registrar").get(page).links()

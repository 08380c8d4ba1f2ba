"""The association confirms a signature through somebody who does not act for the organisation."""

from datetime import timedelta

import pytest

from association.accounts.actors import actor_of
from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.transactions import writing
from association.organisations import actions as organisations
from association.organisations.models import Officer, Organisation, Post
from association.organisations.workflow import OFFICER
from association.pledges import actions
from tests import cast
from tests.association.pledges import signed as way

BAILU = {"name": "白鹭样例影视有限公司"}


def test_who_acts_for_the_organisation_does_not_confirm_for_the_association(app):
    way.issued()
    firm, other = cast.verified(101), cast.verified(102, **BAILU)
    way.prepared(firm)
    way.signed(firm)
    for account in (firm.clerk_account, other.clerk_account):
        cast.somebody("registrar", email=account.email)
    newcomer = cast.somebody("registrar")
    with writing():
        organisations.join(
            session.get_one(Organisation, firm.id),
            post=Post.CLERK,
            authority=cast.paper(),
            ends_on=clock.today() + timedelta(days=300),
            because="接任",
            actor=actor_of(newcomer),
        )
    with writing():
        joined = session.query(Officer).order_by(Officer.id.desc()).first()
        OFFICER.take("approve", joined, actor=way.staff("registrar"))
    with pytest.raises((Forbidden, Refused)), writing():
        actions.confirm(way.signature(firm), batch="", actor=actor_of(newcomer))
    with writing():
        actions.confirm(way.signature(firm), batch="", actor=actor_of(other.clerk_account))

"""A signer with one-time codes switched on."""

from datetime import timedelta

import pyotp

from association.accounts import actions as accounts
from association.accounts.actors import actor_of
from association.kernel import clock
from association.kernel.transactions import writing
from tests import cast, stages
from tests.page import Page


def with_factor(app, firm: cast.Firm) -> tuple[Page, str]:
    """The signer, signed in, and the secret of their second factor."""
    secret = pyotp.random_base32()
    account = firm.signer_account
    with writing():
        accounts.enrol_second_factor(
            account,
            secret=secret,
            code=pyotp.TOTP(secret).at(clock.now() - timedelta(seconds=30)),
            actor=actor_of(account),
        )
    page = Page(app)
    page.get("/account/login").submit("登录", email=account.email, password=cast.PASSWORD)
    page.submit("继续", code=pyotp.TOTP(secret).at(clock.now()))
    return page, secret


def next_code(secret: str) -> str:
    return pyotp.TOTP(secret).at(clock.now() + timedelta(seconds=30))


stages.remember(__name__)

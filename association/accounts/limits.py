"""Who may try again, counted in the database. What is answered does not tell a lock from a wrong password, nor an account from none."""

import ipaddress
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import update

from association.accounts import queries
from association.accounts.models import SignInAttempt
from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.personal import keyed_hmac
from association.kernel.site import settings
from association.kernel.words import _l

dated.define(
    "accounts.lock_after",
    label=_l("连续失败几次后暂停登录"),
    kind="number",
    initial=8,
    unit=_l("次"),
    basis=dated.OWN,
)
dated.define(
    "accounts.lock_minutes",
    label=_l("暂停登录的时间"),
    kind="number",
    initial=15,
    unit=_l("分钟"),
    basis=dated.OWN,
)
dated.define(
    "accounts.letters_per_hour", label=_l("同一邮箱每小时最多申请几封注册和重设的信"), kind="number", initial=5, unit=_l("封"),
    basis=dated.OWN,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try under way. Made before anything is compared; `close` writes it down."""

    account_key: str
    machine_key: str
    allowed: bool

    def close(self, *, succeeded: bool) -> None:
        """Count it. A try made during a lock does not prolong the lock; a success wipes the slate."""
        session.add(
            SignInAttempt(
                account_key=self.account_key,
                machine_key=self.machine_key,
                failed=self.allowed and not succeeded,
            )
        )
        if succeeded:
            session.execute(
                update(SignInAttempt)
                .where(SignInAttempt.account_key == self.account_key, SignInAttempt.failed)
                .values(failed=False)
            )


def attempt(what: str, whom: str, *, machine: str) -> Attempt:
    """Whether this machine may now try `what` (password, factor) as `whom`."""
    account_key, machine_key = keyed_hmac(f"{what}:{whom}"), key_of_machine(machine)
    since = clock.now() - timedelta(minutes=lock_minutes())
    failures = queries.tries_of(account_key, since=since, failed=True)
    return Attempt(
        account_key,
        machine_key,
        failures < int(dated.value("accounts.lock_after")) and not _is_hasty(machine_key),
    )


def lock_minutes() -> int:
    return int(dated.value("accounts.lock_minutes"))


def ask(whom: str, *, machine: str) -> tuple[bool, bool]:
    """Count a request for a letter to an address: whether the machine may ask at all, and whether the letter is written."""
    letters_key, machine_key = keyed_hmac(f"letter:{whom}"), key_of_machine(machine)
    if _is_hasty(machine_key):
        return False, False
    asked = queries.tries_of(letters_key, since=clock.now() - timedelta(hours=1))
    session.add(SignInAttempt(account_key=letters_key, machine_key=machine_key, failed=False))
    return True, asked < int(dated.value("accounts.letters_per_hour"))


def _is_hasty(machine_key: str) -> bool:
    tries = queries.tries_from(machine_key, since=clock.now() - timedelta(minutes=1))
    return tries >= settings().sign_ins_per_minute


def key_of_machine(machine: str) -> str:
    """Of an IPv6 address the network counts: one household has more addresses than anybody can list."""
    try:
        address = ipaddress.ip_address(machine)
    except ValueError:
        return keyed_hmac(f"machine:{machine}")
    if address.version == 6:
        return keyed_hmac(f"machine:{ipaddress.ip_network((address, 64), strict=False)}")
    return keyed_hmac(f"machine:{address}")

"""The second factor: a code from an authenticator app (RFC 6238), or one of ten recovery codes."""

import hashlib
import secrets

import pyotp
import segno
from sqlalchemy import delete, select

from association.accounts.models import Account, RecoveryCode
from association.kernel import clock
from association.kernel.db import lock, session

STEP = 30
CODES = 10


def new_secret() -> str:
    return pyotp.random_base32()


def address(account: Account, secret: str, issuer: str) -> str:
    """otpauth:// for the app."""
    return pyotp.TOTP(secret).provisioning_uri(name=account.email, issuer_name=issuer)


def picture(address: str) -> str:
    """The address as a QR code, as a data: URI (the strict policy allows images so)."""
    return str(
        segno.make(address, error="m").svg_data_uri(scale=4, border=2, dark="#1C1B1A", light="#FFFFFF")
    )


def step_of(secret: str, code: str) -> int | None:
    """The time step whose code this is (now, or one step either side), or None."""
    digits = "".join(code.split())
    if not (digits.isascii() and digits.isdecimal() and len(digits) == 6):
        return None
    now = int(clock.now().timestamp()) // STEP
    totp = pyotp.TOTP(secret)
    for step in (now, now - 1, now + 1):
        if secrets.compare_digest(totp.generate_otp(step), digits):
            return step
    return None


def takes(account: Account, code: str) -> bool:
    """Whether the code is right and was not taken before; a taken code is remembered. Recovery codes are used up."""
    lock(account)
    if account.totp_secret is None:
        return False
    step = step_of(account.totp_secret, code)
    if step is not None:
        if step <= account.totp_last_step:
            return False
        account.totp_last_step = step
        return True
    return _takes_recovery(account, code)


def _takes_recovery(account: Account, code: str) -> bool:
    row = session.scalars(
        select(RecoveryCode).where(
            RecoveryCode.account_id == account.id,
            RecoveryCode.code_hash == _hash(code),
            RecoveryCode.used_at.is_(None),
        )
    ).first()
    if row is None:
        return False
    row.used_at = clock.now()
    return True


def new_recovery_codes(account: Account) -> list[str]:
    """Ten codes, shown this once; earlier ones stop working."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account.id))
    codes = [f"{secrets.token_hex(3)}-{secrets.token_hex(3)}" for _ in range(CODES)]
    session.add_all(RecoveryCode(account_id=account.id, code_hash=_hash(code)) for code in codes)
    return codes


def codes_left(account: Account) -> int:
    return len(
        session.scalars(
            select(RecoveryCode.id).where(
                RecoveryCode.account_id == account.id, RecoveryCode.used_at.is_(None)
            )
        ).all()
    )


def _hash(code: str) -> str:
    # 48 random bits, tried at most a few times before the lock: a fast hash is enough.
    return hashlib.sha256("".join(code.lower().split()).encode()).hexdigest()

"""Accounts, what they prove themselves with, their sessions and roles."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Word
from association.kernel.personal import Encrypted
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.people.models import Person


class Role(State):
    """What somebody is to the association itself. Being an officer of an organisation is a relation, not a role."""

    EDITOR = "editor", _l("编辑（起草、初审）")
    REVIEWER = "reviewer", _l("复审")
    ISSUER = "issuer", _l("签发（终审）")
    LEGAL = "legal", _l("法务与个人信息复核")
    INTAKE = "intake", _l("投诉受理")
    INVESTIGATOR = "investigator", _l("案件调查")
    PANEL = "panel", _l("案件审议")
    APPEALS = "appeals", _l("申诉复核")
    REGISTRAR = "registrar", _l("单位与会员登记")
    EXPERTS = "experts", _l("专家库与评审组秘书")
    COURSES = "courses", _l("培训办")
    AUDITOR = "auditor", _l("监督员")
    ADMIN = "admin", _l("系统管理员")
    EXPERT = "expert", _l("专家")
    TRAINEE = "trainee", _l("学员")


STAFF = frozenset(role for role in Role if role not in (Role.EXPERT, Role.TRAINEE))


class Account(Model):
    """One way in for one person. The address is compared without case; it counts when it is proven."""

    __tablename__ = "account"

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    email: Mapped[Line]
    email_key: Mapped[Line] = mapped_column(unique=True)
    email_proven_at: Mapped[datetime | None]
    password_hash: Mapped[str | None] = mapped_column(String(300))
    language: Mapped[str] = mapped_column(String(8), default="zh")
    totp_secret: Mapped[str | None] = mapped_column(Encrypted)
    totp_confirmed_at: Mapped[datetime | None]
    totp_last_step: Mapped[int] = mapped_column(default=0)
    """The time step of the last code that was taken; the same code never counts twice."""
    is_demo: Mapped[bool] = mapped_column(default=False)
    disabled_at: Mapped[datetime | None]
    disabled_because: Mapped[str | None]
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def has_second_factor(self) -> bool:
        return self.totp_confirmed_at is not None


class PendingAccount(Model):
    """What somebody typed to register, until the link sent to the address is used: only then is there a person and an account.

    Each registration stands for itself. Whoever registers somebody else's address gains nothing, for the password that counts
    is the one that came with the link.
    """

    __tablename__ = "pending_account"

    id: Mapped[Key]
    name: Mapped[Line]
    email: Mapped[Line]
    email_key: Mapped[Line] = mapped_column(index=True)
    password_hash: Mapped[str] = mapped_column(String(300))
    language: Mapped[str] = mapped_column(String(8), default="zh")
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    """Empty until the worker has written the letter."""
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime]


class RecoveryCode(Model):
    """One of ten codes for the day the phone is gone; kept hashed, used once."""

    __tablename__ = "recovery_code"

    id: Mapped[Key]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    used_at: Mapped[datetime | None]


class SignInSession(Model):
    """One browser that is signed in. Its cookie holds a token whose hash is kept here; ending the row signs it out."""

    __tablename__ = "sign_in_session"

    id: Mapped[Key]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    browser: Mapped[Line] = mapped_column(default="")
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    last_deed_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    account: Mapped[Account] = relationship(lazy="joined", innerjoin=True)


class SignInAttempt(Model):
    """A try to enter (password, second factor, a letter asked for), counted under keyed hashes: neither addresses of people nor of
    machines are kept."""

    __tablename__ = "sign_in_attempt"

    id: Mapped[Key]
    account_key: Mapped[str] = mapped_column(String(64))
    machine_key: Mapped[str] = mapped_column(String(64))
    failed: Mapped[bool]
    at: Mapped[datetime] = mapped_column(default=clock.now)

    __table_args__ = (
        Index("ix_sign_in_attempt_account", "account_key", "at"),
        Index("ix_sign_in_attempt_machine", "machine_key", "at"),
    )


class MailToken(Model):
    """A link in a letter: what it is for, for whom, until when; it works once."""

    __tablename__ = "mail_token"

    id: Mapped[Key]
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    purpose: Mapped[Word]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    payload: Mapped[dict[str, Any]] = mapped_column(default=dict)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    account: Mapped[Account] = relationship(lazy="joined", innerjoin=True)


class GrantState(State):
    PROPOSED = "proposed", _l("待第二人确认"), "ochre", "hourglass-split"
    CONFIRMED = "confirmed", _l("已授予"), "jade", "check-circle-fill"
    REFUSED = "refused", _l("未予确认"), "cinnabar", "x-circle"
    WITHDRAWN = "withdrawn", _l("提议已撤回"), "soft", "slash-circle"
    ENDED = "ended", _l("已终止"), "soft", "box-arrow-right"


class RoleGrant(Model):
    """A role of an account from a day to a day, proposed by one administrator and confirmed by another."""

    __tablename__ = "role_grant"

    id: Mapped[Key]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    role: Mapped[Role] = mapped_column(Stored(Role))
    state: Mapped[GrantState] = mapped_column(Stored(GrantState), default=GrantState.PROPOSED)
    starts_on: Mapped[date] = mapped_column(default=clock.today)
    ends_on: Mapped[date | None]
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    account: Mapped[Account] = relationship()

    __table_args__ = (
        Index("ix_role_grant_in_force", "role", "state"),
        CheckConstraint("ends_on is null or starts_on <= ends_on", name="days_in_order"),
    )

"""What the steps of a warning and of its receipts do beyond moving a state."""

import hashlib

from association.kernel import clock, dated, documents, jobs, numbering
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.search import records
from association.kernel.words import _, _l
from association.rules import actions as rules
from association.rules.models import Edition
from bulletins.warnings.models import IN_FORCE, LISTED, Level, RiskWarning, WarningReceipt

documents.issued("warning")

TELL, NEWS = "warnings.tell", "warnings.news"

dated.define(
    "warnings.number", label=_l("预警的编号"), initial="预警〔{year}〕{number}号", basis=dated.OWN,
    help=_l("{year}为年份，{number}为当年的序号。"),
)  # fmt: skip


def words_hash(warning: RiskWarning) -> str:
    """SHA-256 (hex) of what was issued: title, what happens, what to do, days."""
    words = (
        warning.title,
        warning.happens,
        warning.todo,
        warning.act_by,
        warning.valid_from,
        warning.valid_to,
    )
    return hashlib.sha256("\n".join(map(str, words)).encode()).hexdigest()


def public_text(warning: RiskWarning) -> str:
    """What the public log commits to."""
    return f"{warning.number}:{warning.level.value}:{warning.state.value}:{words_hash(warning)}"


def missing(warning: RiskWarning) -> object | None:
    """What must be put right before anybody reviews or issues it."""
    if warning.valid_to < clock.today():
        return _("有效期已过，请先改有效期。")
    if warning.only_named and not warning.named:
        return _("只限点名时，请至少写一家单位。")
    return None


def keep(warning: RiskWarning) -> None:
    """Search, citations and paper follow the state: what is withdrawn is found, cited and printed no longer."""
    key = f"warning:{warning.id}"
    rules.uncite(warning)
    if warning.state not in LISTED or warning.slug is None:
        records.withdraw(key)
        return
    url = f"/warnings/{warning.slug}/"
    records.publish(
        key=key, kind="warning", title=warning.title, body=f"{warning.number} {warning.happens}\n{warning.todo}", url=url,
        dated_on=clock.day_of(warning.published_at or clock.now()), facets={"level": warning.level.value, "state": warning.state.value},
    )  # fmt: skip
    for clause in warning.clauses:
        rules.cite(
            session.get_one(Edition, clause["edition"]),
            clause["path"],
            by=warning,
            title=warning.title,
            url=url,
        )
    documents.render_later(
        "print/bulletins/warning.html", subject=warning, kind="warning", title=f"{warning.number} {warning.title}",
        version=f"{warning.level.value}-{warning.state.value}", address=url,
    )  # fmt: skip


def issued(warning: RiskWarning, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Numbered and public. Who must read it is told by the worker: one row, however many there are."""
    if (sentence := missing(warning)) is not None:
        raise Refused(sentence)
    number = numbering.issue("warning", warning, form=str(dated.value("warnings.number")))
    warning.number, warning.slug = number.written, f"{number.year}-{number.number}"
    warning.issued_level = warning.level
    warning.valid_from = max(warning.valid_from or clock.today(), clock.today())
    keep(warning)
    if warning.must_read:
        jobs.later(TELL, key=f"warning:{warning.id}", warning=warning.id)


def _pass_on(warning: RiskWarning, news: str, reason: str) -> None:
    keep(warning)
    jobs.later(NEWS, warning=warning.id, news=news, reason=reason, after=0)


def reduced(warning: RiskWarning, *, actor: Actor, reason: str, level: Level) -> None:  # noqa: ARG001
    """The level goes down or stays; never up: that wants a new warning, reviewed."""
    if level.rank > warning.level.rank:
        raise Refused(_("级别只能降低或不变；升级请另发预警。"), field="level")
    warning.level, warning.reduced_at, warning.reduced_note = level, clock.now(), reason
    _pass_on(warning, "reduced", reason)


def lifted(warning: RiskWarning, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    warning.closed_at, warning.closing_note = clock.now(), reason
    _pass_on(warning, "lifted", reason)


def expired(warning: RiskWarning, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Nobody writes about a day that was known from the first; the page says it."""
    warning.closed_at = clock.now()
    keep(warning)


def not_past_its_day(warning: RiskWarning) -> object | None:
    if clock.today() <= warning.valid_to:
        return _("有效期还没有过。")
    return None


def withdrawn(warning: RiskWarning, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    _pass_on(warning, "withdrawn", reason)


# Receipts


def is_over(receipt: WarningReceipt) -> object | None:
    """Nothing is owed for what has ended."""
    warning = receipt.warning
    is_open = warning.state in IN_FORCE and clock.today() <= warning.valid_to
    return None if is_open else _("这份预警已经结束。")


def confirmed(receipt: WarningReceipt, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    receipt.confirmed_at, receipt.confirmed_by = clock.now(), actor.name


def wants_none(receipt: WarningReceipt) -> object | None:
    if not receipt.warning.wants_statement:
        return _("这份预警不要求报送说明。")
    return is_over(receipt)


def reported(receipt: WarningReceipt, *, actor: Actor, reason: str, statement: str) -> None:  # noqa: ARG001
    receipt.statement, receipt.reported_at = statement, clock.now()


def escalated(receipt: WarningReceipt, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    receipt.escalated_at = clock.now()


def not_late(receipt: WarningReceipt) -> object | None:
    if not receipt.is_late or receipt.escalated_at is not None:
        return _("还没有逾期，或已经提请过。")
    return None

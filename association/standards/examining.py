"""What the steps of a re-examination do."""

from datetime import date

from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _, spoken_in
from association.rules import actions as rules
from association.rules import queries as texts
from association.rules.models import Edition
from association.standards import queries
from association.standards.effects import years_after
from association.standards.models import (
    Examination,
    Finding,
    Project,
    Standard,
)
from association.standards.settings import how_many

ENDS = (Finding.REPEAL, Finding.REPLACED)


def public_text(examination: Examination) -> str:
    finding = examination.finding.value if examination.finding else ""
    return f"{examination.standard.document.slug}:{finding}:{examination.decided_on}:{examination.ends_on}"


def found(
    examination: Examination,
    *,
    actor: Actor,  # noqa: ARG001
    reason: str,  # noqa: ARG001
    finding: Finding,
    because: str,
    ends_on: date | None,
    replaced_by: str,
) -> None:
    """An outcome with its reasons; what ends has a day, what is replaced says by what."""
    if finding in ENDS and ends_on is None:
        raise Refused(_("请填写自哪天起失效。"), field="ends_on")
    if finding in ENDS and ends_on is not None and ends_on < clock.today():
        raise Refused(_("失效的日子不能在今天之前。"), field="ends_on")
    if finding is Finding.REPLACED and not replaced_by:
        raise Refused(_("请写明由哪一项标准代替。"), field="replaced_by")
    examination.finding, examination.because = finding, because
    examination.ends_on = ends_on if finding in ENDS else None
    examination.replaced_by = replaced_by if finding is Finding.REPLACED else ""


def returned(examination: Examination, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    examination.finding = None


def decided(examination: Examination, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The finding takes effect: the next day of examination, a proposal to revise, or the end."""
    standard, today = examination.standard, clock.today()
    examination.decided_on = today
    edition = texts.newest_of(standard.document)
    if examination.finding in ENDS and edition is not None and examination.ends_on is not None:
        standard.ended_on, standard.examine_by = examination.ends_on, None
        standard.replaced_by = examination.replaced_by
        rules.repeal(edition, on=examination.ends_on)
        return
    standard.examine_by = years_after(today, how_many("examine_years"))
    if examination.finding is Finding.REVISE and edition is not None:
        _propose_revision(examination, standard, edition)


def _propose_revision(examination: Examination, standard: Standard, edition: Edition) -> None:
    """Revising is a project like any other; it begins where projects begin, unless one is under way."""
    if queries.open_project(standard) is not None:
        return
    before = queries.of_edition(edition)
    with spoken_in("zh_Hans"):  # the rows' language
        proposer = _("定期复审")
    session.add(
        Project(
            kind=standard.kind, title=standard.document.title, why=examination.because, revises=edition, revises_id=edition.id,
            standard=standard, proposed_by=proposer, scope=before.scope if before else "",
            in_charge=before.in_charge if before else "", english_title=before.english_title if before else "",
        )
    )  # fmt: skip

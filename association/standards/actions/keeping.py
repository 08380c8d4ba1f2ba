"""After publication: re-examination within the set years, and acts on the text."""

from datetime import date, timedelta

from association.kernel import audit, clock
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import SYSTEM, Actor, require
from association.kernel.regular import every
from association.kernel.words import _, spoken_in
from association.rules import queries as texts
from association.rules.models import Edition, EditionState
from association.rules.reading import citation_forms
from association.standards import letters, queries
from association.standards.models import Act, ActKind, ActState, Examination, Finding, Standard
from association.standards.policy import P
from association.standards.settings import how_many
from association.standards.workflow import EXAMINATION


def begin_examination(standard: Standard, *, actor: Actor) -> Examination:
    """Now, whatever the calendar says (a law has changed); the clock begins the others."""
    lock(standard)
    if not actor.is_system:
        require(actor, P.EXAMINE, standard)
    due = check_examinable(standard)
    examination = Examination(
        standard=standard, standard_id=standard.id, opened_on=clock.today(),
        due_on=max(min(due, clock.today() + timedelta(days=how_many("examine_notice"))), clock.today()),
    )  # fmt: skip
    session.add(examination)
    audit.record("begin_examination", examination, actor=actor)
    letters.examination_due(examination)
    return examination


def check_examinable(standard: Standard) -> date:
    """By when it is to be examined; Refused when there is nothing to examine, or it is under way."""
    if standard.ended_on is not None or standard.examine_by is None:
        raise Refused(_("这项标准没有发布，或者已经失效，不用复审。"))
    if queries.open_examination(standard) is not None:
        raise Refused(_("正在复审。"))
    return standard.examine_by


def begin_examinations() -> int:
    """Those whose day comes within the notice; returns how many."""
    until = clock.today() + timedelta(days=how_many("examine_notice"))
    due = queries.to_be_examined(until)
    for standard in due:
        begin_examination(standard, actor=SYSTEM)
    return len(due)


@every(timedelta(hours=6), "standards.examinations")
def _keep_examining() -> int:
    return begin_examinations()


def find(
    examination: Examination,
    *,
    finding: Finding,
    because: str,
    ends_on: date | None,
    replaced_by: str,
    actor: Actor,
) -> None:
    """An outcome, for somebody else to decide."""
    EXAMINATION.take(
        "find", examination, actor=actor, reason=because, finding=finding, because=because, ends_on=ends_on, replaced_by=replaced_by
    )  # fmt: skip


def write_act(
    edition: Edition,
    *,
    kind: ActKind,
    path: str,
    before: str,
    after: str,
    because: str,
    effective_on: date | None,
    actor: Actor,
) -> Act:
    """A draft act on one place of a published text."""
    require(actor, P.WRITE_ACT)
    standard = check_published(edition)
    act = Act(standard=standard, standard_id=standard.id, edition=edition, edition_id=edition.id, kind=kind)
    _set(act, path=path, before=before, after=after, because=because, effective_on=effective_on)
    session.add(act)
    audit.record("write_act", act, actor=actor, kind=kind.value, path=path)
    return act


def check_published(edition: Edition) -> Standard:
    """The standard of a published edition of ours; Refused for anything else."""
    standard = queries.of_document(edition.document_id)
    if standard is None or edition.state is not EditionState.PUBLISHED or not edition.keeper:
        raise Refused(_("只能对本会发布的标准出修改单。"))
    return standard


def check_draft(act: Act) -> None:
    if act.state is not ActState.DRAFT:
        raise Refused(_("审核以后不能再改，须先退回。"))


def change_act(
    act: Act,
    *,
    kind: ActKind,
    path: str,
    before: str,
    after: str,
    because: str,
    effective_on: date | None,
    actor: Actor,
) -> None:
    """While it is a draft."""
    lock(act)
    require(actor, P.WRITE_ACT)
    check_draft(act)
    act.kind = kind
    _set(act, path=path, before=before, after=after, because=because, effective_on=effective_on)
    audit.record("write_act", act, actor=actor, kind=kind.value, path=path)


def _set(act: Act, *, path: str, before: str, after: str, because: str, effective_on: date | None) -> None:
    """The words to be replaced must stand at that place, so that nobody corrects what is not there."""
    chain = texts.chain_to(act.edition, path)
    if not chain:
        raise Refused(_("这一版没有这一条：%(path)s。", path=path), field="path")
    if before not in chain[-1].mark + chain[-1].whole_text():
        raise Refused(_("这一条里没有这些文字，请照原文填写。"), field="before")
    if effective_on is not None and effective_on < clock.today():
        raise Refused(_("施行的日子不能在今天之前。"), field="effective_on")
    with spoken_in("zh_Hans"):
        act.place = citation_forms.words_of(citation_forms.steps_along(chain))
    act.path, act.before, act.after, act.because, act.effective_on = (
        path,
        before,
        after,
        because,
        effective_on,
    )

"""What the steps of a project do beyond moving its state."""

from datetime import date, datetime

from association import drafting
from association.consultations import actions as consultations
from association.consultations import queries as consulted
from association.kernel import clock, dated, numbering, working_days
from association.kernel.audit import kind_of
from association.kernel.day_words import day_words
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import SYSTEM, Actor
from association.kernel.search import records
from association.kernel.words import _, spoken_in
from association.organisations.models import Kind
from association.panels import actions as panels
from association.rules import actions as rules
from association.rules import packing
from association.rules import queries as texts
from association.rules.models import Document, DocumentKind
from association.rules.reading.render import as_markdown
from association.rules.reading.tree import ReadDocument
from association.standards import gates, queries
from association.standards.models import Project, ProjectState, Review, Standard, StandardKind
from association.standards.models.review import MATTER
from association.standards.settings import how_many


def public_text(project: Project) -> str:
    """What the public log commits to: which project, in which state, under which number, with which text."""
    words = project.edition.text_hash if project.edition is not None else ""
    return f"{project.project_number}:{project.title}:{project.state.value}:{project.number}:{words}"


def read_draft(project: Project) -> ReadDocument:
    """The text as it stands."""
    draft = drafting.latest(project)
    if draft is None:
        raise Refused(_("还没有正文。"))
    return drafting.read(draft.text, title=project.title)


def keep_in_search(project: Project) -> None:
    """Keep the project's place in search true: on the plan it is found, its standard takes over when it is published."""
    key = f"standard_project:{project.id}"
    if project.accepted_on is None or project.state is ProjectState.PUBLISHED:
        records.withdraw(key)
        return
    records.publish(
        key=key, kind="project", title=project.title, body=f"{project.project_number} {project.why}",
        url=f"/standards/projects/{project.id}/", dated_on=project.accepted_on, facets={"state": project.state.value},
    )  # fmt: skip


def accepted(project: Project, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """On the plan: it has a number, its standard and, for a revision, the text it begins from."""
    project.accepted_on = clock.today()
    project.project_number = numbering.issue(
        "standard_project", project, form=str(dated.value("standards.project_number"))
    ).written
    if project.revises is not None:
        project.standard = queries.of_document(project.revises.document_id)
        drafting.save(project, as_markdown(texts.read_of(project.revises)), base=0, actor=SYSTEM)
    else:
        document = rules.found(
            project.title,
            slug=_slug(project),
            kind=DocumentKind.STANDARD,
            issuer=str(dated.value("site.name")),
        )
        project.standard = Standard(kind=project.kind, document=document, document_id=document.id)
        session.add(project.standard)
    keep_in_search(project)


def _slug(project: Project) -> str:
    """From the English title where there is one, else from the reading of the title."""
    return rules.slug_for(project.english_title or project.title)


def refused(project: Project, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    project.ended_on, project.ended_because = clock.today(), reason


def ended(project: Project, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Stopped at some gate; an open consultation and an open ballot end with it."""
    project.ended_on, project.ended_because = clock.today(), reason
    panels.end(project, reason=reason)
    keep_in_search(project)
    for consultation in consulted.of(project):
        if not consultation.is_over:
            consultations.end(consultation, reason=reason)


def laid_out(
    project: Project,
    *,
    actor: Actor,
    reason: str,  # noqa: ARG001
    title: str,
    closes_on: date,
    note: str,
    opens_on: date | None = None,
) -> None:
    """The text as it stands becomes a draft edition, and everybody may comment on it."""
    document = _document(project)
    edition = rules.set_down(read_draft(project), document=document, keeper=kind_of(project), actor=actor)
    project.laid_out_id = edition.id
    consultations.open(
        project, edition=edition, title=title, closes_on=closes_on, note=note, actor=actor, opens_on=opens_on
    )


def _document(project: Project) -> Document:
    if project.standard is None:
        raise LookupError(project.id)
    return project.standard.document


def sent(project: Project, *, actor: Actor, reason: str, votes_due_on: date) -> None:  # noqa: ARG001
    """A round of review opens; papers reach the experts today, so the day of voting is far enough."""
    days = how_many("papers_days")
    earliest = working_days.add(clock.today(), days).on
    if votes_due_on < earliest:
        raise Refused(
            _("材料须提前%(n)d个工作日送达，投票截止日最早为%(day)s。", n=days, day=day_words(earliest)), field="votes_due_on"
        )  # fmt: skip
    draft = drafting.latest(project)
    assert draft is not None  # noqa: S101 - the gate has asked for it
    draft.is_kept = True  # what was sent stays, whatever is written afterwards
    before = queries.review_of(project)
    panel = panels.begin(project, matter=MATTER, least=1, due_on=votes_due_on, actor=actor)
    review = Review(
        project_id=project.id, number=before.number + 1 if before else 1, draft_number=draft.number, panel=panel, panel_id=panel.id,
        text_hash=packing.hash_of(read_draft(project)), papers_sent_on=clock.today(),
    )  # fmt: skip
    session.add(review)


def before_answers(project: Project) -> object | None:
    """A text is not drawn back while somebody waits for an answer."""
    for consultation in consulted.of(project):
        if not consultation.is_over:
            return _("征求意见还没有公布答复，请先答复完毕。")
    return None


def failed(project: Project, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    project.failures += 1


def last_review_failed(project: Project) -> object | None:
    """The sentence unless the last round is closed and did not pass, and another try is left."""
    if not _closed(project, passed=False):
        return gates.first(project) or _("审查没有得出“不通过”的结论。")
    if project.failures + 1 >= how_many("tries"):
        return _("已经%(n)d次不通过，只能终止项目。", n=project.failures + 1)
    return None


def last_review_passed(project: Project) -> object | None:
    """The sentence unless the last round is closed and passed."""
    if _closed(project, passed=True):
        return None
    return gates.first(project) or _("审查没有得出“通过”的结论。")


def _closed(project: Project, *, passed: bool) -> bool:
    review = queries.review_of(project)
    return review is not None and review.passed is passed


def approved(
    project: Project,
    *,
    actor: Actor,
    reason: str,  # noqa: ARG001
    approved_by: str,
    approved_on: date,
    effective_on: date,
    binds: list[Kind],
    note: str,
    publish_at: datetime | None = None,
) -> None:
    """The body's decision: the text is fixed, has its number and its days."""
    if approved_by not in dated.value("standards.bodies"):
        raise Refused(_("请选择批准机构。"), field="approved_by")
    if approved_on > clock.today():
        raise Refused(_("批准日期不能在今天之后。"), field="approved_on")
    if effective_on < clock.today():
        raise Refused(_("实施日期不能在今天之前：标准先发布，后实施。"), field="effective_on")
    project.approved_by, project.approved_on, project.effective_on = approved_by, approved_on, effective_on
    project.binds, project.note, project.publish_at = [kind.value for kind in binds], note, publish_at
    if not project.number:
        project.number = _number(project)
    edition = rules.approve(
        read_draft(project), document=_document(project), number=project.number, approved_on=approved_on,
        effective_on=effective_on, keeper=kind_of(project), actor=actor,
    )  # fmt: skip
    project.edition, project.edition_id = edition, edition.id


def _number(project: Project) -> str:
    """`T/DEMO 001—2026`: the standard keeps its serial through its editions; 自律规则 have none."""
    standard = project.standard
    if standard is None or project.kind is not StandardKind.GROUP:
        return ""
    if standard.serial is None:
        # One row of serials, not one per year: a standard keeps its own.
        standard.serial = numbering.issue("standard", standard, year=0).number
    code, width = str(dated.value("site.society_code")), how_many("number_width")
    dash = str(dated.value("standards.number_dash"))
    prefix = code if code.startswith("T/") else f"T/{code}"
    return f"{prefix} {standard.serial:0{width}d}{dash}{clock.today().year}"


def approval_taken_back(project: Project, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The text may be edited again; the number stays for the next approval."""
    if project.edition is not None:
        rules.take_back(project.edition, actor=actor)
    project.edition = project.edition_id = None
    project.publish_at = None


def issued(project: Project, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Public: in force from its day, and looked at again within the set years."""
    edition, standard = project.edition, project.standard
    if edition is None or standard is None:
        raise LookupError(project.id)
    if (sentence := next((m.what for m in gates.before_issue(project)), None)) is not None:
        raise Refused(sentence)
    with spoken_in("zh_Hans"):
        source = _("%(body)s%(day)s批准", body=project.approved_by, day=f"{project.approved_on:%Y-%m-%d}")
    rules.issue(edition, source=source, checked_by=actor.name, binds=project.binds, note=project.note)
    standard.examine_by = years_after(clock.today(), how_many("examine_years"))
    standard.ended_on, standard.replaced_by = None, ""
    project.ended_on = clock.today()
    keep_in_search(project)


def years_after(day: date, years: int) -> date:
    """The same day some years on; of 29 February, the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def withdrawn(project: Project, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    if project.edition is not None:
        rules.withdraw(project.edition, because=reason)
    keep_in_search(project)

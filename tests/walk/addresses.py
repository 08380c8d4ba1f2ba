"""Every address of the site that can be read, its blanks filled with things of the demo."""

from dataclasses import dataclass
from typing import Any

from flask import Flask
from sqlalchemy import select
from werkzeug.routing import Rule

from association.accounts import queries as accounts
from association.accounts.models import RoleGrant
from association.consultations.models import Comment, CommentState, Consultation
from association.experts.models import Expert, ExpertCall, ExpertState, Objection
from association.following.models import Follow
from association.fulfilment.models import Statement, StatementState
from association.guidance.models import PublicAnswer, PublicState, Question, QuestionState
from association.inquiries.models import Inquiry, InquiryState, Measure, Rung
from association.kernel.attachments.models import Attachment
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.letters import Letter
from association.kernel.workflow import workflows
from association.membership.models import Membership
from association.organisations import queries as organisations
from association.organisations.models import Organisation, OrganisationChange
from association.permits.models import Permit
from association.pledges.models import PledgeVersion, Signature, SignatureState, VersionState
from association.remedies.models import GuidanceNote, Interview, NoteState
from association.rules import queries as rules
from association.rules.models import Document, Edition, EditionState, Mapping
from association.standards.models import Act, Examination, Project, ProjectState, Review, Standard
from association.ties.models import Lift, Tie, TieKind, TieState
from bulletins.appeals.models import Initiator, InitiatorState, Joining
from bulletins.notices.models import Correction, Notice, NoticeCitation, NoticeState
from bulletins.warnings.models import RiskWarning, WarningReceipt, WarningState
from demo.cast import FIRMS, NEWCOMER, code
from tests.walk import api, figures, pledging, publiclog, rooms, selfcheck
from tests.walk.kinds import BLANKS, ID_OF, ON_PLEDGES, OTHER_BLANKS, SLUG_OF

AURORA, BOREALIS, SONGYAN, YUANSHAN = (
    code(next(f.serial for f in FIRMS if f.word == w)) for w in ("aurora", "borealis", "songyan", "yuanshan")
)
LIBRARIES = ("static", "bootstrap.static")
# Liveness is nobody's page, and its answer depends on the machine.
NOT_WALKED = {"health.readyz"}


@dataclass(frozen=True, slots=True)
class Address:
    """`words` is the address with its blanks in words, as the matrix shows it; `path` as a browser asks for it."""

    words: str
    path: str
    endpoint: str


def _organisation(uscc: str) -> Organisation:
    found = organisations.living(uscc)
    if found is None:
        raise LookupError(uscc)
    return found


def _first(model: type[Any], **facts: object) -> Any:
    return session.scalars(select(model).filter_by(**facts).order_by(model.id)).first()


def _subjects() -> dict[str, dict[str, object]]:
    """What each kind of blank is filled with: words → value."""
    aurora, newcomer = _organisation(AURORA), _organisation(code(NEWCOMER.serial))
    aurora_officers = [o for o in organisations.officers_of(aurora) if o.person_id]
    newcomer_officers = [o for o in organisations.officers_of(newcomer) if o.person_id]
    editor, signer = accounts.by_email("editor@demo.example"), accounts.by_email("signer@aurora.example")
    if editor is None or signer is None:
        raise LookupError("the demo's people")
    memberships = {
        words: _first(Membership, organisation_id=_organisation(uscc).id)
        for words, uscc in (("member aurora", AURORA), ("applicant songyan", SONGYAN))
    }
    consultation = _first(Consultation)
    draft = _first(Edition, state=EditionState.DRAFT)
    rule = session.get_one(Document, _first(Mapping).new_edition.document_id)
    first, second, *_more = rules.editions_of(rule.id)
    projects = {
        words: _first(Project, state=state)
        for words, state in (
            ("published project", ProjectState.PUBLISHED), ("project laid out", ProjectState.CONSULTING),
            ("project in the ballot", ProjectState.BALLOT), ("proposal", ProjectState.PROPOSED),
        )
    }  # fmt: skip
    notices = {
        state: _first(Notice, state=state)
        for state in (NoticeState.PUBLISHED, NoticeState.WITHDRAWN, NoticeState.SECOND)
    }
    ballot = _first(Review, project_id=projects["project in the ballot"].id)
    return {
        "standard_project": {words: project.id for words, project in projects.items()},
        "warning": {
            words: _first(RiskWarning, state=state).id
            for words, state in (
                ("warning in force", WarningState.PUBLISHED),
                ("warning in review", WarningState.SECOND),
            )
        },
        "guidance_question": {
            words: _first(Question, state=state).id
            for words, state in (
                ("answered question", QuestionState.ANSWERED),
                ("open question", QuestionState.ASKED),
                ("question asked back", QuestionState.ASKED_BACK),
            )
        },
        "guidance_note": {
            words: _first(GuidanceNote, state=state).id
            for words, state in (
                ("note at the agency", NoteState.RECEIVED),
                ("note to be received", NoteState.ISSUED),
                ("closed note", NoteState.CLOSED),
            )
        },
        "interview": {"an interview": _first(Interview).id},
        "public_answer": {"public answer": _first(PublicAnswer, state=PublicState.PUBLISHED).id},
        "guidance_slug": {"public answer": _first(PublicAnswer, state=PublicState.PUBLISHED).slug},
        "warning_slug": {"a warning": _first(RiskWarning, state=WarningState.PUBLISHED).slug},
        "warning_receipt": {"aurora's warning": _first(WarningReceipt, organisation_id=aurora.id).id},
        "standard_review": {"open ballot": ballot.id},
        "standard_reviewer": {"expert1's vote": ballot.reviewers[0].id},
        "standard": {"a standard": _first(Standard).id},
        "standard_examination": {"an examination": _first(Examination).id},
        "standard_act": {"an erratum": _first(Act).id},
        "notice": {f"{state.value} notice": notice.id for state, notice in notices.items()},
        "notice_slug": {
            f"{state.value} notice": notice.slug for state, notice in notices.items() if notice.slug
        },
        "notice_citation": {"a citation": _first(NoticeCitation).id},
        "notice_correction": {"a correction": _first(Correction).id},
        "appeal_initiator": {"aurora is asked": _first(Initiator, state=InitiatorState.ASKED).id},
        "appeal_joining": {"a studio has joined": _first(Joining).id},
        "appeal_slug": {"an appeal": _first(Joining).appeal.notice.slug},
        "appeal_notice": {
            "an appeal being written": _first(Initiator, state=InitiatorState.ASKED).appeal.notice_id
        },
        "pledge_version": {
            "pledge in force": _first(PledgeVersion, state=VersionState.PUBLISHED).id,
            "pledge asked about": _first(PledgeVersion, state=VersionState.CONSULTING).id,
        },
        "pledge_slug": {"a pledge": _first(PledgeVersion, state=VersionState.PUBLISHED).pledge.document.slug},
        "pledge_edition": {"its version": _first(PledgeVersion, state=VersionState.PUBLISHED).edition.slug},
        "pledge_signature": {
            "aurora's signature": _first(Signature, organisation_id=aurora.id).id,
            "songyan's, prepared": _first(Signature, state=SignatureState.PREPARED).id,
        },
        "expert": {
            "expert1": _first(Expert).id,
            "a candidate": _first(Expert, state=ExpertState.ON_NOTICE).id,
        },
        "expert_number": {"expert1": _first(Expert).number},
        "expert_objection": {"an objection": _first(Objection).id},
        "expert_call": {"a call": _first(ExpertCall).id},
        "tie": {
            "expert2 works for aurora": _first(Tie, kind=TieKind.EMPLOYER).id,
            "who is meant is open": _first(Tie, state=TieState.DECLARED).id,
        },
        "tie_lift": {"a lifted wall": _first(Lift).id},
        "pledge_inquiry": {
            "aurora's inquiry": _first(Inquiry, organisation_id=aurora.id).id,
            "an inquiry not answered yet": _first(Inquiry, state=InquiryState.ASKED).id,
        },
        "pledge_measure": {
            f"a {rung.value}": _first(Measure, rung=rung).id for rung in (Rung.WARNING, Rung.PUBLICITY)
        },
        "pledge_statement": {
            "aurora's statement": _first(Statement, organisation_id=aurora.id).id,
            "an open statement": _first(Statement, state=StatementState.GIVEN, is_open=True).id,
        },
        **selfcheck.subjects(_first, _organisation(BOREALIS), aurora),
        "follow": {
            "aurora follows": _first(Follow, key="kind:warning").id,
            "a signer follows": _first(Follow, key="topic:推广与投流").id,
        },
        **pledging.subjects(_first, aurora),
        **rooms.subjects(_first),
        **figures.subjects(_first),
        **api.subjects(),
        **publiclog.subjects(),
        "organisation": {"aurora": aurora.id, "newcomer": newcomer.id},
        "uscc": {"aurora": aurora.uscc, "newcomer": newcomer.uscc},
        "officer": {
            "officer of aurora": aurora_officers[0].id,
            "officer of newcomer": newcomer_officers[0].id,
        },
        "organisation_change": {"change of aurora": _first(OrganisationChange, organisation_id=aurora.id).id},
        "membership": {words: stay.id for words, stay in memberships.items()},
        "permit": {
            "permit of aurora": _first(Permit, organisation_id=aurora.id).id,
            "permit of yuanshan": _first(Permit, organisation_id=_organisation(YUANSHAN).id).id,
        },
        "role_grant": {"role of editor": _first(RoleGrant, account_id=editor.id).id},
        "account": {"editor": editor.id},
        "letter": {"letter to aurora's signer": _first(Letter, account_id=signer.id).id},
        "entry": {"first entry": _first(AuditEntry).id},
        "document": {"the rule": rule.slug},
        "edition": {"first edition": first.id, "a draft": draft.id},
        "edition_slug": {"first edition": first.slug, "second edition": second.slug},
        "clause_mapping": {"a line": _first(Mapping, new_edition_id=second.id).id},
        "consultation": {"a consultation": consultation.id},
        "consultation_slug": {"a consultation": consultation.slug},
        "consultation_comment": {
            f"{said.state.value} comment": said.id
            for said in (_first(Comment, state=state) for state in (CommentState.SHOWN, CommentState.WAITING))
        },
        "consultation_change": {"no change": 1},
        "attachment": {
            f"paper of {words}": _first(Attachment, subject_kind="officer", subject_id=officer.id)
            for words, officers in (("aurora", aurora_officers), ("newcomer", newcomer_officers))
            for officer in officers
            if _first(Attachment, subject_kind="officer", subject_id=officer.id)
        },
    }


def _fillings(rule: Rule, subjects: dict[str, dict[str, object]]) -> list[tuple[str, dict[str, object]]]:
    """All ways to fill this rule's blanks: (words of the address, values)."""
    ways: list[tuple[str, dict[str, object]]] = [(rule.rule, {})]
    for blank in sorted(rule.arguments):
        filled = _choices(rule.endpoint, blank, subjects)
        ways = [
            (_put(words, blank, name), values | {blank: value})
            for words, values in ways
            for name, value in filled.items()
        ]
    if rule.endpoint == "attachments.show":
        return [
            (w.replace("<theme>", "<its name>"), {"id": v["id"].id, "name": v["id"].name}) for w, v in ways
        ]  # type: ignore[attr-defined]
    return ways


def _put(words: str, blank: str, name: str) -> str:
    for written in (f"<int:{blank}>", f"<path:{blank}>", f"<{blank}>"):
        words = words.replace(written, f"<{name}>")
    return words


def _choices(endpoint: str, blank: str, subjects: dict[str, dict[str, object]]) -> dict[str, object]:
    if known := BLANKS.get((endpoint, blank)):
        return subjects[known]
    blueprint, _, view = endpoint.partition(".")
    life = view.removeprefix("step_") if view.startswith("step_") else None
    if blank == "deed" and life:
        return {deed: deed for deed in workflows()[life].by_deed}
    if blank == "slug" and blueprint in SLUG_OF:
        return subjects[SLUG_OF[blueprint]]
    if blank == "finding_id":
        return subjects["commentary_finding"]
    if blueprint in ("amendments", "rosters") and blank == "number":
        return subjects[pledging.number_of(blueprint, view)]
    if blueprint in ON_PLEDGES and blank in ("slug", "edition", "old", "new"):
        return subjects["pledge_slug" if blank == "slug" else "pledge_edition"]
    if blank == "slug" and blueprint in ("commendations", "own_commendations"):
        return subjects["commendation_slug"]
    if blank == "slug" and blueprint in ("appeals", "own_appeals"):
        return subjects["appeal_slug"]
    if blank == "slug":
        return subjects["document"]
    if blank == "number" and blueprint == "experts":
        return subjects["expert_number"]
    if blank in ("old", "new"):
        first, second = subjects["edition_slug"].items()
        return dict([first if blank == "old" else second])
    if blank == "edition":
        return subjects["edition_slug"]
    if blank == "number":
        return subjects["agency_number"]
    if blank == "uscc":
        return subjects["uscc"]
    if blank == "id":
        return subjects[life or ID_OF.get(endpoint) or ID_OF[blueprint]]
    return OTHER_BLANKS[blank]


def addresses(app: Flask) -> list[Address]:
    """In the order of their words."""
    subjects = _subjects()
    found = []
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            if "GET" not in (rule.methods or ()) or rule.endpoint in (*LIBRARIES, *NOT_WALKED):
                continue
            found += [
                Address(words, app.url_map.bind("x").build(rule.endpoint, values), rule.endpoint)
                for words, values in _fillings(rule, subjects)
            ]
    return sorted(found, key=lambda a: a.words)

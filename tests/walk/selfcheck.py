"""What fills the blanks of self-checks' addresses."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from association.kernel.attachments.models import Attachment
from association.kernel.db import session
from association.organisations.models import Organisation
from association.selfcheck.models import (
    Part,
    QuestionnaireVersion,
    Round,
    RoundState,
    SelfCheck,
    VersionState,
)

ID_OF = {
    "selfcheck_desk": "questionnaire_version", "selfcheck_desk.change_question": "questionnaire_question",
    "selfcheck_desk.remove_question": "questionnaire_question", "selfcheck_desk.move_question": "questionnaire_question",
    "selfcheck_rounds": "self_check_round", "own_selfcheck": "self_check", "own_selfcheck.start": "organisation",
    "own_selfcheck.part": "self_check_part", "own_selfcheck.plan": "self_check_answer", "own_selfcheck.remove_evidence": "self_check_answer",
}  # fmt: skip
BLANKS = {
    ("selfcheck.show", "slug"): "questionnaire_slug", ("selfcheck.version", "slug"): "questionnaire_slug",
    ("selfcheck.version", "number"): "questionnaire_number", ("selfcheck.round_", "slug"): "self_check_round_slug",
    ("own_selfcheck.start", "slug"): "questionnaire_slug", ("own_selfcheck.question", "question"): "questionnaire_question",
    ("own_selfcheck.remove_evidence", "file"): "self_check_file", ("selfcheck_desk.move_question", "way"): "questionnaire_way",
}  # fmt: skip


def subjects(
    first: Callable[..., Any], borealis: Organisation, aurora: Organisation
) -> dict[str, dict[str, object]]:
    shared = select(SelfCheck).where(SelfCheck.organisation_id == aurora.id, SelfCheck.shared_at.is_not(None))
    private = first(SelfCheck, organisation_id=borealis.id)
    return {
        "questionnaire_version": {
            f"{state.value} questionnaire": first(QuestionnaireVersion, state=state).id
            for state in (VersionState.PUBLISHED, VersionState.PROPOSED)
        },
        "questionnaire_slug": {"a questionnaire": "mcn"},
        "questionnaire_number": {"1": 1},
        "questionnaire_way": {"up": "up"},
        "questionnaire_question": {"a question": private.questions[0].id},
        "self_check": {
            "borealis's self-check": private.id,
            "aurora's, shared": session.scalars(shared.order_by(SelfCheck.id)).one().id,
        },
        "self_check_round": {
            f"{state.value} round": first(Round, state=state).id
            for state in (RoundState.OPEN, RoundState.PUBLISHED)
        },
        "self_check_round_slug": {"a round": first(Round, state=RoundState.PUBLISHED).slug},
        "self_check_part": {"aurora's part": first(Part, organisation_id=aurora.id).id},
        "self_check_answer": {"borealis's gap": next(a for a in private.answers if a.is_gap).id},
        "self_check_file": {"its file": first(Attachment, subject_kind="self_check_answer").id},
    }

"""The first version of each questionnaire that comes with the platform."""

from association.kernel import audit
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.selfcheck import offered, queries
from association.selfcheck.effects import versions
from association.selfcheck.models import CheckQuestion, Questionnaire, QuestionnaireVersion, VersionState


def plant() -> int:
    """Make what was offered and has never been here; returns how many. Staff go on from it: it is never written over."""
    laid_ready = offered.all_offered()
    known = queries.questionnaires.known_slugs(o.slug for o in laid_ready)
    new = [o for o in laid_ready if o.slug not in known]
    for one in new:
        _plant(one)
    return len(new)


def _plant(one: offered.Offered) -> None:
    questionnaire = Questionnaire(slug=one.slug, title=one.title, kind=one.kind)
    version = QuestionnaireVersion(
        questionnaire=questionnaire, number=1, note=one.note, state=VersionState.PUBLISHED
    )
    version.questions = [CheckQuestion(position=n, **columns) for n, columns in enumerate(one.questions, 1)]
    session.add(version)
    session.flush()
    versions.published(version, actor=SYSTEM, reason="")
    entry = audit.record("plant", version, actor=SYSTEM, to_state=version.state.value)
    audit.publish_entry("publish", version, content=versions.public_text(version), entry=entry)

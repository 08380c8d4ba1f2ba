"""What the steps of a questionnaire's version do."""

import hashlib

from association.kernel import audit, clock
from association.kernel.policy import SYSTEM, Actor
from association.kernel.search import records
from association.kernel.words import _
from association.rules import actions as rules
from association.selfcheck import queries
from association.selfcheck.models import QuestionnaireVersion, VersionState


def address(version: QuestionnaireVersion) -> str:
    return f"/selfcheck/{version.questionnaire.slug}/"


def public_text(version: QuestionnaireVersion) -> str:
    """What the public log commits to: the questions with what they rest on."""
    asked = "\n".join(f"{q.key}\t{q.words}\t{q.cited}" for q in version.questions)
    return f"{version.questionnaire.slug}:{version.number}:{version.state.value}:{hashlib.sha256(asked.encode()).hexdigest()}"


def missing(version: QuestionnaireVersion) -> object | None:
    """What must be put right before anybody reviews or publishes it."""
    return None if version.questions else _("还没有一道题，请先写题。")


def published(version: QuestionnaireVersion, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """From now on this version is asked; the one before it ends. Whoever is answering that one goes on answering it."""
    earlier = queries.questionnaires.version_in_use(version.questionnaire_id)
    if earlier is not None and earlier.id != version.id:
        earlier.state, earlier.ended_at = VersionState.SUPERSEDED, clock.now()
        rules.uncite(earlier)
        audit.record("supersede", earlier, actor=SYSTEM, to_state=earlier.state.value)
    version.published_at = clock.now()
    keep(version)


def keep(version: QuestionnaireVersion) -> None:
    """Search and citations are those of the version in use."""
    records.publish(
        key=f"questionnaire:{version.questionnaire_id}", kind="questionnaire", title=version.title, url=address(version),
        body="\n".join(q.words for q in version.questions), dated_on=clock.day_of(version.published_at or clock.now()),
        facets={"kind": version.questionnaire.kind.value},
    )  # fmt: skip
    found = queries.places(version.questions)
    for question in version.questions:
        place = found.get(question.id)
        if place is not None and place.path:
            url = f"{address(version)}{version.number}/#q-{question.key}"
            rules.cite(place.edition, place.path, by=version, title=version.title, url=url)


def retired(version: QuestionnaireVersion, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Nobody begins it any more; its address stays."""
    version.ended_at, version.ended_because = clock.now(), reason
    rules.uncite(version)
    records.withdraw(f"questionnaire:{version.questionnaire_id}")

"""What a text's own life has to do with its consultation: once the last day is over it goes on to the answers (`hear`), and when the consultation is
taken back it is drafted on (`reopen`). A feature registers its life once: `life.follows(Project, PROJECT, waits_in=(S.CONSULTING,), …)`.
"""

from dataclasses import dataclass
from typing import Any

from association.consultations.events import ConsultationClosed, ConsultationWithdrawn
from association.consultations.models import Consultation
from association.kernel import events
from association.kernel.audit import kind_of
from association.kernel.db import Model, session
from association.kernel.policy import SYSTEM
from association.kernel.state import State
from association.kernel.workflow import Workflow


@dataclass(frozen=True, slots=True, kw_only=True)
class _Life:
    model: type[Model]
    workflow: Workflow
    consulting: State
    answering: State


_lives: dict[str, _Life] = {}


def follows(model: type[Model], workflow: Workflow, *, consulting: State, answering: State) -> None:
    """Register a life with the clock's steps `hear` and `reopen`."""
    _lives[kind_of(model)] = _Life(model=model, workflow=workflow, consulting=consulting, answering=answering)


def _step(consultation: Consultation, deed: str, *states: str) -> None:
    life = _lives.get(consultation.subject_kind)
    subject: Any = session.get(life.model, consultation.subject_id) if life else None
    if life is not None and subject is not None and subject.state in [getattr(life, name) for name in states]:
        life.workflow.take(deed, subject, actor=SYSTEM)


def _on_closed(event: ConsultationClosed) -> None:
    _step(event.consultation, "hear", "consulting")


def _on_withdrawn(event: ConsultationWithdrawn) -> None:
    _step(event.consultation, "reopen", "consulting", "answering")


def listen() -> None:
    events.subscribe(ConsultationClosed, _on_closed)
    events.subscribe(ConsultationWithdrawn, _on_withdrawn)

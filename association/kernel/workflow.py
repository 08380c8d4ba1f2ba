"""A life as a table: every step is a row, and the row is everything.

One engine runs all lives: it checks, moves the state, runs the row's effect, writes the audit line, enters public acts in the
public log and tells listeners. It also draws the buttons and prints docs/workflows.md. A feature adds rows; it never edits the
engine.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from association.kernel import audit, events
from association.kernel.db import Model, lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, Permission, can, require
from association.kernel.state import State
from association.kernel.words import _

Effect = Callable[..., None]
"""`then(subject, actor=…, reason=…, **inputs)`; it may still raise Refused, which undoes the step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One move of a life.

    `deed` is one word for the URL, the audit line and the letter; `apart_from` names earlier deeds on the same subject whose doer
    may not do this one; `reason` is the label of the reason asked for (None: none is asked); `blocked` returns a sentence
    when the step cannot be taken although the state fits.
    """

    deed: str
    label: object
    from_: Sequence[State]
    to: State | None
    needs: Permission
    apart_from: frozenset[str] = frozenset()
    reason: object | None = None
    reason_required: bool = True
    consequence: object = ""
    is_public_act: bool = False
    is_primary: bool = False
    is_dangerous: bool = False
    own_page: bool = False
    """The step has a page of its own (it asks for more than a reason); its button is a link there."""
    by_clock: bool = False
    """Only the worker takes it (expiry, deadlines): never a button."""
    blocked: Callable[[Any], object | None] | None = None
    then: Effect | None = None


@dataclass(frozen=True, slots=True)
class StepTaken:
    """Event: a step was taken, in this transaction."""

    workflow: "Workflow"
    step: Step
    subject: Any
    actor: Actor
    reason: str
    entry: audit.AuditEntry


_workflows: dict[str, "Workflow"] = {}


@dataclass(slots=True, kw_only=True)
class Workflow:
    """The life of one kind of subject (any model with a `state`)."""

    name: str
    title: object
    states: type[State]
    steps: Sequence[Step]
    initial: State
    public_text: Callable[[Any], str] | None = None
    """What the public log commits to when a public act is taken."""
    apart_with: Callable[[Any], Model] | None = None
    """What the subject belongs to: deeds done there keep apart (`apart_from`) as those on the subject do."""
    by_deed: dict[str, Step] = field(init=False)

    def __post_init__(self) -> None:
        self.by_deed = {step.deed: step for step in self.steps}
        if len(self.by_deed) != len(self.steps):
            raise ValueError(f"workflow {self.name}: two steps carry the same deed")
        if any(step.is_public_act for step in self.steps) and self.public_text is None:
            raise ValueError(f"workflow {self.name}: a public act needs public_text")
        _workflows[self.name] = self

    def open_to(self, actor: Actor, subject: Any) -> list[Step]:
        """The steps this actor may take now: the buttons of the page."""
        here = [
            s
            for s in self.steps
            if subject.state in s.from_ and not s.by_clock and can(actor, s.needs, subject)
        ]
        if not here:
            return []
        wary = {deed for s in here for deed in s.apart_from}
        mine = self._deeds_by(actor, subject, wary) if wary else set()
        return [
            s
            for s in here
            if mine.isdisjoint(s.apart_from) and (s.blocked is None or s.blocked(subject) is None)
        ]

    def turns_of(self, actor: Actor, subjects: Sequence[Any]) -> list[Any]:
        """Those whose next (primary) step is this actor's, also while something is still missing for it: what waits at a desk.

        Costs one statement, however many there are.
        """
        primary = [step for step in self.steps if step.is_primary and not step.by_clock]
        wary = {deed for step in primary for deed in step.apart_from}
        mine: dict[int, set[str]] = {}
        if actor.account_id is not None and wary:
            mine = self._deeds_by_subject(actor.account_id, subjects, wary)
        return [
            subject
            for subject in subjects
            if any(
                subject.state in step.from_
                and can(actor, step.needs, subject)
                and mine.get(subject.id, set()).isdisjoint(step.apart_from)
                for step in primary
            )
        ]

    def take(
        self, deed: str, subject: Any, *, actor: Actor, reason: str = "", **inputs: Any
    ) -> audit.AuditEntry:
        """Take a step or raise: Forbidden, or Refused with the sentence; on any raise nothing has happened."""
        step = self.by_deed[deed]
        # Two people may press at once: the second waits here and then sees what the first has done.
        lock(subject)
        self.check(deed, subject, actor=actor)
        reason = reason.strip()
        if step.reason is not None and step.reason_required and not reason:
            raise Refused(_("请写明：%(what)s。", what=str(step.reason)), field="reason")
        before = subject.state
        if step.to is not None:
            subject.state = step.to
        if step.then is not None:
            # The state and the facts that belong to it are written together (constraints tie them).
            with session.no_autoflush:
                step.then(subject, actor=actor, reason=reason, **inputs)
        entry = audit.record(
            deed, subject, actor=actor, reason=reason, from_state=before.value, to_state=subject.state.value
        )
        if step.is_public_act and self.public_text is not None:
            audit.publish_entry(deed, subject, content=self.public_text(subject), entry=entry)
        events.publish(StepTaken(self, step, subject, actor, reason, entry))
        return entry

    def check(self, deed: str, subject: Any, *, actor: Actor) -> None:
        """Whether this actor may take the step now; raises Forbidden or Refused with the sentence that says why not."""
        step = self.by_deed[deed]
        if not (step.by_clock and actor.is_system):
            require(actor, step.needs, subject)
        self._check_state(step, subject)
        if step.blocked is not None and (sentence := step.blocked(subject)):
            raise Refused(sentence)
        if not self._deeds_by(actor, subject, step.apart_from).isdisjoint(step.apart_from):
            raise Refused(_("你办过这件事的前一环节，这一步须由另一人办理。"))

    def _check_state(self, step: Step, subject: Any) -> None:
        if subject.state not in step.from_:
            raise Refused(
                _(
                    "现在的状态是“%(state)s”，不能再办“%(step)s”，可能刚刚有人办过。请看最新的办理记录。",
                    state=str(subject.state.label),
                    step=str(step.label),
                )
            )

    def _deeds_by(self, actor: Actor, subject: Model, deeds: Iterable[str]) -> set[str]:
        if actor.account_id is None or not deeds:
            return set()
        mine = audit.deeds_by(actor.account_id, subject, deeds)
        if self.apart_with is not None:
            mine |= audit.deeds_by(actor.account_id, self.apart_with(subject), deeds)
        return mine

    def _deeds_by_subject(
        self, account_id: int, subjects: Sequence[Any], deeds: Iterable[str]
    ) -> dict[int, set[str]]:
        """The same for many, in a constant number of statements: id → deeds."""
        mine = audit.deeds_by_subject(account_id, subjects, deeds)
        if self.apart_with is not None:
            whole = {subject.id: self.apart_with(subject) for subject in subjects}
            there = audit.deeds_by_subject(account_id, list(whole.values()), deeds)
            for id_, belongs_to in whole.items():
                mine[id_] |= there[belongs_to.id]
        return mine


def workflows() -> Mapping[str, Workflow]:
    """Every life of every imported feature, by name."""
    return dict(sorted(_workflows.items()))


def workflow_of_deed(subject_kind: str, deed: str) -> Step | None:
    """The row behind an audit line, for its word; None for deeds outside any table."""
    workflow = _workflows.get(subject_kind)
    return workflow.by_deed.get(deed) if workflow else None

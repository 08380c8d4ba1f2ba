"""Documentation that cannot go stale: docs/permissions.md and docs/workflows.md are printed from what the
site obeys.

The matrix asks `can`, as every page does, with an actor of each role; what depends on the thing itself is
said by the predicate's own sentence. A test compares the committed files with what is printed.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path

import click
from flask.cli import AppGroup

from association.kernel.policy import (
    VISITOR,
    Actor,
    Permission,
    Predicate,
    all_permissions,
    anyone,
    can,
    signed_in,
)
from association.kernel.settings import ROOT
from association.kernel.state import State
from association.kernel.workflow import Step, Workflow, workflows

PERMISSIONS, WORKFLOWS = ROOT / "docs" / "permissions.md", ROOT / "docs" / "workflows.md"

_SOMEBODY = Actor(account_id=0)

_PERMISSIONS_HEAD = """# Who may do what

Printed by `flask policy print` from the permissions themselves; a test fails when this file is behind. A dot
means that the role may in general; *or* names whom the thing itself lets in (its officers, its readers).
What is granted to nobody is allowed to nobody. Separation of duties within one life is in
[workflows.md](workflows.md).
"""

_WORKFLOWS_HEAD = """# The lives of things

Printed by `flask workflows print` from the tables the engine obeys; a test fails when this file is behind.
*Apart from* names earlier deeds on the same thing whose doer may not do this one. A public act enters the
public log.
"""


def permissions() -> str:
    """docs/permissions.md, whole."""
    granted = list(all_permissions())
    roles = sorted(
        {role for _p, predicates in granted for predicate in predicates for role in _roles(predicate)}
    )
    parts = [_PERMISSIONS_HEAD]
    for feature, group in groupby(granted, key=lambda pair: pair[0].code.split(".")[0]):
        rows = list(group)
        # Only roles that may more here than anybody signed in: sixteen equal columns hide the telling one.
        shown = [role for role in roles if any(_may(role, p) and not can(_SOMEBODY, p) for p, _ in rows)]
        parts += [
            f"## {feature}\n",
            _table(["", "", "visitor", "signed in", *shown, "or"], _matrix(rows, shown)),
        ]
    return "\n".join(parts)


def _matrix(
    rows: Sequence[tuple[Permission, list[Predicate]]], roles: Sequence[str]
) -> Iterable[Sequence[str]]:
    for permission, predicates in rows:
        marks = [
            can(VISITOR, permission),
            can(_SOMEBODY, permission),
            *(_may(r, permission) for r in roles),
        ]
        yield [
            f"`{permission.name}`",
            permission.sentence,
            *("●" if may else "" for may in marks),
            "; ".join(_sentence(p) for p in predicates if not _roles(p) and p not in (anyone, signed_in)),
        ]


def _may(role: str, permission: Permission) -> bool:
    return can(Actor(account_id=0, roles=frozenset({role})), permission)


def _roles(predicate: Predicate) -> Sequence[str]:
    return getattr(predicate, "roles", ())


def _sentence(predicate: Predicate) -> str:
    """The first sentence of what the predicate says of itself; without one nobody could tell whom it lets
    in."""
    said = " ".join((predicate.__doc__ or "").split())
    if not said:
        raise ValueError(f"{predicate.__module__}.{predicate.__qualname__} does not say whom it names")
    return said.split(". ")[0].rstrip(".").lower()[:1] + said.split(". ")[0].rstrip(".")[1:]


def lives() -> str:
    """docs/workflows.md, whole."""
    return "\n".join([_WORKFLOWS_HEAD, *(_life(workflow) for workflow in workflows().values())])


def _life(workflow: Workflow) -> str:
    rows = [
        [
            str(step.label) + f"<br>`{step.deed}`",
            f"{_states(step.from_)} → {step.to.label if step.to else '='}",
            "the worker" if step.by_clock else step.needs.sentence,
            ", ".join(f"`{deed}`" for deed in sorted(step.apart_from)),
            _reason(step),
            "yes" if step.is_public_act else "",
        ]
        for step in workflow.steps
    ]
    head = ["step", "from → to", "who", "apart from", "reason", "public act"]
    return f"## {workflow.title} · `{workflow.name}`\n\n{_diagram(workflow)}\n{_table(head, rows)}"


def _diagram(workflow: Workflow) -> str:
    used = {state for step in workflow.steps for state in (*step.from_, step.to) if state} | {
        workflow.initial
    }
    lines = [f'    state "{state.label}" as {state.value}' for state in workflow.states if state in used]
    lines.append(f"    [*] --> {workflow.initial.value}")
    moves: dict[tuple[str, str], list[str]] = {}
    for step in workflow.steps:
        for state in step.from_:
            moves.setdefault((state.value, (step.to or state).value), []).append(str(step.label))
    lines += [f"    {start} --> {end}: {' / '.join(labels)}" for (start, end), labels in moves.items()]
    return "\n".join(["```mermaid", "stateDiagram-v2", *lines, "```", ""])


def _states(states: Iterable[State]) -> str:
    return "、".join(str(state.label) for state in states)


def _reason(step: Step) -> str:
    if step.reason is None:
        return ""
    return str(step.reason) if step.reason_required else f"{step.reason} (may be left out)"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '／') for cell in line)} |\n" for line in lines)


def _command(name: str, help_: str, path: Path, text: Callable[[], str]) -> AppGroup:
    group = AppGroup(name, help=help_)

    @group.command("print")
    def print_() -> None:
        """Write the file under docs/."""
        path.write_text(text())
        click.echo(path.relative_to(ROOT))

    return group


commands = (
    _command("policy", "Who may do what.", PERMISSIONS, permissions),
    _command("workflows", "The lives of things.", WORKFLOWS, lives),
)

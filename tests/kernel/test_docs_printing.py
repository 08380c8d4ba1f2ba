"""docs/permissions.md and docs/workflows.md say what the site obeys today."""

from association.kernel import docs_printing
from association.kernel.policy import all_permissions
from association.kernel.workflow import workflows


def test_the_committed_matrix_is_what_the_permissions_say(app):
    assert docs_printing.PERMISSIONS.read_text() == docs_printing.permissions(), "run `flask policy print`"


def test_the_committed_lives_are_what_the_tables_say(app):
    assert docs_printing.WORKFLOWS.read_text() == docs_printing.lives(), "run `flask workflows print`"


def test_every_permission_and_every_step_is_in_the_documents(app):
    matrix, lives = docs_printing.permissions(), docs_printing.lives()
    for permission, _predicates in all_permissions():
        assert f"| `{permission.name}` | {permission.sentence} |" in matrix
    for workflow in workflows().values():
        assert f"`{workflow.name}`" in lives
        assert all(f"`{step.deed}`" in lives for step in workflow.steps)


def test_the_auditor_is_granted_nothing_that_changes_something(app):
    rows = [line.split("|") for line in docs_printing.permissions().splitlines() if line.startswith("| `")]
    assert rows
    for feature in docs_printing.permissions().split("## ")[1:]:
        head, *body = [line for line in feature.splitlines() if line.startswith("|")]
        columns = [cell.strip() for cell in head.split("|")]
        if "auditor" in columns:
            place = columns.index("auditor")
            granted = [line.split("|")[2].strip() for line in body[1:] if "●" in line.split("|")[place]]
            assert all(sentence.startswith(("查看", "使用", "在操作记录里查看")) for sentence in granted), (
                granted
            )

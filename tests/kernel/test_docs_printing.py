"""docs/permissions.md and docs/workflows.md say what the site obeys today."""

from association.kernel import docs_printing
from association.kernel.policy import Actor, all_permissions, can
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


def test_the_auditor_may_only_read_more_than_anybody_signed_in(app):
    auditor, somebody = Actor(account_id=1, roles=frozenset({"auditor"})), Actor(account_id=1)
    more = [p.sentence for p, _predicates in all_permissions() if can(auditor, p) and not can(somebody, p)]
    assert more
    of_their_own = [
        "声明自己的利害关系"
    ]  # a tie declared takes reading away from the auditor, and gives nothing
    assert [s for s in more if not s.startswith(("查看", "使用", "在操作记录里查看"))] == of_their_own

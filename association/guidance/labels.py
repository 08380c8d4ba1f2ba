"""What the parts of questions and answers are called."""

from association.guidance.holding import CEASED, WITHDRAWN
from association.kernel.words import _, _l
from association.rules.models import ClauseFate

COLUMNS: dict[str, object] = {
    "number": _l("编号"), "title": _l("咨询的问题"), "topic": _l("主题"), "state": _l("状态"), "basis_on": _l("依据截至"),
    "published_at": _l("公开日期"), "clauses": _l("所依条款"), "version": _l("版次"),
}  # fmt: skip


def change(what: str) -> str:
    """What became of a cited clause, in words."""
    if what == WITHDRAWN:
        return _("文本已撤下")
    if what == CEASED:
        return _("文本已废止")
    return str(ClauseFate(what).label)

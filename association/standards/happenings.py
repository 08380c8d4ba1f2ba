"""What followers hear of standards. A consultation on a draft is told by consultations; a 勘误 is too small to be told."""

from collections.abc import Iterable

from association import following
from association.following.happenings import text_keys
from association.kernel.words import _l, spoken_in
from association.rules.queries import clause_at
from association.standards.acting import titled
from association.standards.models import Act, ActKind, Project, ProjectState
from association.standards.workflow import ACT, EXAMINATION, PROJECT

KIND = "standard"


def _text(project: Project) -> Iterable[str]:
    if project.edition is not None:
        return text_keys(project.edition)
    return [f"document:{project.standard.document_id}"] if project.standard is not None else []


def _address(project: Project) -> str:
    if project.state in (ProjectState.PUBLISHED, ProjectState.WITHDRAWN) and project.edition is not None:
        return f"/standards/{project.edition.document.slug}/"
    return f"/standards/projects/{project.id}/"


def _place(act: Act) -> Iterable[str]:
    yield f"document:{act.edition.document_id}"
    clause = clause_at(act.edition_id, act.path)
    if clause is not None:
        yield f"clause:{clause.provision_id}"


def _called(act: Act) -> str:
    with spoken_in("zh_Hans"):  # the rows' language, as titles of documents are
        return f"《{act.edition.document.title}》{titled(act)}"


def init_app() -> None:
    following.kind(KIND, _l("标准"), "/standards/")
    following.tells(
        PROJECT,
        following.Telling(
            kind=KIND, title_of=lambda p: p.title, url_of=_address, keys_of=_text,
            shown=lambda p: p.state is not ProjectState.SCHEDULED,
            words={
                "accept": _l("立项"), "third_review": _l("发布"), "issue": _l("发布"), "withdraw": _l("撤回"), "terminate": _l("终止项目"),
            },
        ),
    )  # fmt: skip
    following.tells(
        EXAMINATION,
        following.Telling(
            kind=KIND, title_of=lambda e: e.standard.document.title,
            url_of=lambda e: f"/standards/{e.standard.document.slug}/life/", about=lambda e: e.standard,
            keys_of=lambda e: [f"document:{e.standard.document_id}"], words={"decide": _l("复审结论")},
        ),
    )  # fmt: skip
    following.tells(
        ACT,
        following.Telling(
            kind=KIND, title_of=_called, url_of=lambda a: f"/standards/{a.edition.document.slug}/life/#act-{a.id}",
            keys_of=_place, quiet=lambda a: a.kind is ActKind.ERRATUM, words={"issue": _l("修改单")},
        ),
    )  # fmt: skip

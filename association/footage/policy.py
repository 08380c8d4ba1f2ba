"""Who may do what with files of works. They are their maker's; to whom a feature above opens a version, it is open to watch, never to take away."""

from typing import Any

from association.footage import access
from association.footage.models import Viewing, WorkFile, WorkVersion
from association.kernel import walls
from association.kernel.policy import Actor, Permission, grant
from association.kernel.words import _l
from association.works.models import Work
from association.works.policy import ON_DUTY, is_no_draft_to, keeps_works_of


class P(Permission):
    SEE_FILES = _l("查看一部作品有哪些版本和文件")
    ADD_FILES = _l("为本单位的作品上传和移除文件")
    WATCH = _l("在网站上观看和阅读一个版本的文件，每次都有记录")
    TAKE_AWAY = _l("下载本单位作品的文件")
    GO_ON = _l("继续自己打开的观看和阅读")
    READ_VIEWS = _l("查看谁在何时看过一部作品的文件")


def version_of(subject: Any) -> WorkVersion | None:
    """Of a file or a version itself."""
    if isinstance(subject, WorkFile):
        return subject.version
    return subject if isinstance(subject, WorkVersion) else None


def work_of(subject: Any) -> Work | None:
    version = version_of(subject)
    return version.work if version is not None else subject if isinstance(subject, Work) else None


def keeps_the_work(actor: Actor, subject: Any) -> bool:
    """Clerk or signer of the organisation whose work it is."""
    work = work_of(subject)
    return work is not None and keeps_works_of(actor, work)


def is_let_in(actor: Actor, subject: Any) -> bool:
    """To whom a feature above opens a closed version (a review that is under way); never from behind a wall."""
    version = version_of(subject)
    return version is not None and version.closed_at is not None and access.is_opened_to(actor, version)


def has_opened_it(actor: Actor, subject: Any) -> bool:
    """Whoever began this viewing, while the file is still open to them."""
    if not isinstance(subject, Viewing) or subject.account_id != actor.account_id:
        return False
    return keeps_the_work(actor, subject.file) or is_let_in(actor, subject.file)


walls.concerns_with(WorkVersion.work)
walls.concerns_with(WorkFile.version)
walls.concerns_with(Viewing.file)
grant(P.SEE_FILES, keeps_the_work)
grant(P.ADD_FILES, keeps_the_work)
grant(P.WATCH, keeps_the_work, is_let_in)
grant(P.TAKE_AWAY, keeps_the_work)
grant(P.GO_ON, has_opened_it)
grant(P.READ_VIEWS, is_no_draft_to(ON_DUTY, "auditor"))

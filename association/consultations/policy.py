"""Who may do what with consultations and comments."""

from typing import Any

from association.accounts import queries as accounts
from association.consultations.models import Comment, CommentState
from association.kernel import mail_address
from association.kernel.personal import keyed_hmac
from association.kernel.policy import Actor, Permission, anyone, grant, has_role
from association.kernel.words import _l


class P(Permission):
    READ = _l("查看征求意见的文本、公开的意见和答复")
    COMMENT = _l("提出意见和修改建议")
    READ_COMMENT = _l("查看一条意见")
    OPEN = _l("开始、延长和撤回征求意见")
    READ_FILE = _l("查看全部意见、提出人和处理记录")
    LOOK = _l("查看意见后决定是否公开、是否隐去提出人")
    ANSWER = _l("答复意见、改归其他条款、登记意见改了哪一条")
    FINISH = _l("意见处理完毕，公布答复")


def said_it(actor: Actor, subject: Any) -> bool:
    """Whoever made the comment."""
    return isinstance(subject, Comment) and actor.account_id is not None and _is_theirs(actor, subject)


def did_not_say_it(actor: Actor, subject: Any) -> bool:
    """An editor, but not of their own comment, nor of one of an organisation they act for."""
    return "editor" in actor.roles and not (isinstance(subject, Comment) and _is_theirs(actor, subject))


def _is_theirs(actor: Actor, comment: Comment) -> bool:
    if comment.account_id is not None and comment.account_id == actor.account_id:
        return True
    if comment.organisation_id is not None and comment.organisation_id in actor.ids("organisation"):
        return True
    if comment.mail_key is None or actor.account_id is None:
        return False
    account = accounts.account(actor.account_id)
    return account is not None and comment.mail_key == mail_key(account.email)


def mail_key(email: str) -> str:
    """How visitors' addresses are compared."""
    return keyed_hmac(mail_address.key(email))


def is_shown(_actor: Actor, subject: Any) -> bool:
    """Comments that staff have looked at and shown."""
    return isinstance(subject, Comment) and subject.state is CommentState.SHOWN


grant(P.READ, anyone)
grant(P.COMMENT, anyone)
grant(P.READ_COMMENT, is_shown, said_it, has_role("editor", "reviewer", "issuer", "legal", "auditor"))
grant(P.OPEN, has_role("editor"))
grant(P.READ_FILE, has_role("editor", "reviewer", "issuer", "legal", "auditor"))
grant(P.LOOK, did_not_say_it, has_role("legal"))
grant(P.ANSWER, did_not_say_it)
grant(P.FINISH, has_role("editor", "reviewer"))

"""From a case file to a text that can be reviewed: the parts, the expert's lesson, the places the scanner points at."""

from datetime import date

from association.accounts import queries as accounts
from association.accounts.actors import actor_of
from association.accounts.models import Account, Role
from association.kernel import audit, clock, walls, working_days
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.selfcheck.models import Questionnaire
from bulletins.articles import letters, queries, scanning
from bulletins.articles.models import ArticlePass, ArticleState, CaseArticle
from bulletins.articles.policy import P
from bulletins.articles.settings import how_many
from bulletins.cases.models import CaseFile
from bulletins.cases.queries import public

PARTS = ("title", "lede", "happened", "said", "decided", "questions")


def begin(case: CaseFile, *, title: str, actor: Actor) -> CaseArticle:
    """An article about a case that is in effect or settled; there is one for each case."""
    require(actor, P.DRAFT, case)
    lock(case)
    check_tellable(case)
    article = CaseArticle(
        case=case, case_id=case.id, title=title, statement=case.statement, put_right=case.carried_out
    )
    session.add(article)
    audit.record("draft", article, actor=actor, title=title)
    return article


def check_tellable(case: CaseFile) -> None:
    """Refused while the case is the file of those who work on it alone, and once there is an article."""
    if not public.is_tellable(case):
        raise Refused(_("这件案件的决定没有生效或者已经撤销，不能公开。"))
    if queries.for_case(case) is not None:
        raise Refused(_("这件案件已经有典型案例。"))


def change(article: CaseArticle, *, questionnaire: Questionnaire | None, actor: Actor, **parts: str) -> None:
    """Write the parts anew, and take what the case says about the putting right as it stands now. Refused once it is under review."""
    lock(article)
    require(actor, P.DRAFT, article)
    check_draft(article)
    case = article.case
    after = {name: parts[name] for name in PARTS} | {
        "statement": case.statement,
        "put_right": case.carried_out,
    }
    changed = [name for name, words in after.items() if getattr(article, name) != words]
    for name in changed:
        setattr(article, name, after[name])
    article.questionnaire = questionnaire
    article.questionnaire_id = questionnaire.id if questionnaire else None
    article.due = ""
    audit.record("draft", article, actor=actor, parts=changed)


def check_draft(article: CaseArticle) -> None:
    """Refused unless it may be written now."""
    if article.state is not ArticleState.DRAFT:
        raise Refused(_("现在是“%(state)s”，不能改；要改的请先退回修改。", state=str(article.state.label)))


def ask_teacher(article: CaseArticle, *, teacher: Account, due_on: date | None, actor: Actor) -> None:
    """Ask an expert of the pool for the lesson, or another than before. Refused for one with a tie to the case."""
    lock(article)
    require(actor, P.DRAFT, article)
    check_draft(article)
    if Role.EXPERT not in accounts.roles_of(teacher.id):
        raise Refused(_("%(name)s现在不是专家。", name=teacher.name), field="teacher")
    if walls.is_behind(actor_of(teacher).walls, article):
        raise Refused(
            _("%(name)s与这件案件有利害关系，须回避，请另约他人。", name=teacher.name), field="teacher"
        )
    if due_on is not None and due_on < clock.today():
        raise Refused(_("交稿期限不能在今天之前。"), field="due_on")
    if teacher.id != article.teacher_id:
        article.shows_teacher, article.taught_at = False, None  # a consent is one person's
    article.teacher, article.teacher_id = teacher, teacher.id
    article.lesson_by = due_on or working_days.add(clock.today(), how_many("lesson_days")).on
    audit.record(
        "ask_teacher", article, actor=actor, teacher=teacher.id, due_on=article.lesson_by.isoformat()
    )
    letters.asked_to_teach(article)


def teach(article: CaseArticle, *, lesson: str, shows_teacher: bool, actor: Actor) -> None:
    """The lesson, one point a line, by the expert who was asked, and whether the own name stands under it."""
    lock(article)
    require(actor, P.TEACH, article)
    check_draft(article)
    article.lesson, article.taught_at, article.shows_teacher = lesson, clock.now(), shows_teacher
    audit.record("teach", article, actor=actor)
    letters.taught(article)


def pass_place(article: CaseArticle, *, field: str, mark: str, because: str, actor: Actor) -> None:
    """Say why a place the scanner points at may stand. Never the respondent's own name, nor that of who acts for it."""
    lock(article)
    require(actor, P.DRAFT, article)
    place = next((one for one in scanning.places(article) if (one.field, one.mark) == (field, mark)), None)
    if place is None:
        raise Refused(_("正文里已经没有这一处。"))
    if place.is_respondent:
        raise Refused(
            _("单位和它的人的名称不写进正文：公示期限以内，单位名称由平台自动显示。请去掉。"), field="because"
        )
    if not because.strip():
        raise Refused(_("请写明可以保留的理由。"), field="because")
    if all((one.field, one.mark) != (field, mark) for one in article.passes):
        article.passes.append(ArticlePass(field=field, mark=mark, because=because))
        audit.record("pass_place", article, actor=actor, reason=because, part=field, kind=place.kind.value)


def take_pass_back(one: ArticlePass, *, actor: Actor) -> None:
    """The place is open again."""
    article = one.article
    lock(article)
    require(actor, P.DRAFT, article)
    audit.record("take_pass_back", article, actor=actor, part=one.field)
    article.passes.remove(one)

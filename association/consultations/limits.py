"""How often one place and one author may comment in a day, counted in the database so that every process counts the same."""

from datetime import timedelta

from sqlalchemy import delete, func, select

from association.accounts.limits import key_of_machine
from association.consultations.models import CommentTry
from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.personal import keyed_hmac
from association.kernel.words import _, _l

DAY = timedelta(days=1)

dated.define(
    "consultations.per_machine", label=_l("同一网络地址一天最多提几条意见"), kind="number", initial=60, unit=_l("条"),
    basis=dated.OWN,
)  # fmt: skip
dated.define(
    "consultations.per_author", label=_l("同一账户或邮箱一天最多提几条意见"), kind="number", initial=30, unit=_l("条"),
    basis=dated.OWN,
)  # fmt: skip


def count(*, machine: str, author: str) -> None:
    """Count a comment about to be handed in; Refused when the place or the author has had enough for a day."""
    place, who = key_of_machine(machine), keyed_hmac(f"comment:{author}")
    if _since_yesterday(CommentTry.machine_key == place) >= int(dated.value("consultations.per_machine")):
        raise Refused(_("从你所在的网络一天之内已提了很多条意见，请明天再来，或登录后成批整理在一条里。"))
    if _since_yesterday(CommentTry.author_key == who) >= int(dated.value("consultations.per_author")):
        raise Refused(_("你一天之内已提了很多条意见，请明天再来，或把几条合成一条。"))
    session.add(CommentTry(machine_key=place, author_key=who))


def _since_yesterday(whose: object) -> int:
    rows = select(func.count()).select_from(CommentTry).where(whose, CommentTry.at >= clock.now() - DAY)  # type: ignore[arg-type]
    return int(session.scalar(rows) or 0)


def forget() -> None:
    """Counts are of no use after their day."""
    session.execute(delete(CommentTry).where(CommentTry.at < clock.now() - DAY))

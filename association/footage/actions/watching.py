"""Watching and reading: begun by a deed, followed as far as the page says, ended by the viewer's own word."""

from collections.abc import Sequence
from datetime import timedelta

from association.footage import queries
from association.footage.models import Viewing, WorkFile
from association.footage.policy import P
from association.footage.stretches import Stretch, believable, joined
from association.kernel import audit, clock, dated
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _


def open_file(file: WorkFile, *, actor: Actor) -> Viewing:
    """One row each time. A script begins at its first page."""
    require(actor, P.WATCH, file)
    if not file.can_be_opened:
        raise Refused(_("这个文件还不能在这里打开。"))
    if actor.account_id is None:
        raise Refused(_("请先登录。"))
    viewing = Viewing(file_id=file.id, account_id=actor.account_id, pages=[1] if file.pages else [])
    session.add(viewing)
    session.flush()
    return viewing


def is_over(viewing: Viewing) -> bool:
    """A viewing lasts some hours; then the file is opened anew."""
    hours = int(dated.value("footage.viewing_hours"))
    return clock.now() > viewing.begun_at + timedelta(hours=hours)


def still_on(viewing: Viewing, actor: Actor) -> None:
    """Refused once it is over; Forbidden once the file is no longer open to the viewer."""
    require(actor, P.GO_ON, viewing)
    if is_over(viewing):
        raise Refused(_("这次打开已经过了时限，请重新打开。"))


def turn_to(viewing: Viewing, number: int, *, actor: Actor) -> None:
    """Show a page of a script; it is noted before it is shown."""
    still_on(viewing, actor)
    if queries.page_of_script(viewing.file, number) is None:
        raise Refused(_("没有这一页。"))
    lock(viewing)
    if number not in viewing.pages:
        viewing.pages = sorted([*viewing.pages, number])
    viewing.last_at = clock.now()


def note_played(viewing: Viewing, *, stretches: Sequence[Stretch], length: int | None, actor: Actor) -> None:
    """What the player says was played since its last word; more than time allows is not believed."""
    still_on(viewing, actor)
    lock(viewing)
    now = clock.now()
    told = believable(stretches, elapsed=(now - viewing.last_at).total_seconds())
    viewing.stretches = joined([*viewing.stretches, *told])
    viewing.length = length or viewing.length
    viewing.last_at = now


def confirm_seen(viewing: Viewing, *, actor: Actor) -> None:
    """The viewer says to have seen the whole; a script's pages must all have been turned to."""
    still_on(viewing, actor)
    lock(viewing)
    if viewing.confirmed_at is not None:
        return
    file = viewing.file
    seen = queries.seen(file.version, viewing.account_id).get(file.id)
    if file.pages and (seen is None or seen.pages < file.pages):
        raise Refused(
            _("还有没翻到的页：共%(n)d页，看过%(seen)d页。", n=file.pages, seen=seen.pages if seen else 0)
        )
    viewing.confirmed_at = clock.now()
    audit.record("confirm_seen", viewing, actor=actor, organisation=file.version.work.organisation_id)

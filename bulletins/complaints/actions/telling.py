"""Telling the association, and coming back with the receipt's code."""

from collections.abc import Sequence
from dataclasses import dataclass

from association.kernel import audit, dated, numbering, receipts
from association.kernel.attachments import Upload
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import VISITOR, Actor, require
from association.kernel.words import _
from bulletins.complaints import letters, queries
from bulletins.complaints.actions import evidence, handling
from bulletins.complaints.models import Channel, Complaint
from bulletins.complaints.policy import P
from bulletins.complaints.settings import after


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What somebody tells: at least one of work, account (`published_by`), link and place; `source` says where the files are from."""

    kind: str
    words: str
    work: str = ""
    published_by: str = ""
    link: str = ""
    place: str = ""
    files: Sequence[Upload] = ()
    source: str = ""
    who: str = ""
    email: str = ""


def complain(told: Told, *, token: str, language: str = "zh") -> str:
    """Returns the receipt's code, shown once. `token` is the form's own: sent twice, it is one complaint. Refused where nothing says where,
    and for files from nowhere."""
    return _take_in(told, channel=Channel.SITE, token=token, language=language, actor=VISITOR)


def write_down(
    told: Told, *, channel: str, authority: str = "", authority_number: str = "", token: str, actor: Actor
) -> str:
    """For somebody who called or wrote, or as an authority transferred it; the code is read out or sent to them."""
    require(actor, P.TAKE_IN)
    if Channel(channel) is Channel.AUTHORITY and not authority:
        raise Refused(_("请写明哪个主管部门转来的。"), field="authority")
    return _take_in(
        told, channel=Channel(channel), authority=authority, authority_number=authority_number, token=token, actor=actor
    )  # fmt: skip


def _take_in(
    told: Told, *, channel: Channel, token: str, actor: Actor, language: str = "zh", authority: str = "", authority_number: str = "",
) -> str:  # fmt: skip
    code = receipts.code_of(token)
    if queries.by_receipt(code) is not None:
        return code
    if not (told.work or told.published_by or told.link or told.place):
        raise Refused(_("请至少写明作品、账号、链接和具体位置中的一项，否则无从核查。"), field="work")
    complaint = Complaint(
        channel=channel, kind=told.kind, words=told.words, work=told.work or None, published_by=told.published_by or None,
        link=told.link or None, place=told.place, who=told.who or None, email=told.email or None, language=language,
        authority=authority or None, authority_number=authority_number or None, receipt_hash=receipts.hash_of(code), due_on=after("accept_days"),
    )  # fmt: skip
    session.add(complaint)
    complaint.number = numbering.issue("complaint", complaint, form=dated.value("complaints.number")).written
    audit.record("complain", complaint, actor=actor)
    if told.files:
        evidence.store(complaint, files=told.files, source=told.source, is_ours=False, actor=actor)
    letters.arrived(complaint)
    return code


def follow(
    *, code: str, words: str = "", files: Sequence[Upload] = (), source: str = "", no_letters: bool = False
) -> Complaint:
    """The complaint behind a code, with `words` and files added if there are any; `no_letters` forgets the address. Refused for a code
    nobody was given."""
    complaint = queries.by_receipt(code)
    if complaint is None:
        raise Refused(_("没有这个回执码，请照原样再抄一次。"), field="code")
    if no_letters:
        complaint.email = None
    if not (words or files):
        return complaint
    lock(complaint)
    handling.check_open(complaint)
    if words:
        handling.say(complaint, words, is_ours=False, actor=VISITOR)
    if files:
        evidence.store(complaint, files=files, source=source, is_ours=False, actor=VISITOR)
    letters.said(complaint)
    return complaint

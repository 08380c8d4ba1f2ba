"""What a snapshot holds, word for word."""

import hashlib
import json

from association.kernel import clock, documents
from association.kernel.db import session
from association.kernel.policy import Actor
from association.kernel.search import records
from association.kernel.words import _, spoken_in
from association.organisations.pinyin import key as pinyin_key
from association.pledges.models import BOUND, Spell
from association.rosters import queries
from association.rosters.models import Movement, Roster, RosterRow

documents.issued("roster")

FACTS = (
    "position",
    "movement",
    "name",
    "uscc",
    "kinds",
    "province",
    "number",
    "version",
    "since_on",
    "standing",
    "standing_from",
)


def public_text(roster: Roster) -> str:
    """What the public log commits to: the roster's own SHA-256."""
    return f"{roster.pledge.document.slug}:{roster.number}:{roster.as_of}:{roster.sha256}"


def address_of(roster: Roster) -> str:
    return f"/pledges/{roster.pledge.document.slug}/rosters/{roster.number}/"


def title_of(roster: Roster) -> str:
    return _("《%(title)s》签署单位名册第%(n)d期", title=roster.pledge.title, n=roster.number)


def taken(roster: Roster, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Written down once; nothing of it is ever read from the register again."""
    spells = queries.standing_on(roster.pledge, roster.as_of, roster.previous_on)
    roster.rows = [_row(spell, roster, position) for position, spell in enumerate(spells, 1)]
    roster.bound = sum(s.standing in BOUND for s in spells)
    roster.joined = sum(row.movement is Movement.JOINED for row in roster.rows)
    roster.gone = sum(row.movement is Movement.LEFT for row in roster.rows)
    roster.taken_at = clock.now()
    roster.sha256 = hashlib.sha256(canonical(roster)).hexdigest()
    session.flush()
    with spoken_in("zh_Hans"):  # the paper's language, and the rows'
        title = title_of(roster)
    documents.render_later(
        "print/association/roster.html",
        subject=roster,
        kind="roster",
        title=title,
        address=address_of(roster),
    )
    records.publish(
        key=f"pledge_roster:{roster.id}", kind="pledge", title=title, body=roster.as_of.isoformat(), url=address_of(roster),
        dated_on=roster.as_of,
    )  # fmt: skip


def _row(spell: Spell, roster: Roster, position: int) -> RosterRow:
    signature = spell.signature
    since = signature.since_on or spell.from_on
    is_new = roster.previous_on is None or since > roster.previous_on
    movement = (
        Movement.LEFT if spell.standing not in BOUND else Movement.JOINED if is_new else Movement.STAYED
    )
    name, code = signature.name, str(signature.as_it_was.get("uscc", ""))
    if signature.organisation.is_natural_person:
        with spoken_in("zh_Hans"):
            name, code = _("自然人经营者（不列名）"), ""
    return RosterRow(
        position=position, movement=movement, name=name, name_key=pinyin_key(name), uscc=code, kinds=signature.as_it_was.get("kinds", []),
        province=str(signature.as_it_was.get("province", "")), number=signature.number,
        version=signature.version.edition.name if signature.version.edition else "", since_on=since, standing=spell.standing,
        standing_from=spell.from_on,
    )  # fmt: skip


def canonical(roster: Roster) -> bytes:
    """The roster as bytes, always the same: JSON with sorted keys and no blanks."""
    rows = [{fact: _plain(getattr(row, fact)) for fact in FACTS} for row in roster.rows]
    content = {
        "pledge": roster.pledge.document.slug, "number": roster.number, "as_of": roster.as_of.isoformat(), "rows": rows,
    }  # fmt: skip
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _plain(value: object) -> object:
    if isinstance(value, int | str | list):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else value.value  # type: ignore[attr-defined]

"""What became of clauses: proposed by the matcher, confirmed or corrected by people, and what follows for identity."""

from collections.abc import Iterable

from sqlalchemy import delete, select, update

from association.kernel import audit, clock, events
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.rules import queries
from association.rules.events import TextChanged
from association.rules.models import Citation, Clause, ClauseFate, Edition, Mapping, Provision
from association.rules.policy import P
from association.rules.reading.matching import Clause as Unit
from association.rules.reading.matching import matched
from association.rules.reading.sentences import N_, Sentence

BY_STAFF = N_("工作人员改定。")
ONE_TO_ONE = frozenset({ClauseFate.SAME, ClauseFate.REWORDED, ClauseFate.RENUMBERED})


def _kept(reason: Sentence) -> dict[str, object]:
    """A sentence as its template and what stands in it, so that each reader gets it in their own language."""
    return {
        "template": reason.template,
        "values": {name: str(value) for name, value in reason.values.items()},
    }


def propose(old: Edition, new: Edition) -> list[Mapping]:
    """Lay the matcher's proposals down, in the place of earlier ones nobody has confirmed."""
    session.execute(
        delete(Mapping).where(
            Mapping.old_edition_id == old.id, Mapping.new_edition_id == new.id, Mapping.confirmed_at.is_(None)
        )
    )
    kept = queries.mappings(old, new)
    told_old, told_new = {p for m in kept for p in m.old}, {p for m in kept for p in m.new}
    units = [[Unit(c.path, c.mark, c.text) for c in queries.clauses_of(e.id)] for e in (old, new)]
    lines = [
        Mapping(
            old_edition_id=old.id, new_edition_id=new.id, place=place, fate=ClauseFate(p.fate.value), old=list(p.old),
            new=list(p.new), score=p.score, reason=_kept(p.reason),
        )
        for place, p in enumerate(matched(*units))
        if not (told_old & set(p.old) or told_new & set(p.new))
    ]  # fmt: skip
    session.add_all(lines)
    session.flush()
    return lines


def confirm(line: Mapping, *, actor: Actor, note: str | None = None) -> None:
    """This is what became of it. One clause that became one clause keeps its identity."""
    lock(line)
    require(actor, P.MAP, line)
    if line.confirmed_at is not None and note in (None, line.note):
        raise Refused(_("这一条已经有人确认。"))
    line.confirmed_at = line.confirmed_at or clock.now()
    line.note = line.note if note is None else note
    if line.fate in ONE_TO_ONE:
        _same_identity(line)
    audit.record(
        "confirm_mapping", line.new_edition, actor=actor, fate=line.fate.value, old=line.old, new=line.new
    )
    events.publish(TextChanged(line.new_edition.document_id))


def confirm_all(old: Edition, new: Edition, *, fates: Iterable[ClauseFate], actor: Actor) -> int:
    """Confirm every open line of these fates at once; returns how many."""
    wanted = set(fates)
    lines = [m for m in queries.mappings(old, new) if m.confirmed_at is None and m.fate in wanted]
    for line in lines:
        confirm(line, actor=actor)
    return len(lines)


def correct(
    line: Mapping, *, fate: ClauseFate, old: list[str], new: list[str], note: str, actor: Actor
) -> None:
    """Something else became of it. Clauses that fall out of this line stand alone again, as new or gone."""
    lock(line)
    require(actor, P.MAP, line)
    _check_shape(fate, old, new)
    for edition_id, paths in ((line.old_edition_id, old), (line.new_edition_id, new)):
        known = {c.path for c in queries.clauses_of(edition_id)}
        if missing := [p for p in paths if p not in known]:
            raise Refused(
                _("没有这一条：%(path)s。", path="、".join(missing)), field="old" if paths is old else "new"
            )
    if (line.old, line.new) != (old, new):
        _part(line)
    others = [m for m in queries.mappings(line.old_edition, line.new_edition) if m.id != line.id]
    for other in others:
        _give_up(other, set(old), set(new))
    freed_old, freed_new = set(line.old) - set(old), set(line.new) - set(new)
    line.fate, line.old, line.new, line.score = fate, old, new, 0.0
    line.reason, line.note, line.confirmed_at = {"template": BY_STAFF, "values": {}}, note, clock.now()
    for path in sorted(freed_old):
        session.add(_alone(line, ClauseFate.GONE, [path], []))
    for path in sorted(freed_new):
        session.add(_alone(line, ClauseFate.NEW, [], [path]))
    if fate in ONE_TO_ONE:
        _same_identity(line)
    audit.record("correct_mapping", line.new_edition, actor=actor, fate=fate.value, old=old, new=new)
    session.flush()
    events.publish(TextChanged(line.new_edition.document_id))


def _check_shape(fate: ClauseFate, old: list[str], new: list[str]) -> None:
    right = {
        ClauseFate.NEW: not old and bool(new), ClauseFate.GONE: bool(old) and not new, ClauseFate.SPLIT: len(old) == 1 and len(new) > 1,
        ClauseFate.MERGED: len(old) > 1 and len(new) == 1,
    }.get(fate, len(old) == len(new) == 1)  # fmt: skip
    if not right:
        raise Refused(
            _("条款的个数与所选的变化不符：拆分是一变多，合并是多变一，其余是一对一。"), field="fate"
        )


def _alone(line: Mapping, fate: ClauseFate, old: list[str], new: list[str]) -> Mapping:
    return Mapping(
        old_edition_id=line.old_edition_id, new_edition_id=line.new_edition_id, place=line.place, fate=fate, old=old,
        new=new, score=0.0, reason={},
    )  # fmt: skip


def _give_up(other: Mapping, old: set[str], new: set[str]) -> None:
    """Another line loses the clauses that were claimed by a correction; what remains of it is open again."""
    left_old, left_new = [p for p in other.old if p not in old], [p for p in other.new if p not in new]
    if (left_old, left_new) == (other.old, other.new):
        return
    _part(other)
    if not left_old and not left_new:
        session.delete(other)
        return
    other.old, other.new, other.confirmed_at = left_old, left_new, None
    other.fate = _fate_left(other.fate, left_old, left_new)


def _fate_left(fate: ClauseFate, old: list[str], new: list[str]) -> ClauseFate:
    """What a line that lost clauses is called by the number of those it has left."""
    if not old or not new:
        return ClauseFate.GONE if old else ClauseFate.NEW
    if len(old) == len(new) == 1:
        return ClauseFate.REWORDED
    if len(new) == 1:
        return ClauseFate.MERGED
    return ClauseFate.SPLIT if len(old) == 1 else fate


def _ends_of(line: Mapping) -> tuple[Clause, Clause]:
    before, after = (
        session.scalars(select(Clause).where(Clause.edition_id == edition_id, Clause.path == path)).one()
        for edition_id, path in ((line.old_edition_id, line.old[0]), (line.new_edition_id, line.new[0]))
    )
    return before, after


def _part(line: Mapping) -> None:
    """Take back that a confirmed line made one clause of two: from its new edition on the clause is another one, and what cites it
    there goes with it."""
    if line.confirmed_at is None or line.fate not in ONE_TO_ONE:
        return
    before, after = _ends_of(line)
    if before.provision_id != after.provision_id:
        return
    editions = [e.id for e in queries.editions_of(line.new_edition.document_id)]
    later = editions[editions.index(line.new_edition_id) :]
    own = Provision(document_id=line.new_edition.document_id)
    session.add(own)
    session.flush()
    for kind in (Clause, Citation):
        session.execute(
            update(kind)
            .where(kind.provision_id == before.provision_id, kind.edition_id.in_(later))
            .values(provision_id=own.id)
        )
    session.expire_all()


def _same_identity(line: Mapping) -> None:
    """The new clause takes the old one's identity, and with it whatever cites it."""
    before, after = _ends_of(line)
    lost = after.provision_id
    if lost == before.provision_id:
        return
    session.execute(
        update(Clause).where(Clause.provision_id == lost).values(provision_id=before.provision_id)
    )
    session.execute(
        update(Citation).where(Citation.provision_id == lost).values(provision_id=before.provision_id)
    )
    session.expire_all()

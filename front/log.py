"""/log/: the public log as everybody can read, keep and check it – for people, and in the layout of C2SP tlog-tiles for programs."""

from flask import Blueprint, Response, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Select, select

from association.administration.policy import P
from association.kernel import audit, documents, history, log, workflow
from association.kernel.audit import LogEntry
from association.kernel.db import session
from association.kernel.errors import Unknown
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing
from association.kernel.log import Checkpoint, exports, merkle, papers, proofs, reading, tiles
from association.kernel.pagecache import uncached
from association.kernel.policy import can
from association.kernel.rendering import choose_locale
from association.kernel.web import actor, public
from association.kernel.words import _l

bp = Blueprint("log", __name__, url_prefix="/log")

SHORTLY = 5
"""Seconds for which a checkpoint may be kept: the next public act makes a newer one."""
FOR_EVER = "public, max-age=31536000, immutable"
LONGEST = 500
"""Signs of an address that is looked up."""
LATEST = 10
"""Entries on the first page."""


def act_word(entry: LogEntry) -> str:
    """What was done."""
    return history.word_of(entry.subject_kind, entry.act)


def kind_word(kind: str) -> str:
    """What it was done to."""
    life = workflow.workflows().get(kind)
    return str(life.title if life else _KINDS.get(kind, kind))


_KINDS = {papers.DOCUMENT: _l("文件"), exports.EXPORT: _l("清单"), audit.kind_of(LogEntry): _l("日志记录")}

COLUMNS = (
    Column("number", _l("序号"), lambda e: e.seq),
    Column("at", _l("时间"), lambda e: e.at),
    Column("act", _l("所办事项"), act_word),
    Column("act_code", _l("事项代码"), lambda e: e.act),
    Column("kind", _l("对象"), lambda e: kind_word(e.subject_kind)),
    Column("kind_code", _l("对象代码"), lambda e: e.subject_kind),
    Column("commitment", _l("承诺值"), lambda e: e.commitment),
)
FEED = Feed(
    title=_l("公开日志"), newest=(LogEntry.seq.desc(),), at=lambda e: e.at,
    called=lambda e: f"{e.seq} {act_word(e)}", says=lambda e: f"{kind_word(e.subject_kind)} {e.commitment}",
)  # fmt: skip


def _kinds() -> list[tuple[str, object]]:
    found = session.scalars(select(LogEntry.subject_kind).distinct())
    return sorted(((kind, kind_word(kind)) for kind in found), key=lambda pair: str(pair[1]))


def _sealed() -> Select[LogEntry]:
    return select(LogEntry).where(LogEntry.seq.is_not(None))


def _page_of(entry: LogEntry) -> str:
    return url_for("log.entry", number=entry.seq)


@bp.get("/")
@public
@uncached
def index() -> ResponseReturnValue:
    """What it is, what it proves and what not, where it stands, how to check."""
    # Files follow acts in dozens; what was done is what people look for.
    acts = _sealed().where(LogEntry.subject_kind.not_in((papers.DOCUMENT, exports.EXPORT)))
    latest = session.scalars(acts.order_by(LogEntry.seq.desc()).limit(LATEST)).all()
    return render_template(
        "front/log/index.html", checkpoint=log.newest(), latest=latest, act_word=act_word, kind_word=kind_word
    )


@bp.get("/entries/")
@public
def entries() -> ResponseReturnValue:
    """Every entry, newest first."""
    listing = Listing(
        _sealed(), columns=COLUMNS, url_of=_page_of, per_page=50, feed=FEED,
        orders={
            "newest": (_l("最新在前"), [LogEntry.seq.desc()]), "oldest": (_l("最早在前"), [LogEntry.seq]),
        },
        filters=[Choice("kind", _l("对象"), lambda rows, kind: rows.where(LogEntry.subject_kind == kind), pairs=_kinds)],
    )  # fmt: skip
    return listing.answer("front/log/entries.html", act_word=act_word, kind_word=kind_word)


@bp.get("/entries/<int:number>/")
@public
@uncached
def entry(number: int) -> ResponseReturnValue:
    """One entry: its bytes, its hash, its place in the newest checkpoint."""
    found, checkpoint = _entry(number), log.newest()
    text = reading.bodies([found])[0]
    return render_template(
        "front/log/entry.html", entry=found, text=text.decode(), leaf=merkle.leaf_hash(text).hex(),
        checkpoint=checkpoint if checkpoint and checkpoint.size >= number else None, act_word=act_word, kind_word=kind_word,
        is_masked=papers.is_masked(found), may_mask=can(actor(), P.MASK),
    )  # fmt: skip


def _entry(number: int) -> LogEntry:
    found = session.scalars(select(LogEntry).where(LogEntry.seq == number)).one_or_none()
    if found is None:
        raise Unknown
    return found


@bp.get("/entries/<int:number>/proof.json")
@public
@uncached
def proof(number: int) -> ResponseReturnValue:
    """That the entry stands in the newest checkpoint; 503 while the worker has not signed one over it."""
    found, checkpoint = _entry(number), log.newest()
    if checkpoint is None or checkpoint.size < number:
        return _soon()
    return _attached(proofs.proof_of(found, checkpoint), f"entry-{number}")


def _attached(said: dict[str, object], name: str) -> Response:
    answer = jsonify(said)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.proof.json"'
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def _soon() -> ResponseReturnValue:
    page = Response(render_template("front/log/soon.html"), 503)
    page.headers["Retry-After"] = str(documents.RETRY_AFTER)
    return page


@bp.get("/of")
@public
@uncached
def of() -> ResponseReturnValue:
    """From a paper's address to what the log says of it: the newest file of that page."""
    paper = request.args.get("paper", "")[:LONGEST]
    if (export := exports.at(paper, _language())) is not None:
        return redirect(url_for("log.file", sha256=export.sha256))
    address = paper.rpartition("/")[0] + "/"
    if (found := papers.newest_at(address)) is not None:
        return redirect(url_for("log.file", sha256=found.sha256))
    if papers.is_promised(address):
        return _soon()
    raise Unknown


def _language() -> str:
    return "en" if choose_locale() == "en" else "zh"


@bp.get("/exports/")
@public
@uncached
def exported() -> ResponseReturnValue:
    """Every public list whose exports are entered, with the newest."""
    return render_template(
        "front/log/exports.html", lists=exports.lists(), newest=exports.newest(_language())
    )


@bp.get("/files/<sha256>/")
@public
@uncached
def file(sha256: str) -> ResponseReturnValue:
    """A file the log speaks of: since when, and how to check that one holds this very file."""
    found, checkpoint = _file(sha256), log.newest()
    signed = checkpoint if checkpoint and checkpoint.size >= (found.entry.seq or 0) else None
    return render_template("front/log/file.html", file=found, checkpoint=signed, act_word=act_word)


@bp.get("/files/<sha256>/proof.json")
@public
@uncached
def file_proof(sha256: str) -> ResponseReturnValue:
    """The proof to be kept beside the file; 503 while no checkpoint is over its entry."""
    found, checkpoint = _file(sha256), log.newest()
    if checkpoint is None or checkpoint.size < (found.entry.seq or 0):
        return _soon()
    return _attached(papers.proof_of(found, checkpoint), f"{sha256[:12]}")


def _file(sha256: str) -> papers.LoggedFile:
    found = papers.file(sha256)
    if found is None:
        raise Unknown
    return found


@bp.get("/checkpoint")
@public
@uncached
def checkpoint() -> ResponseReturnValue:
    """The newest signed note."""
    return _text(_signed().note)


@bp.get("/key")
@public
@uncached
def key() -> ResponseReturnValue:
    """The verifier key of the newest checkpoint, to be kept before it is needed."""
    return _text(f"{_signed().key}\n")


def _signed() -> Checkpoint:
    found = log.newest()
    if found is None:
        raise Unknown
    return found


def _text(words: str) -> Response:
    answer = Response(words, content_type="text/plain; charset=utf-8")
    answer.headers["Cache-Control"] = f"public, max-age={SHORTLY}"
    return answer


@bp.get("/tile/<level>/<path:name>")
@public
@uncached
def tile(level: str, name: str) -> ResponseReturnValue:
    """Hashes of the tree: `0/000`, `0/000.p/5`. Another spelling, or a wider tile than there is, is not found."""
    piece = tiles.piece(name)
    if piece is None or not _is_level(level):
        raise Unknown
    return _bytes(reading.tile(int(level), piece))


def _is_level(level: str) -> bool:
    return (
        level.isascii()
        and level.isdecimal()
        and len(level) < 3
        and level == str(int(level))
        and int(level) <= tiles.TOP
    )


@bp.get("/tile/entries/<path:name>")
@public
@uncached
def bundle(name: str) -> ResponseReturnValue:
    """Entries, each after its length."""
    piece = tiles.piece(name)
    return _bytes(reading.bundle(piece) if piece is not None else None)


def _bytes(content: bytes | None) -> ResponseReturnValue:
    if content is None:
        raise Unknown
    answer = Response(content, mimetype="application/octet-stream")
    answer.headers["Cache-Control"] = FOR_EVER
    answer.add_etag()
    return answer.make_conditional(request)

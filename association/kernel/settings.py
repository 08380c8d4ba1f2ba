"""Settings of one running site, read once from the environment and from its data folder.

Everything has a default that is safe on one machine. What decides about people's rights (demo mode, secrets) is closed by
default: without a word from the operator the site is *live*, and its keys are made once and kept in the data folder.
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

Mode = Literal["demo", "live"]

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where things are kept and how far this machine reaches. Times are seconds, sizes are bytes."""

    data: Path
    """Folder of everything that must survive: database, index, files, mail, keys."""
    mode: Mode
    """`demo` shows invented data, lets demo people sign in and does not ask for a second factor."""
    database_url: str
    secret_key: str
    """Signs cookies and links."""
    personal_key: bytes
    """32 bytes: encrypts personal fields and keys the HMAC that finds duplicate people."""
    base_url: str
    """How the site is reached from outside; letters and certificates carry it."""
    smtp_url: str | None
    """`smtp://user:password@host:port` or `smtps://…`; without it letters become files in `data/mail`."""
    mail_from: str
    files_url: str
    """Where attachments live, an fsspec address: a folder, or `s3://bucket/prefix`."""
    redis_url: str | None
    """Shared queue, limits and cache for many machines; without it SQLite and memory on this one."""
    search_engine: Literal["whoosh", "postgresql"]
    faces: Path | None
    """Folder with an association's own licensed type faces for official documents."""
    secure_cookies: bool
    proxies: int
    """How many proxies stand before the site and say truly (X-Forwarded-…) who asks; 0: none, and nobody is believed."""
    development: bool
    testing: bool = False
    sign_ins_per_minute: int = 20
    seal_key: Path | None = None
    seal_certificate: Path | None = None
    """PEM files of the electronic seal; without them the site makes its own in the data folder (kernel.certificates.seal)."""
    log_key: Path | None = None
    """PEM file of the Ed25519 key that signs the public log's checkpoints; without it the site makes its own (kernel.log.key)."""
    page_cache: bool = True
    """Whether visitors' pages are kept finished (kernel.pagecache); benches turn it off."""

    @classmethod
    def from_environ(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """Read the environment (`YUEZHANG_…`), make the data folder and its keys where they are missing."""
        data = Path(environ.get("YUEZHANG_DATA", ROOT / "instance")).resolve()
        data.mkdir(parents=True, exist_ok=True)
        mode = read_mode(data, environ)
        port = environ.get("PORT", "8000")
        base_url = environ.get("YUEZHANG_BASE_URL", f"http://127.0.0.1:{port}").rstrip("/")
        database_url = _with_driver(environ.get("YUEZHANG_DATABASE", f"sqlite:///{data / 'yuezhang.db'}"))
        default_engine: Literal["whoosh", "postgresql"] = (
            "postgresql" if database_url.startswith("postgresql") else "whoosh"
        )
        engine = environ.get("YUEZHANG_SEARCH", default_engine)
        if engine not in ("whoosh", "postgresql"):
            raise ValueError(f"YUEZHANG_SEARCH must be whoosh or postgresql, not {engine}")
        faces = environ.get("YUEZHANG_FACES")
        seal_key, seal_certificate = (
            environ.get("YUEZHANG_SEAL_KEY"),
            environ.get("YUEZHANG_SEAL_CERTIFICATE"),
        )
        return cls(
            data=data,
            mode=mode,
            database_url=database_url,
            secret_key=environ.get("YUEZHANG_SECRET_KEY") or _kept_secret(data / "keys" / "session.key"),
            personal_key=bytes.fromhex(
                environ.get("YUEZHANG_PERSONAL_KEY") or _kept_secret(data / "keys" / "personal.key")
            ),
            base_url=base_url,
            smtp_url=environ.get("YUEZHANG_SMTP"),
            mail_from=environ.get("YUEZHANG_MAIL_FROM", "noreply@yuezhang.example"),
            files_url=environ.get("YUEZHANG_FILES", str(data / "files")),
            redis_url=environ.get("YUEZHANG_REDIS"),
            search_engine=engine,  # type: ignore[arg-type]
            faces=Path(faces) if faces else None,
            secure_cookies=base_url.startswith("https://"),
            proxies=int(environ.get("YUEZHANG_PROXIES", "0")),
            development=environ.get("YUEZHANG_DEVELOPMENT", "") == "1",
            # The contract promises 120 sign-ins a minute from one address in demo mode.
            sign_ins_per_minute=120 if mode == "demo" else 20,
            seal_key=Path(seal_key) if seal_key else None,
            seal_certificate=Path(seal_certificate) if seal_certificate else None,
            log_key=Path(environ["YUEZHANG_LOG_KEY"]) if environ.get("YUEZHANG_LOG_KEY") else None,
            page_cache=environ.get("YUEZHANG_PAGE_CACHE", "on") != "off",
        )


def read_mode(data: Path, environ: Mapping[str, str] = os.environ) -> Mode:
    """The environment's word, else what the first start wrote into the data folder, else live."""
    kept = data / "mode"
    word = environ.get("YUEZHANG_MODE") or (kept.read_text().strip() if kept.exists() else "live")
    if word == "demo":
        return "demo"
    if word == "live":
        return "live"
    raise ValueError(f"YUEZHANG_MODE must be demo or live, not {word}")


def _with_driver(url: str) -> str:
    """`postgresql://` and `postgres://` mean psycopg 3 here."""
    for prefix in ("postgresql://", "postgres://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def _kept_secret(path: Path) -> str:
    """A secret made once per data folder; two starting processes agree because creation is exclusive."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_hex(32))
    return path.read_text().strip()

"""The association's electronic seal: a key, its certificate, and the PAdES signature they put on a PDF.

Files named by the operator (YUEZHANG_SEAL_KEY, YUEZHANG_SEAL_CERTIFICATE; PEM, the key without a passphrase) are used as they are and never
made here. Where none is named, a key and a certificate signed by itself are made once in the data folder. A certificate file may
hold earlier certificates after the present one: what they sealed is still recognised.

What such a seal proves is that the bytes are those we sealed. That the seal is the association's a reader's programme believes only once
our certificate is installed, and the check page says so.
"""

import io
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from flask import current_app

from association.kernel import clock, dated
from association.kernel.key_files import write_once
from association.kernel.settings import Settings
from association.kernel.words import _

BITS = 3072
LASTS = timedelta(days=3653)
FIELD = "Seal"


class SealMissing(Exception):
    """There is no key or certificate to seal with; the words say what the operator must do."""


@dataclass(frozen=True, slots=True)
class SealFiles:
    key: Path
    certificate: Path
    are_named: bool
    """By the operator, who then looks after them."""


def files() -> SealFiles:
    settings: Settings = current_app.extensions["settings"]
    folder = settings.data / "keys"
    return SealFiles(
        settings.seal_key or folder / "seal.key", settings.seal_certificate or folder / "seal.crt",
        are_named=settings.seal_key is not None or settings.seal_certificate is not None,
    )  # fmt: skip


def make_if_missing() -> None:
    """The first start's own key and certificate. Two processes that start agree: a file is made whole or not at all, and once."""
    kept = files()
    if kept.are_named or kept.certificate.exists():
        return
    kept.key.parent.mkdir(mode=0o700, exist_ok=True)
    if not kept.key.exists():
        made = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
        write_once(
            kept.key,
            made.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            ),
        )
    key = serialization.load_pem_private_key(kept.key.read_bytes(), password=None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise SealMissing(_("电子签章的密钥不是RSA密钥：%(path)s", path=kept.key))
    write_once(kept.certificate, _signed_by_itself(key).public_bytes(serialization.Encoding.PEM))


def _signed_by_itself(key: rsa.RSAPrivateKey) -> x509.Certificate:
    name = str(dated.value("site.name"))
    who = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, name[:64]),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{name}电子签章"[:64]),
        ]
    )
    now = clock.now()
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False, key_agreement=False,
        key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    return (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )


def certificates() -> list[x509.Certificate]:
    """Ours: the present one first, then earlier ones; empty before the first certificate is issued."""
    path = files().certificate
    try:
        return x509.load_pem_x509_certificates(path.read_bytes())
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        raise SealMissing(_("不能读取电子签章的证书：%(path)s", path=path)) from error


def as_pem(certificate: x509.Certificate) -> bytes:
    """As it is handed out to be installed."""
    return certificate.public_bytes(serialization.Encoding.PEM)


def _key(path: Path) -> rsa.RSAPrivateKey:
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except FileNotFoundError as error:
        raise SealMissing(
            _("没有电子签章的密钥：%(path)s。请把密钥文件放到这里，或改正YUEZHANG_SEAL_KEY。", path=path)
        ) from error
    except (OSError, ValueError, TypeError) as error:
        raise SealMissing(_("不能读取电子签章的密钥：%(path)s", path=path)) from error
    if not isinstance(key, rsa.RSAPrivateKey):
        raise SealMissing(_("电子签章的密钥不是RSA密钥：%(path)s", path=path))
    return key


def fault() -> str:
    """What is wrong with the seal, in words for the operator; "" when all is well or nothing was ever sealed."""
    kept = files()
    if not kept.are_named and not kept.certificate.exists() and not kept.key.exists():
        return ""
    try:
        _pair()
    except SealMissing as missing:
        return str(missing)
    return ""


def _pair() -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    kept, ours = files(), certificates()
    key = _key_read_once(kept.key, _written_at(kept.key))
    if not ours:
        raise SealMissing(
            _(
                "没有电子签章的证书：%(path)s。请把证书文件放到这里，或改正YUEZHANG_SEAL_CERTIFICATE。",
                path=kept.certificate,
            )
        )
    if ours[0].public_key() != key.public_key():
        raise SealMissing(_("电子签章的密钥与证书不是一对。"))
    if ours[0].not_valid_after_utc < clock.now():
        raise SealMissing(_("电子签章的证书已经过期。"))
    return key, ours[0]


def _written_at(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


@lru_cache(maxsize=1)
def _key_read_once(path: Path, _written_at: int) -> rsa.RSAPrivateKey:
    """Reading a key checks its primes, which takes longer than printing the page; a file written anew is read anew."""
    return _key(path)


def sealed(content: bytes, *, address: str) -> bytes:
    """The PDF with our seal, which forbids any later change; `address` is where it can be checked. SealMissing without key or
    certificate."""
    # A second to import, and only the worker needs them.
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415
    from pyhanko.sign import fields, signers  # noqa: PLC0415

    from association.kernel.certificates.signer import KeyInHand  # noqa: PLC0415

    key, certificate = _pair()
    signer = KeyInHand(key, certificate)
    how = signers.PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES, certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES, location=address,
    )  # fmt: skip
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    return bytes(signers.sign_pdf(writer, how, signer=signer, bytes_reserved=signer.room).getbuffer())

"""The seal's key as pyHanko's signer: held in memory, where pyHanko's own would read and check it again for every signature."""

from asn1crypto import algos
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.signers import Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

REST = 4096
"""Bytes of a signature beside its certificate, generously."""


class KeyInHand(Signer):
    """RSA, PKCS #1 v1.5, SHA-256: what every reader's programme knows."""

    def __init__(self, key: rsa.RSAPrivateKey, certificate: x509.Certificate) -> None:
        der = certificate.public_bytes(Encoding.DER)
        self._key = key
        self.room = 2 * (len(der) + REST)
        """Characters to keep free for the signature in the file, two for a byte."""
        super().__init__(
            signing_cert=asn1_x509.Certificate.load(der),
            cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
            signature_mechanism=algos.SignedDigestAlgorithm({"algorithm": "sha256_rsa"}),
        )

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        if digest_algorithm != "sha256":
            raise ValueError(digest_algorithm)
        if dry_run:
            return bytes((self._key.key_size + 7) // 8)
        return self._key.sign(data, padding.PKCS1v15(), hashes.SHA256())

"""Certificates: numbered papers with a seal, a code and a page of their own that says what is true of them today.

A feature names its kind once (`kind("pledge", …)`), issues in the transaction of its deed (`issue`), and ends them (`end`). The worker
prints and seals the PDF; /verify/ (front.verify) answers anybody who holds one. codes the check code · seal key, certificate
and signature · reading what a dropped file is · badge the small picture for the holder's own site.
"""

from flask import Flask

from association.kernel.certificates import sealing
from association.kernel.certificates.badge import badge
from association.kernel.certificates.codes import shown, tidy
from association.kernel.certificates.issuing import end, issue, restore
from association.kernel.certificates.kinds import Kind, kind, kind_of, pairs_of, remark_of
from association.kernel.certificates.models import Certificate, CertificateState
from association.kernel.certificates.qr import qr
from association.kernel.certificates.reading import Finding, Reading, read
from association.kernel.certificates.records import PAPER, by_code, certificates_of, paper_of, wanted

__all__ = [
    "PAPER", "Certificate", "CertificateState", "Finding", "Kind", "Reading", "badge", "by_code", "certificates_of", "end", "issue",
    "kind", "kind_of", "pairs_of", "paper_of", "read", "remark_of", "restore", "shown", "tidy", "wanted",
]  # fmt: skip


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(qr=qr, pairs_of=pairs_of, shown_code=shown)
    sealing.present()

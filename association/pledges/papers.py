"""The signing certificate: what it says, and who holds it."""

from association.kernel import certificates, clock, dated
from association.kernel.certificates import Certificate, CertificateState
from association.kernel.day_words import day_words
from association.kernel.db import session
from association.kernel.policy import Actor, can
from association.kernel.words import _, _l, spoken_in
from association.pledges.models import Signature, Standing
from association.pledges.policy import P

KIND = "pledge"


def may_read(actor: Actor, certificate: Certificate) -> bool:
    signature = session.get(Signature, certificate.subject_id)
    return signature is not None and can(actor, P.SEE_SIGNATURE, signature)


def remark(certificate: Certificate) -> str:
    """What is true of a valid certificate's signature besides: it waits for a new one, owes a statement, is publicised."""
    signature = session.get(Signature, certificate.subject_id)
    return str(REMARKS.get(signature.stands, "")) if signature is not None else ""


REMARKS = {
    Standing.RESIGN: _l("待重签新版"), Standing.OVERDUE: _l("年度履约说明逾期未报"), Standing.PUBLICISED: _l("公示中"),
}  # fmt: skip
METHODS = {
    "password_totp": (_l("密码和动态验证码"), _l("公约中关于电子签署的约定；签署人以密码和动态验证码确认")),
    "password": (
        _l("密码（演示站，没有启用动态验证码）"),
        _l("公约中关于电子签署的约定；签署人以密码确认（演示站，没有启用动态验证码）"),
    ),
}
"""By what a signer confirmed: in words for the record, and for the certificate."""


certificates.kind(
    KIND,
    label=_l("公约签署证书"),
    labels={
        "pledge": _l("公约"), "version": _l("版本"), "holder": _l("签署单位"), "uscc": _l("统一社会信用代码"), "signed": _l("签署"), "since": _l("连续签署自"),
        "text": _l("文本摘要SHA-256"), "basis": _l("签署依据"),
    },
    may_read=may_read,
    found_by_number=True,
    remark=remark,
)  # fmt: skip


def issue(signature: Signature, *, actor: Actor, supersedes: Certificate | None) -> Certificate:
    """Numbered `GY-<code>-<year>-<serial>`; the worker prints and seals it."""
    version, was = signature.version, signature.as_it_was
    if version.edition is None or signature.signed_at is None:
        raise LookupError(signature.id)
    with spoken_in("zh_Hans"):  # the paper's language
        content = {
            "pledge": f"《{version.title}》",
            "version": version.edition.name,
            "holder": signature.name,
            "uscc": str(was["uscc"]),
            "signed": _("%(day)s，由授权签署人签署", day=day_words(clock.day_of(signature.signed_at))),
            "since": day_words(signature.since_on) if signature.since_on else "",
            "text": signature.text_hash,
            "basis": str(METHODS[signature.method][1]),
        }
    form = str(dated.value("pledges.number")).replace("{code}", signature.pledge.code)
    return certificates.issue(
        KIND, subject=signature, holder=signature.name, content=content, valid_from=clock.today(), form=form, actor=actor,
        supersedes=supersedes,
    )  # fmt: skip


def of(signature: Signature) -> Certificate | None:
    """The newest one."""
    return next(iter(certificates.certificates_of(signature)), None)


ENDS = {
    "left": CertificateState.WITHDRAWN, "lapsed": CertificateState.LAPSED, "removed": CertificateState.REVOKED, "not_renewed": CertificateState.LAPSED, "ended": CertificateState.LAPSED,
    "closed": CertificateState.LAPSED,
}  # fmt: skip

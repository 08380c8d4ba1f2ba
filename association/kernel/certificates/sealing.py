"""How the seal comes onto the worker's PDF, and what /readyz asks about it."""

from association.kernel import documents, health, history
from association.kernel.certificates import seal
from association.kernel.certificates.records import PAPER
from association.kernel.words import _l

history.describe(
    issue_certificate=_l("签发证书"), end_certificate=_l("终止证书"), restore_certificate=_l("恢复证书")
)


def present() -> None:
    """The worker seals every certificate it has printed, outside any transaction; killed meanwhile, it prints and seals again."""
    documents.issued(PAPER)
    documents.finished_by(PAPER, lambda content, address: seal.sealed(content, address=address))


@health.part("seal")
def _seal() -> str:
    return seal.fault()

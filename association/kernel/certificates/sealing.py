"""How the seal comes onto the worker's PDF, and what /readyz asks about it."""

from association.kernel import documents, health
from association.kernel.certificates import seal
from association.kernel.certificates.records import PAPER


def present() -> None:
    """The worker seals every certificate it has printed, outside any transaction; killed meanwhile, it prints and seals again."""
    documents.finished_by(PAPER, lambda content, address: seal.sealed(content, address=address))


@health.part("seal")
def _seal() -> str:
    return seal.fault()

"""Tables of rules: documents, their editions, clauses with a lasting identity, what became of them, and who cites them."""

from association.rules.models.citation import Citation
from association.rules.models.document import Document, DocumentKind
from association.rules.models.edition import Clause, Edition, EditionState, Provision, Standing
from association.rules.models.mapping import ClauseFate, Mapping

__all__ = [
    "Citation", "Clause", "ClauseFate", "Document", "DocumentKind", "Edition", "EditionState", "Mapping", "Provision", "Standing",
]  # fmt: skip

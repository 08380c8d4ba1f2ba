"""What upper features may hear of texts, within the transaction in which it happens."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextChanged:
    """An edition became public, was withdrawn, began or ceased to be in force, or somebody said what became of its clauses."""

    document_id: int

"""What features above may hear of cases, within the transaction in which it happens."""

from dataclasses import dataclass

from bulletins.cases.models import CaseFile, PublicityEnd


@dataclass(frozen=True, slots=True)
class PublicityBegun:
    """From today it may be shown with the organisation's name."""

    case: CaseFile


@dataclass(frozen=True, slots=True)
class PublicityEnded:
    """From today the name is shown no more."""

    case: CaseFile
    end: PublicityEnd


@dataclass(frozen=True, slots=True)
class DecisionChanged:
    """An appeal has changed what was decided, before any of it was in effect."""

    case: CaseFile


@dataclass(frozen=True, slots=True)
class CaseAnnulled:
    """The decision should never have stood: nothing of it is told any more but that it was annulled."""

    case: CaseFile
    because: str

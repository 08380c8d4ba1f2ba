"""What upper features may hear of a consultation, within the transaction in which it happens."""

from dataclasses import dataclass

from association.consultations.models import Consultation


@dataclass(frozen=True, slots=True)
class ConsultationClosed:
    """Its last day is over; comments are taken no longer."""

    consultation: Consultation


@dataclass(frozen=True, slots=True)
class ConsultationFinished:
    """Every comment is answered and the answers are public."""

    consultation: Consultation


@dataclass(frozen=True, slots=True)
class ConsultationWithdrawn:
    """It was taken back before its end."""

    consultation: Consultation

"""Kinds of certificates, named by the features that issue them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from association.kernel.certificates.models import Certificate, CertificateState
from association.kernel.policy import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """`labels` names the fields of `content` in the order they are shown; `template` prints it (print/certificate.html or one that
    extends it). `may_read` says to whom its PDF belongs. With `found_by_number` its number alone leads to its check page: right
    only where who holds one is public anyway, since numbers can be counted through. `remark` says in a few words what else is true today of
    one that is valid ('': nothing); the check page and the badge repeat it. One that `is_of_a_day` tells what was so on the day it begins; it
    is neither valid nor invalid, has no badge, and its remark says what of that is so today."""

    word: str
    label: Any
    template: str
    labels: Mapping[str, Any]
    may_read: Callable[[Actor, Certificate], bool]
    found_by_number: bool = False
    remark: Callable[[Certificate], str] = lambda _certificate: ""
    is_of_a_day: bool = False


_kinds: dict[str, Kind] = {}


def kind(
    word: str,
    *,
    label: Any,
    labels: Mapping[str, Any],
    may_read: Callable[[Actor, Certificate], bool],
    template: str = "print/certificate.html",
    found_by_number: bool = False,
    remark: Callable[[Certificate], str] = lambda _certificate: "",
    is_of_a_day: bool = False,
) -> Kind:
    """Name a kind; once, where the feature's module is loaded."""
    _kinds[word] = Kind(
        word=word, label=label, template=template, labels=labels, may_read=may_read, found_by_number=found_by_number,
        remark=remark, is_of_a_day=is_of_a_day,
    )  # fmt: skip
    return _kinds[word]


def kind_of(certificate: Certificate) -> Kind:
    return _kinds[certificate.kind]


def remark_of(certificate: Certificate) -> str:
    """What else is true of one that is valid today."""
    return kind_of(certificate).remark(certificate) if certificate.state is CertificateState.VALID else ""


def numbered_kinds() -> list[str]:
    """Those whose certificates are found by their number."""
    return [word for word, found in _kinds.items() if found.found_by_number]


def pairs_of(certificate: Certificate) -> list[tuple[str, str]]:
    """(label, words) of what it certifies, in the kind's order; empty facts are left out."""
    labels = kind_of(certificate).labels
    return [(str(labels[f]), str(certificate.content[f])) for f in labels if certificate.content.get(f)]

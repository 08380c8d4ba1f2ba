"""Verbs of pledges, each with its actor."""

from association.pledges.actions.signing import (
    check_preparable,
    confirm,
    consent_of,
    consent_read,
    leave,
    prepare,
    put_in_batch,
    sign,
)
from association.pledges.actions.writing import (
    adopt,
    begin,
    change_signatories,
    check_revisable,
    check_writable,
    invite,
    lay_out,
    repeal,
    revise,
)

__all__ = [
    "adopt", "begin", "change_signatories", "check_preparable", "check_revisable", "check_writable", "confirm", "consent_of", "consent_read", "invite", "lay_out", "leave", "prepare", "put_in_batch",
    "repeal", "revise", "sign",
]  # fmt: skip

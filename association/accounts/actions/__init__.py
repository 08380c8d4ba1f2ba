"""Verbs of accounts."""

from association.accounts.actions.entering import (
    Outcome,
    ask_reset,
    complete_second_factor,
    confirm_address,
    prove,
    register,
    reset,
    sign_in,
    sign_out,
)
from association.accounts.actions.own import (
    change_email,
    change_language,
    change_password,
    end_session,
    enrol_second_factor,
    fresh_recovery_codes,
    revise,
    sign_out_everywhere,
)
from association.accounts.actions.staff import (
    accept_invitation,
    create_account,
    disable,
    enable,
    forget,
    invite,
    make_administrator,
    propose,
    reset_second_factor,
)

__all__ = [
    "Outcome", "accept_invitation", "ask_reset", "change_email", "change_language", "change_password",
    "complete_second_factor", "confirm_address", "create_account", "disable", "enable", "end_session",
    "enrol_second_factor", "forget", "fresh_recovery_codes", "invite", "make_administrator", "propose", "prove", "register",
    "reset", "reset_second_factor", "revise", "sign_in", "sign_out", "sign_out_everywhere",
]  # fmt: skip

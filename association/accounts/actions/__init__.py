"""Verbs of accounts."""

from association.accounts.actions.entering import (
    Outcome,
    complete_second_factor,
    knows_code,
    knows_password,
    may_enter,
    sign_in,
    sign_out,
)
from association.accounts.actions.forgetting import forget
from association.accounts.actions.own import (
    ask_email,
    change_email,
    change_language,
    change_password,
    close,
    end_session,
    enrol_second_factor,
    fresh_recovery_codes,
    revise,
    sign_out_everywhere,
)
from association.accounts.actions.registering import ask_reset, prove, register, reset
from association.accounts.actions.staff import (
    accept_invitation,
    create_account,
    disable,
    enable,
    follow_appointment,
    invite,
    make_administrator,
    propose,
    reset_second_factor,
    send_invitation_again,
)

__all__ = [
    "Outcome", "accept_invitation", "ask_email", "ask_reset", "change_email", "change_language", "change_password", "close",
    "complete_second_factor", "create_account", "disable", "enable", "end_session", "enrol_second_factor", "follow_appointment", "forget",
    "fresh_recovery_codes", "invite", "knows_code", "knows_password", "make_administrator", "may_enter", "propose", "prove", "register",
    "reset", "reset_second_factor", "revise", "send_invitation_again", "sign_in", "sign_out", "sign_out_everywhere",
]  # fmt: skip

"""Accounts: how a person proves who they are here, and which roles they hold.

models · passwords · tokens (links in letters) · limits (tries counted) · second_factor (TOTP) · actors (who asks) · retention · the
usual rooms.
"""

from flask import Flask

from association.accounts import letters, retention, signed_in, views
from association.accounts.commands import users

# Imported for its regular work; it has nothing to register with the app.
_PRESENT = (retention,)


def init_app(app: Flask) -> None:
    signed_in.init_app(app)
    letters.init_app()
    views.init_app(app)
    app.cli.add_command(users)

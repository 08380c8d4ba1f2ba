"""`flask users`: what must be possible before there are two administrators, and when a phone is lost."""

import click
from flask.cli import AppGroup

from association.accounts import actions, queries
from association.kernel.errors import Refused
from association.kernel.transactions import writing

users = AppGroup("users", help="Accounts of the first two administrators, and recovery.")


@users.command("create")
@click.option("--admin", is_flag=True, help="Make an administrator (works until two exist).")
@click.option("--email", prompt=True)
@click.option("--name", prompt=True)
@click.option("--password", prompt=True, hide_input=True, confirmation_prompt=True)
def create(*, admin: bool, email: str, name: str, password: str) -> None:
    """Create an account with a proven address."""
    if admin and len(queries.administrators()) >= 2:
        raise click.ClickException("Two administrators exist already; they grant roles on the site.")
    try:
        with writing():
            account = actions.create_account(name=name, email=email, password=password)
            if admin:
                actions.make_administrator(account)
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from None
    click.echo(f"{email}: created" + (", administrator" if admin else ""))


@users.command("reset-second-factor")
@click.argument("email")
def reset_second_factor(email: str) -> None:
    """Forget the second factor of EMAIL; at the next sign-in it is enrolled again."""
    with writing():
        account = queries.by_email(email)
        if account is None:
            raise click.ClickException(f"no account {email}")
        actions.reset_second_factor(account)
    click.echo(f"{email}: second factor reset, signed out everywhere")

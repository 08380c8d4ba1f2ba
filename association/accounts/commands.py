"""`flask users`: what must be possible before there are two administrators, and when a phone is lost."""

import sys

import click
from flask.cli import AppGroup

from association.accounts import actions, queries
from association.kernel import mail_address
from association.kernel.errors import Refused
from association.kernel.transactions import writing
from association.kernel.words import spoken_in

users = AppGroup("users", help="Accounts of the first two administrators, and recovery.")


@users.command("create")
@click.option("--admin", is_flag=True, help="Make an administrator (works until two exist).")
@click.option("--email", prompt=True)
@click.option("--name", prompt=True)
@click.option("--password", help="Asked for when absent; better not in the shell's history.")
@click.option(
    "--password-stdin", is_flag=True, help="Read the password from the first line of standard input."
)
@click.option(
    "--language", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Of letters."
)
def create(
    *, admin: bool, email: str, name: str, password: str | None, password_stdin: bool, language: str
) -> None:
    """Create an account with a proven address.

    With --admin for the first two administrators; from then on they grant roles on the site, always two together.
    """
    if admin and len(queries.administrators()) >= 2:
        raise click.ClickException("Two administrators exist already; they grant roles on the site.")
    address = mail_address.normal(email)
    if address is None:
        raise click.ClickException(f"not an e-mail address: {email}")
    if not name.strip() or len(name) > 100:
        raise click.ClickException("a name has 1 to 100 characters")
    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    elif password is None:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    with spoken_in("en"):
        try:
            with writing():
                account = actions.create_account(
                    name=name.strip(), email=address, password=password, language=language
                )
                if admin:
                    actions.make_administrator(account)
        except Refused as refusal:
            raise click.ClickException(str(refusal)) from None
    click.echo(f"{address}: created" + (", administrator" if admin else ""))


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

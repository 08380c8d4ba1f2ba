"""What is sent about coverage: a request to look at old figures again. No letter carries a figure."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.coverage.models import Figures
from association.organisations import queries as organisations
from association.organisations.models import Post


def renew(figures: Figures) -> None:
    acting = organisations.acting_officers([figures.organisation_id], Post.TRAINING, Post.CLERK)
    for account in accounts.accounts_of([o.person_id for o in acting if o.person_id]):
        to_accounts.write_to(
            account, "coverage/renew", about=figures, figures=figures, organisation=figures.organisation
        )

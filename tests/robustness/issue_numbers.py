"""A process of its own that issues numbers and says each one after its commit: python -m tests.robustness.issue_numbers DATA URL COUNT."""

import sys
from pathlib import Path

from app import create_app
from association.kernel import numbering
from association.kernel.db import session
from association.kernel.transactions import writing
from association.people.models import Person
from tests.conftest import settings_for


class Undone(Exception):
    """A deed that fails after it has taken a number."""


def issue(*, undone: bool) -> int:
    with writing():
        number = numbering.issue("notice", session.get_one(Person, 1)).number
        if undone:
            raise Undone
    return number


def main() -> None:
    data, url, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    with create_app(settings_for(data, url)).app_context():
        for turn in range(count):
            try:
                print(issue(undone=turn % 5 == 4), flush=True)
            except Undone:
                continue


if __name__ == "__main__":
    main()

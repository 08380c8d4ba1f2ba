"""Work after the commit, promised by rows of the commit.

`later(kind, …)` writes a row in the deed's transaction; the worker finds it (kernel.worker), Huey only wakes it. A kind is handled
in one of two ways:

- `handles(kind)`: quick work in the database. Effect and mark happen in one transaction; killed anywhere, the row is found again.
- `handles_slowly(kind, …)`: *prepare* reads, *work* does the slow part outside any transaction (mail, PDF), *finish* writes the
  effect and the mark together. Killed in between, it is done again, so *work* must be idempotent towards the world (a letter's
  file is named after the letter).

Why rows, how they are claimed and what happens to work that kills its worker: docs/decisions/0004-jobs-as-rows.md.
"""

from association.kernel.jobs.promises import (
    Handling,
    Hopeless,
    Job,
    JobState,
    backlog,
    given_up,
    handles,
    handles_slowly,
    later,
    try_again,
    wake_with,
)
from association.kernel.jobs.running import (
    afterwards,
    done_here,
    release_claims,
    renew_claims,
    run_due,
    work_as,
)

__all__ = [
    "Handling",
    "Hopeless",
    "Job",
    "JobState",
    "afterwards",
    "backlog",
    "done_here",
    "given_up",
    "handles",
    "handles_slowly",
    "later",
    "release_claims",
    "renew_claims",
    "run_due",
    "try_again",
    "wake_with",
    "work_as",
]

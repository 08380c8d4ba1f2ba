"""A worker of its own that tells those a warning concerns, and says when it begins and when all is done: python -m tests.robustness.tell_many DATA
URL NAME."""

import sys
from pathlib import Path

from sqlalchemy import select

from app import create_app
from association.kernel import jobs
from association.kernel.db import session
from association.kernel.jobs import Job, JobState
from association.kernel.jobs.running import work_as
from bulletins.warnings.effects import TELL
from tests.conftest import settings_for


def _is_left() -> bool:
    """Whether somebody has not been told yet."""
    waiting = select(Job.id).where(Job.kind == TELL, Job.state == JobState.WAITING).limit(1)
    found = session.scalar(waiting) is not None
    session.rollback()
    return found


def main() -> None:
    data, url, name = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    with create_app(settings_for(data, url)).app_context():
        work_as(name)
        print("begins", flush=True)
        while _is_left():
            jobs.run_due(limit=20)
        print("done", flush=True)


if __name__ == "__main__":
    main()

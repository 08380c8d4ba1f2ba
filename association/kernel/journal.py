"""What the processes say of themselves, on standard error, one line each: events and numbers, never who a person is.

Plain words in development, JSON elsewhere. The access log is
the business of the server in front.
"""

import logging
import sys

import structlog

from association.kernel.settings import Settings


def init(settings: Settings) -> None:
    """Set up structlog for this process; a test keeps what pytest captures."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    plain = settings.development or settings.testing or sys.stderr.isatty()
    last: list[structlog.typing.Processor] = (
        [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]
        if plain
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
    )
    structlog.configure(
        processors=[*shared, *last],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=_to_stderr,
        cache_logger_on_first_use=not settings.testing,
    )


def _to_stderr(*_names: object) -> structlog.typing.WrappedLogger:
    # Looked up when a logger is made: whoever captures standard error gets it.
    return structlog.PrintLogger(file=sys.stderr)

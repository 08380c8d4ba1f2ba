"""The association itself: its kernel, the people and organisations it deals with, and what it does with them.

`kernel` knows no feature. Every other folder is a feature with the same rooms (docs/architecture.md); arrows only point down:
organisations → accounts → people → kernel.
"""

from flask import Flask


def init_app(app: Flask) -> None:
    """Register every feature, lower ones first."""

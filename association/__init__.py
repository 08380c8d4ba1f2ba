"""The association itself: its kernel, the people and organisations it deals with, and what it does with them.

`kernel` knows no feature. Every other folder is a feature with the same rooms (docs/architecture.md); arrows only point down:
membership | permits → organisations → accounts → people → kernel.
"""

from flask import Flask

from association import accounts, administration, inbox, membership, organisations, permits


def init_app(app: Flask) -> None:
    """Register every feature, lower ones first."""
    for feature in (accounts, inbox, administration, organisations, permits, membership):
        feature.init_app(app)

"""Backups: one archive of the database and the files, and the keys in a second file under a passphrase.

archive what lies in it, and how it is read back · databases the databases' own copies · keys the second file · commands `flask backup`

The two files are kept apart: whoever has both opens every phone number. The index, faces and everything else of the data folder are made
anew by `flask site prepare`.
"""

from flask import Flask

from association.kernel.backup.commands import backup


def init_app(app: Flask) -> None:
    app.cli.add_command(backup)

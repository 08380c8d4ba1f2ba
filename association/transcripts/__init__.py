"""Records of training (培训记录): a person's own transcript as page and sealed PDF with a check code; an organisation's export about people whose employment is confirmed;
the training office's statistics.

models the table · settings · policy · queries · counts figures of sessions and months · papers the transcript on paper · sheets workbooks · forgetting · actions ·
views.
"""

from flask import Flask

from association.transcripts import forgetting, papers, settings, views

# Imported for the settings it defines.
_PRESENT = (settings,)


def init_app(app: Flask) -> None:
    forgetting.init_app()
    app.jinja_env.globals.update(transcript_of=papers.transcript_of)
    views.init_app(app)

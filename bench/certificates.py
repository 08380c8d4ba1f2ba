"""Certificates the worker prints, seals, keeps and marks, against a plain loop of WeasyPrint over the same pages in the same run."""

import time
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from app import create_app
from association.kernel import certificates, dated, faces, jobs
from association.kernel.db import db, session
from association.kernel.documents.work import page_of
from association.kernel.settings import ROOT, Settings
from association.kernel.transactions import writing
from tests import cast
from tests.journeys.server import environment
from tests.kernel.certificates.kinds import issued

COUNT = 20


def per_second(folder: Path) -> tuple[float, float]:
    """(ours, the plain loop's), certificates a second; both warm."""
    data = folder / "certificates"
    data.mkdir()
    app = create_app(Settings.from_environ(environment(data, 0, YUEZHANG_MODE="live")))
    with app.app_context():
        db.create_all()
        with writing():
            dated.plant()
        holder = cast.somebody()
        issued(holder)
        jobs.run_due()
        made = [issued(holder) for _ in range(COUNT)]
        with app.test_request_context():
            pages = [page_of(paper) for c in made if (paper := certificates.paper_of(c)) is not None]
        session.rollback()
        began = time.perf_counter()
        jobs.run_due()
        ours = COUNT / (time.perf_counter() - began)
        sheet = faces.stylesheet()
        began = time.perf_counter()
        for page in pages:
            fonts = FontConfiguration()
            HTML(string=page, base_url=f"{ROOT.as_uri()}/").write_pdf(
                stylesheets=[CSS(string=sheet, font_config=fonts)], font_config=fonts
            )
        plain = COUNT / (time.perf_counter() - began)
        db.engine.dispose()
    return ours, plain

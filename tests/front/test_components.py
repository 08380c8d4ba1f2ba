"""The page of parts: whole in development, not there otherwise."""

from dataclasses import replace

from app import create_app
from tests.conftest import settings_for
from tests.page import Page


def test_every_part_is_drawn_and_every_error_said_in_development(tmp_path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    app = create_app(replace(settings_for(data, f"sqlite:///{data / 'site.db'}"), development=True))
    with app.app_context():
        from association.kernel.db import db

        db.create_all()
        page = Page(app).get("/components/")
        assert page.heading == "部件"
        page.submit("提交，看各处的错误")
        assert page.errors == ["请填写单位名称", "不是有效的选择。", "请填写理由"]
        db.engine.dispose()


def test_a_site_in_use_has_no_page_of_parts(visitor: Page) -> None:
    assert visitor.get("/components/").status == 404

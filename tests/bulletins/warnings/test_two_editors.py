"""Two editors of one warning at the same time: the second is told, sees both, and nothing is lost."""

from association import drafting
from tests import cast
from tests.bulletins.warnings.issued import drafted, warning


def _editing(app, name: str, id_: int):
    account = cast.somebody("editor", name=name)
    return cast.signed_in(app, account.email).get(f"/desk/warnings/{id_}/edit/")


def test_the_second_to_save_is_shown_both_and_their_words_are_kept(app):
    id_ = drafted()
    first, second = _editing(app, "甲样例", id_), _editing(app, "乙样例", id_)
    first.submit("保存", title="警惕来源不明的素材", todo="先停投")
    assert first.status == 200
    second.submit("保存", title="小心来源不明的推广素材", happens="有人在群里兜售素材。")
    assert second.status == 409
    for words in (
        "甲样例",
        "警惕来源不明的素材",
        "小心来源不明的推广素材",
        "先停投",
        "清查在投素材",
        "两稿对照",
    ):
        assert words in second.text
    assert second.value("title") == "小心来源不明的推广素材"
    assert warning(id_).title == "警惕来源不明的素材"
    assert [(v.number, v.is_aside) for v in drafting.versions(warning(id_))] == [
        (3, True),
        (2, False),
        (1, False),
    ]


def test_saving_again_puts_theirs_over_knowingly_and_the_other_stays_a_version(app):
    id_ = drafted()
    first, second = _editing(app, "甲样例", id_), _editing(app, "乙样例", id_)
    first.submit("保存", title="甲的标题")
    second.submit("保存", title="乙的标题")
    second.submit("保存")
    assert (second.status, warning(id_).title) == (200, "乙的标题")
    assert "甲的标题" in second.text
    assert "另存，未并入" in second.text


def test_a_third_who_saves_meanwhile_is_shown_too(app):
    id_ = drafted()
    pages = [_editing(app, f"{who}样例", id_) for who in "甲乙丙"]
    pages[0].submit("保存", title="甲的标题")
    pages[1].submit("保存", title="乙的标题")
    pages[2].submit("保存", title="丙的标题")
    pages[1].submit("保存")
    pages[2].submit("保存")
    assert pages[2].status == 409
    assert "乙的标题" in pages[2].text


def test_what_is_wrong_is_said_at_its_field_and_kept_even_then(app):
    id_ = drafted()
    first, second = _editing(app, "甲样例", id_), _editing(app, "乙样例", id_)
    first.submit("保存", title="甲的标题")
    second.submit("保存", title="", happens="有人在群里兜售素材。")
    assert (second.status, second.errors) == (422, ["请填写标题"])
    assert second.value("happens") == "有人在群里兜售素材。"
    second.submit("保存", title="乙的标题")
    assert second.status == 409
    assert "甲的标题" in second.text

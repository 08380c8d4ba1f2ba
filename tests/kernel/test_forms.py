"""What the form library says by itself is said in the reader's language, too."""

import pytest
from flask import Flask
from wtforms import IntegerField, RadioField, SelectMultipleField

from association.kernel.forms import Form


class Several(Form):
    several = SelectMultipleField(choices=[("1", "甲")])
    number = IntegerField()
    one = RadioField(choices=[("1", "甲")])


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("zh", ["“9”不在可选的范围内。", "不是有效的整数。", "不是有效的选择。"]),
        ("en", ["“9” is not one of the choices.", "Not a valid integer value.", "Not a valid choice."]),
    ],
)
def test_choices_that_are_not_offered_and_words_for_numbers_are_refused_in_ones_language(
    app: Flask, language: str, sentences: list[str]
) -> None:
    typed = {"several": "9", "number": "many", "one": "9"}
    with app.test_request_context("/", method="POST", data=typed, headers={"Cookie": f"lang={language}"}):
        form = Several(meta={"csrf": False})
        form.validate()
        assert [form.errors[name][0] for name in typed] == sentences

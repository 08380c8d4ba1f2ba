"""Forms: the shape of what may be typed. Rules of the domain live in actions, which refuse.

`accepts()` is true when the form was posted and its shape is right. When an action refuses afterwards, the web layer calls the
view again with the refusal waiting; `accepts()` then puts its sentence at the field and says no, so that the view
draws the form as it was typed.
"""

import secrets
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from flask import g, request
from flask_wtf import FlaskForm
from flask_wtf.csrf import validate_csrf
from flask_wtf.i18n import translations
from wtforms import Field, HiddenField, RadioField, SelectChoice, StringField, TextAreaField, ValidationError
from wtforms.fields.core import UnboundField

from association.kernel import once
from association.kernel.errors import RefusedMany
from association.kernel.words import _, _l

_OWN = frozenset({"csrf_token", once.FIELD})


# They turn the direction of what follows, so that a name reads as another.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def tidy(value: Any) -> Any:
    """What people paste: outer blanks and invisible control characters go, everything else (𠮷, emoji) stays as written."""
    if not isinstance(value, str):
        return value
    kept = "".join(c for c in value if c in "\n\t" or (unicodedata.category(c) != "Cc" and c not in _TURNING))
    return unicodedata.normalize("NFC", kept).strip()


def tidy_line(value: Any) -> Any:
    """As `tidy`, and one line: what a forged request puts into a name must not become lines of a letter."""
    return tidy(" ".join(value.splitlines()).replace("\t", " ")) if isinstance(value, str) else value


class _LibrarysWords:
    """WTForms' own sentences in the reader's language; its Chinese catalogue lacks the one about several choices."""

    def gettext(self, sentence: str) -> str:
        return str(translations.gettext(sentence))

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        said = str(translations.ngettext(singular, plural, n))
        if said in (singular, plural) and "valid choice" in said:
            return _("“%(value)s”不在可选的范围内。")
        return said


_WORDS = _LibrarysWords()


class Form(FlaskForm):
    """Base of every form: CSRF, a once-token, tidied strings, values by keyword."""

    once = HiddenField()

    class Meta:
        def get_translations(self, _form: "Form") -> _LibrarysWords:
            return _WORDS

        def bind_field(self, form: "Form", unbound_field: UnboundField, options: dict[str, Any]) -> Field:
            filters = list(unbound_field.kwargs.get("filters", []))
            if issubclass(unbound_field.field_class, TextAreaField):
                filters.insert(0, tidy)
            elif issubclass(unbound_field.field_class, StringField):
                filters.insert(0, tidy_line)
            choices = unbound_field.kwargs.get("choices")
            if choices is not None and not callable(choices):  # features write pairs
                options["choices"] = [SelectChoice(*pair) for pair in choices]
            return unbound_field.bind(form=form, filters=filters, **options)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.refusals: list[str] = []
        if not self.once.data:
            self.once.data = secrets.token_urlsafe(18)

    def accepts(self) -> bool:
        """Whether the form was posted, is well-formed, and was not refused."""
        if not self.is_submitted():
            return False
        g.form = self
        if (refusal := g.get("refusal")) is not None:
            self.validate()
            self._attach(
                refusal.faults if isinstance(refusal, RefusedMany) else [(refusal.field, refusal.sentence)]
            )
            # What was typed may be sent again, as a new attempt.
            self.once.data = secrets.token_urlsafe(18)
            return False
        # kernel.web commits nothing that no accepted form has asked for.
        g.accepted = bool(self.validate())
        return bool(g.accepted)

    def _attach(self, faults: Iterable[tuple[str | None, object]]) -> None:
        for name, sentence in faults:
            field = self._fields.get(name) if name else None
            if field is None:
                self.refusals.append(str(sentence))
            else:
                field.errors = [*field.errors, str(sentence)]

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, by field name; empty strings are None only where the field says so itself."""
        return {name: field.data for name, field in self._fields.items() if name not in _OWN}

    @property
    def faults(self) -> list[tuple[Field | None, str]]:
        """Every error with its field (None: of the whole form), in the order of the fields, for the summary."""
        found: list[tuple[Field | None, str]] = [(None, sentence) for sentence in self.refusals]
        for name, field in self._fields.items():
            if name == "csrf_token" and field.errors:
                found.append((None, _("页面放得太久，为安全起见请再提交一次；你填写的内容都还在。")))
            elif name not in _OWN:
                found += [(field, str(error)) for error in field.errors]
        return found

    def changes_to(self, subject: Any, names: Iterable[str] | None = None) -> list[tuple[str, Any, Any]]:
        """What would differ: (name, before, after) for fields that are attributes of the subject."""
        wanted = list(names) if names is not None else list(self.values)
        return [
            (name, getattr(subject, name), self.values[name])
            for name in wanted
            if hasattr(subject, name) and (getattr(subject, name) or None) != (self.values[name] or None)
        ]


class ButtonForm(Form):
    """Nothing but its button."""


def asked_by_our_page() -> bool:
    """For what a script of ours sends without a form: whether it carries the page's CSRF token (X-CSRFToken). What it asks may then be
    committed."""
    try:
        validate_csrf(request.headers.get("X-CSRFToken"))
    except ValidationError:
        return False
    g.accepted = True
    return True


class StepForm(Form):
    """The form behind a workflow button: nothing but a reason."""

    reason = TextAreaField(_l("理由"))


class Required:
    """Something must be there; the sentence names what."""

    field_flags: ClassVar = {"required": True}

    def __init__(self, sentence: object | None = None) -> None:
        self.sentence = sentence

    def __call__(self, form: Form, field: Field) -> None:  # noqa: ARG002
        if field.data in (None, "", []) or (isinstance(field.data, str) and not field.data.strip()):
            if isinstance(field, RadioField):  # the library only says that nothing is no valid choice
                field.errors = []
                raise ValidationError(str(self.sentence or _("请选一项：%(label)s", label=field.label.text)))
            if field.errors:  # a parse error says it better
                return
            raise ValidationError(str(self.sentence or _("请填写%(label)s", label=field.label.text)))


class AtMost:
    """No more than n characters (what people count as characters: code points)."""

    def __init__(self, n: int) -> None:
        self.n = n
        self.field_flags = {"maxlength": n}

    def __call__(self, form: Form, field: Field) -> None:  # noqa: ARG002
        if field.data and len(field.data) > self.n:
            raise ValidationError(
                _(
                    "%(label)s最多%(n)d个字，现在是%(now)d个",
                    label=field.label.text,
                    n=self.n,
                    now=len(field.data),
                )
            )


class Matches:
    """A test with its sentence: `Matches(is_mobile, _l("…"))`; an empty field passes (Required says otherwise)."""

    def __init__(self, test: Callable[[Any], bool], sentence: object) -> None:
        self.test, self.sentence = test, sentence

    def __call__(self, form: Form, field: Field) -> None:  # noqa: ARG002
        if field.data not in (None, "", []) and not self.test(field.data):
            raise ValidationError(str(self.sentence))

"""A field for files. A form drawn again because something else was wrong still has the good files: their
bytes lie in the store already, and the page carries a signed word for each, so that nobody has to look for
the scan twice."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import IO, Any, cast

from flask import current_app
from itsdangerous import BadSignature, URLSafeTimedSerializer
from markupsafe import Markup
from werkzeug.datastructures import FileStorage
from wtforms import Field, FileField, ValidationError
from wtforms.widgets import FileInput

from association.kernel import files, sealed_files
from association.kernel.attachments.limits import SCANS, FileLimits, displayed_name
from association.kernel.attachments.models import Upload
from association.kernel.web import actor
from association.kernel.words import _


@dataclass(frozen=True)
class EarlierFile:
    """A file that came with an earlier post of the same form."""

    sha256: str
    filename: str
    token: str
    sealed_for: str | None = None

    @cached_property
    def stream(self) -> IO[bytes]:
        if self.sealed_for is not None:
            return io.BytesIO(sealed_files.read(self.sha256, purpose=self.sealed_for))
        return io.BytesIO(files.read(self.sha256))


class _FilesInput(FileInput):
    """The input, and a ticked box for each file that is already here."""

    def __call__(self, field: Field, **attributes: Any) -> Markup:
        files_field = cast(AttachmentField, field)
        earlier = files_field.keep_for_next_post()
        attributes.setdefault("accept", files_field.accept)
        attributes["multiple"] = files_field.multiple
        attributes["required"] = bool(field.flags.required) and not earlier
        boxes = Markup("").join(_box(files_field, kept) for kept in earlier)
        return boxes + cast(Markup, super().__call__(field, **attributes))


def _box(field: "AttachmentField", kept: EarlierFile) -> Markup:
    said = _("已收到“%(name)s”，不用再选（去掉勾选就不用它）", name=kept.filename)
    return Markup(
        '<label class="kept-file"><input type="checkbox" name="{}" value="{}" checked> {}</label>'
    ).format(field.kept_name, kept.token, said)


class AttachmentField(FileField):
    """One file, or with `multiple=True` several. `data` is an Upload for `attachments.store` (or None), or a
    list.

    The form macro shows `limits_sentence` under the label, and its form must be multipart. `sealed_for`: the key under which bytes
    lie that wait for the next post.
    """

    widget = _FilesInput()
    is_file = True
    data: Any

    def __init__(
        self, *args: Any, limits: FileLimits = SCANS, multiple: bool = False, sealed_for: str | None = None, **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.limits, self.multiple, self.sealed_for = limits, multiple, sealed_for
        self._sound: list[Upload] = []

    @property
    def accept(self) -> str:
        return self.limits.accept

    @property
    def limits_sentence(self) -> str:
        return self.limits.sentence(multiple=self.multiple)

    @property
    def kept_name(self) -> str:
        return f"{self.name}-kept"

    def process(self, formdata: Any, *args: Any, **kwargs: Any) -> None:
        self._tokens: Sequence[str] = formdata.getlist(self.kept_name) if formdata is not None else ()
        super().process(formdata, *args, **kwargs)

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        posted: list[Upload] = [v for v in valuelist if isinstance(v, FileStorage) and v]
        earlier = [kept for token in self._tokens if (kept := self._read(token)) is not None]
        if self.multiple:
            self.data = [*earlier, *posted]
        else:
            # A file chosen now takes the place of the one from before.
            self.data = next(iter([*posted, *earlier]), None)

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002
        chosen = self._chosen()
        self._sound = [file for file in chosen if self.limits.fault(file) is None]
        if self.multiple and len(chosen) > self.limits.max_files:
            raise ValidationError(
                _("选了%(n)d个文件，最多%(limit)d个。", n=len(chosen), limit=self.limits.max_files)
            )
        if faults := [sentence for file in chosen if (sentence := self.limits.fault(file))]:
            raise ValidationError(" ".join(faults))

    def keep_for_next_post(self) -> list[EarlierFile]:
        """The sound files of this post, in the store and with their tokens; what is drawn again shows
        them."""
        return [f if isinstance(f, EarlierFile) else self._park(f) for f in self._sound]

    def _chosen(self) -> list[Upload]:
        if self.multiple:
            return list(self.data or ())
        return [self.data] if self.data is not None else []

    def _park(self, file: Upload) -> EarlierFile:
        if self.sealed_for is None:
            sha256 = files.park(file.stream)
        else:
            sha256 = sealed_files.park(file.stream, purpose=self.sealed_for).sha256
        name = displayed_name(file.filename)
        return EarlierFile(sha256, name, self._signer().dumps([sha256, name]), self.sealed_for)

    def _read(self, token: str) -> EarlierFile | None:
        """An earlier file, if the token is ours, for this field and this person, and the file is still
        there."""
        try:
            sha256, name = self._signer().loads(token, max_age=int(files.SWEPT_AFTER.total_seconds() * 0.8))
        except (BadSignature, ValueError):
            return None
        return EarlierFile(sha256, name, token, self.sealed_for) if files.exists(sha256) else None

    def _signer(self) -> URLSafeTimedSerializer:
        salt = f"attachment:{self.name}:{actor().account_id}"
        return URLSafeTimedSerializer(current_app.extensions["settings"].secret_key, salt=salt)

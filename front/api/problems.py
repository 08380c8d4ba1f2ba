"""What went wrong, as problem+json (RFC 9457)."""

from http import HTTPStatus

from flask import Response, json, request

from association.kernel.words import _l

TYPE = "application/problem+json"
_WORDS = {
    400: _l("请求里有认不出的参数或值。"), 401: _l("需要有效的令牌。"), 403: _l("这里只有公开的内容。"), 404: _l("没有这项内容，或者它不公开。"),
    405: _l("这里只能读取，请用GET。"), 413: _l("请求太大。"), 429: _l("请求太频繁，请稍后再试。"), 500: _l("出错了，已经记下。"),
}  # fmt: skip


class Wrong(Exception):
    """A parameter that cannot be used (400); `parameter` names it."""

    def __init__(self, parameter: str, sentence: object) -> None:
        super().__init__(str(sentence))
        self.parameter, self.sentence = parameter, str(sentence)


def page(code: int, sentence: str = "", **more: object) -> Response:
    """The problem as an answer; `more` are members of its own, such as `parameter`."""
    said = {
        "type": "about:blank", "title": HTTPStatus(code).phrase, "status": code, "detail": sentence or str(_WORDS.get(code, "")),
        "instance": request.path, **more,
    }  # fmt: skip
    answer = Response(json.dumps(said, ensure_ascii=False), status=code, content_type=TYPE)
    answer.headers["Cache-Control"] = "no-store"
    if code == HTTPStatus.METHOD_NOT_ALLOWED:
        is_report = request.path.endswith("/report")
        answer.headers["Allow"] = "GET, HEAD, OPTIONS, PUT" if is_report else "GET, HEAD, OPTIONS"
    return answer

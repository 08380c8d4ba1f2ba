"""The address that takes reports in, in OpenAPI."""

from typing import Any

from association.kernel.words import _
from bulletins.figures.models import READ, WRITE
from bulletins.figures.settings import GREATEST
from front.api.problems import TYPE

Schema = dict[str, Any]
SECURITY = {"figures": {"type": "http", "scheme": "bearer"}}


def paths() -> dict[str, Schema]:
    parameters = [
        {"name": "period", "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[^/]+$"}}
    ]
    return {
        "/figures/{period}/report": {
            "get": {
                "operationId": "own_figures_report", "summary": _("本单位这一期的报送"), "description": _("令牌需要%(scope)s。", scope=READ),
                "parameters": parameters, "security": [{"figures": []}], "responses": {"200": _report(), **_problems("401", "403", "404", "429")},
            },
            "put": {
                "operationId": "put_figures_report", "summary": _("报送本单位这一期的行业数据"),
                "description": _(
                    "令牌需要%(scope)s。整份报送，每一项都要写：没有发生的写0，没有统计的写null。报送后由授权签署人在站内确认才计入。同样的内容再发一次还是同一份（200）。已确认的，内容不同是更正，要写because。",
                    scope=WRITE,
                ),
                "parameters": parameters, "security": [{"figures": []}],
                "requestBody": {"required": True, "content": {"application/json": {"schema": _sent()}}},
                "responses": {"200": _report(), "201": _report(), **_problems("401", "403", "404", "409", "413", "422", "429")},
            },
        }
    }  # fmt: skip


def _answers() -> Schema:
    return {
        "type": "object",
        "additionalProperties": {"type": ["integer", "null"], "minimum": 0, "maximum": GREATEST},
    }


def _sent() -> Schema:
    return {
        "type": "object", "required": ["answers"], "additionalProperties": False,
        "properties": {"answers": _answers(), "because": {"type": "string", "maxLength": 500, "description": _("更正的原因。")}},
    }  # fmt: skip


def _report() -> Schema:
    text = {"type": "string"}
    schema = {
        "type": "object", "required": ["period", "organisation", "version", "state", "answers"],
        "properties": {
            "period": text, "organisation": text, "version": {"type": "integer"}, "state": text, "answers": _answers(), "because": text,
            "due_on": {**text, "format": "date"}, "confirmed_at": {"type": ["string", "null"]},
        },
    }  # fmt: skip
    return {"description": _("内容。"), "content": {"application/json": {"schema": schema}}}


def _problems(*statuses: str) -> dict[str, Schema]:
    said = {
        "401": _("令牌不对、已撤销或者已失效。"), "403": _("令牌不能这样用。"), "404": _("没有这项内容，或者它不公开。"),
        "409": _("现在不能报送，例如上一稿在等签署人确认。"), "413": _("请求太大。"), "422": _("内容有要改的，faults逐处写明；什么都没有写入。"),
        "429": _("请求太频繁，请稍后再试。"),
    }  # fmt: skip
    content = {TYPE: {"schema": {"$ref": "#/components/schemas/problem"}}}
    return {status: {"description": said[status], "content": content} for status in statuses}

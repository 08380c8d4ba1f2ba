"""The API in OpenAPI 3.1, written from the lists themselves."""

from collections.abc import Mapping
from typing import Any

from association.kernel.errors import Forbidden, Unknown
from association.kernel.filters import LONGEST_WORDS, Choice, Day, Filter
from association.kernel.lists import Column
from association.kernel.rendering import choose_locale
from association.kernel.routing import GREATEST
from association.kernel.site import site
from association.kernel.words import _
from front.api import reporting_schema
from front.api.answers import MOST, USUAL, base
from front.api.changes import CHANGED, CORRECTED, CREATED, GONE
from front.api.licence import licence
from front.api.problems import TYPE
from front.api.resources import RESOURCES, List, Resource, list_of

Schema = dict[str, Any]
ANYTHING = ["string", "integer", "number", "boolean", "array", "null"]
_ID: Schema = {"type": "integer", "minimum": 0, "maximum": GREATEST}


def document() -> Schema:
    terms = licence()
    paths: dict[str, Schema] = {}
    schemas: dict[str, Schema] = {"problem": _problem()}
    for resource in RESOURCES:
        listing = _shown(resource)
        schemas[resource.name] = _row(resource, listing)
        paths[f"/{resource.template}"] = {"get": _list(resource, listing)}
        paths[f"/{resource.template}/{{id}}"] = {"get": _item(resource)}
    paths["/changes"] = {"get": _changes()}
    paths |= reporting_schema.paths()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _("%(site)s：开放数据接口", site=site(choose_locale() == "en").name), "version": "1.0.0", "description": terms.terms,
            "license": {"name": terms.name, **({"url": terms.url} if terms.url else {})},
        },
        "servers": [{"url": f"{base()}/api/v1"}],
        "paths": paths,
        "components": {"schemas": schemas, "responses": _responses(), "securitySchemes": reporting_schema.SECURITY},
    }  # fmt: skip


def _shown(resource: Resource) -> List | None:
    """A list to read filters and columns off; None for those beneath something: what they offer depends on it."""
    if resource.blanks:
        return None
    try:
        return list_of(resource)
    except (Unknown, Forbidden):
        return None


def _changes() -> Schema:
    text = {"type": "string"}
    change = {
        "type": "object", "required": ["number", "change", "removed", "list", "item", "url", "at"],
        "properties": {
            "number": _ID, "change": {"enum": [CREATED, CHANGED, CORRECTED, *GONE]}, "removed": {"type": "boolean"},
            "list": text, "item": {**text, "format": "uri"}, "url": {**text, "format": "uri"}, "at": text,
        },
    }  # fmt: skip
    page = {
        "type": "object", "required": ["items", "cursor", "next"],
        "properties": {"items": {"type": "array", "items": change}, "cursor": _ID, "next": {"type": ["string", "null"], "format": "uri"}},
    }  # fmt: skip
    return {
        "operationId": "changes", "summary": _("变更记录"),
        "description": _("每项内容最近一次变更，按先后编号；removed为真的，请从你的副本里删除。"),
        "parameters": _paging(), "responses": {"200": _answer(page), **_others("304", "400")},
    }  # fmt: skip


def _list(resource: Resource, listing: List | None) -> Schema:
    filters = listing.filters if listing else ()
    return {
        "operationId": resource.name, "summary": str(resource.title),
        "parameters": [*_blanks(resource), *_own(resource), *(_parameter(f) for f in filters if _is_of_use(f))],
        "responses": {"200": _answer(_page(resource)), **_others("304", "400", "404")},
    }  # fmt: skip


def _item(resource: Resource) -> Schema:
    schema: Schema = {
        "allOf": [
            {"$ref": f"#/components/schemas/{resource.name}"},
            {
                "type": "object", "required": ["text", "corrections", "lists"],
                "properties": {
                    "text": {"type": ["string", "null"], "description": _("这一页的正文，供检索用；没有时为空。")},
                    "corrections": {"type": "array", "items": {"type": "object"}, "description": _("签发之后的更正。")},
                    "lists": {"type": "object", "additionalProperties": {"type": "string", "format": "uri"}},
                },
            },
        ]
    }  # fmt: skip
    return {
        "operationId": f"{resource.name}_item", "summary": _("%(list)s：一项", list=str(resource.title)),
        "parameters": [*_blanks(resource), {"name": "id", "in": "path", "required": True, "schema": _ID}],
        "responses": {"200": _answer(schema), **_others("304", "400", "404")},
    }  # fmt: skip


def _blanks(resource: Resource) -> list[Schema]:
    return [
        {
            "name": blank, "in": "path", "required": True,
            "schema": _ID if f"<int:{blank}>" in resource.path else {"type": "string", "pattern": "^[^/]+$"},
        }
        for blank in resource.blanks
    ]  # fmt: skip


def _own(resource: Resource) -> list[Schema]:
    found = _paging()
    if resource.of_day:
        found.append(_query("on", {"type": "string", "format": "date"}, _("看这一天的情况；不写是今天。")))
    return found


def _paging() -> list[Schema]:
    return [
        {"name": "cursor", "in": "query", "schema": _ID, "description": _("上一页给出的游标。")},
        {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}},
    ]  # fmt: skip


def _query(name: str, schema: Schema, description: str) -> Schema:
    return {"name": name, "in": "query", "schema": schema, "description": description}


def _parameter(f: Filter) -> Schema:
    schema: Schema = {"type": "string"}
    if isinstance(f, Choice):
        schema["enum"] = [str(value) for value, _label in f.choices()]
    elif isinstance(f, Day):
        schema["format"] = "date"
    else:
        schema |= {"maxLength": LONGEST_WORDS, "pattern": "^[^\\u0000]*$"}
    return _query(f.name, schema, str(f.label))


def _is_of_use(f: Filter) -> bool:
    """Not while there is nothing to choose: years without anything issued."""
    return not isinstance(f, Choice) or bool(f.choices())


def _column(column: Column) -> Schema:
    """Days end in _on, moments in _at (CONTRIBUTING.md)."""
    if column.name.endswith("_on"):
        return {"type": ["string", "null"], "format": "date", "description": str(column.label)}
    if column.name.endswith("_at"):
        return {"type": ["string", "null"], "description": str(column.label)}
    return {"type": ANYTHING, "items": {"type": "string"}, "description": str(column.label)}


def _row(resource: Resource, listing: List | None) -> Schema:
    columns = {c.name: _column(c) for c in listing.columns} if listing else {}
    return {
        "type": "object", "title": str(resource.title), "required": ["id", "self", "url", *columns],
        "properties": {
            **columns, "id": _ID,
            "self": {"type": "string", "format": "uri", "description": _("本项在接口里的地址。")},
            "url": {"type": "string", "format": "uri", "description": _("给人看的页面。")},
        },
    }  # fmt: skip


def _page(resource: Resource) -> Schema:
    return {
        "type": "object", "required": ["items", "next"],
        "properties": {
            "items": {"type": "array", "items": {"$ref": f"#/components/schemas/{resource.name}"}},
            "next": {"type": ["string", "null"], "format": "uri", "description": _("下一页；没有时为空。")},
        },
    }  # fmt: skip


def _problem() -> Schema:
    text = {"type": "string"}
    return {
        "type": "object", "required": ["type", "title", "status", "detail"],
        "properties": {"type": text, "title": text, "status": {"type": "integer"}, "detail": text, "instance": text, "parameter": text},
    }  # fmt: skip


def _answer(schema: Schema) -> Schema:
    etag = {"schema": {"type": "string"}, "description": _("放进If-None-Match，没有变化时回答304。")}
    return {
        "description": _("内容。"), "headers": {"ETag": etag}, "content": {"application/json": {"schema": schema}},
    }  # fmt: skip


def _others(*statuses: str) -> Mapping[str, Schema]:
    return {status: {"$ref": f"#/components/responses/{status}"} for status in statuses}


def _responses() -> dict[str, Schema]:
    problem = {TYPE: {"schema": {"$ref": "#/components/schemas/problem"}}}
    return {
        "304": {"description": _("与你手里的一样。")},
        "400": {"description": _("请求里有认不出的参数或值。"), "content": problem},
        "404": {"description": _("没有这项内容，或者它不公开。"), "content": problem},
    }

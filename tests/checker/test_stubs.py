"""Stubs: the forms a user gives, and stubs made of real objects."""

import dataclasses
import enum
from collections.abc import Callable
from typing import Any, Literal, NotRequired, TypedDict, TypeVar, overload

import pydantic
import pytest

from ringfence_checker import CheckerError, prompt_from, stubs_from

T = TypeVar("T")


class Color(enum.Enum):
    RED = "red"


class Row(TypedDict):
    id: int
    note: NotRequired[str]


@dataclasses.dataclass
class Point:
    x: int
    y: list[int] = dataclasses.field(default_factory=list)


class Plain:
    size: int

    def __init__(self, size: int) -> None:
        self.size = size

    @property
    def label(self) -> str:
        return ""

    @staticmethod
    def make(n: int) -> "Plain":
        return Plain(n)


def plain(a: int, b: str = "x", *, c: float = 1.0) -> dict[str, list[int]]: ...
async def later(url: str) -> Row: ...
def generic(xs: list[T]) -> T: ...
def many(first: int, /, *rest: str, **named: Any) -> None: ...
def color() -> Color: ...
def point(p: Point) -> Plain: ...
def choose(kind: Literal["a", "b"], call: Callable[[int], str] | None = None) -> int: ...
def bare(a, b=2): ...


@overload
def either(x: int) -> int: ...
@overload
def either(x: str) -> str: ...
def either(x):
    return x


def rules(find, code, stubs):
    return [(d.line, d.rule) for d in find(code, stubs)]


@pytest.mark.parametrize(
    ("function", "good", "bad", "rule"),
    [
        (plain, "plain(1, c=2.0)['a'][0] + 1", "plain('1')", "arg-type"),
        (plain, "plain(1, 'y')", "plain(1, d=2)", "call-arg"),
        (later, "(await later('u'))['id'] + 1", "later('u')['id']", "missing-await"),
        (later, "(await later('u')).get('note')", "(await later('u'))['nope']", "typeddict-item"),
        (generic, "generic(['a']).upper()", "generic([1]).upper()", "attr-defined"),
        (many, "many(1, 'a', b=2)", "many(first=1)", "call-arg"),
        (color, "color() == Color.RED", "color().BLUE", "attr-defined"),
        (point, "point(Point(1)).label.upper()", "point(Point('1'))", "arg-type"),
        (point, "Plain.make(1).size + 1", "Plain.make('1')", "arg-type"),
        (choose, "choose('a', str)", "choose('c')", "arg-type"),
        (either, "either('a').upper()", "either(1).upper()", "attr-defined"),
        (bare, "bare(1, b=3)", "bare()", "call-arg"),
    ],
)
def test_stubs_of_functions(find, function, good, bad, rule):
    assert rules(find, good, [function]) == []
    assert (1, rule) in rules(find, bad, [function])


def test_the_text_of_a_stub():
    assert stubs_from(plain) == (
        "def plain(a: int, b: str = 'x', *, c: float = 1.0) -> dict[str, list[int]]: ...\n"
    )


def test_names_of_a_mapping_are_used(find):
    assert rules(find, "get(1)", {"get": plain}) == []


def test_what_has_no_stub_is_refused():
    with pytest.raises(TypeError, match="int"):
        stubs_from(3)


TOOL = {
    "name": "search-docs",
    "description": "Find pages.",
    "inputSchema": {
        "type": "object",
        "properties": {
            "query": {"type": "string"},
            "limit": {"type": "integer", "default": 5},
            "mode": {"enum": ["fast", "deep"]},
            "filter": {"$ref": "#/$defs/Filter"},
        },
        "required": ["query"],
        "$defs": {"Filter": {"type": "object", "properties": {"tag": {"type": "string"}},
                             "required": ["tag"]}},
    },
    "outputSchema": {
        "type": "object",
        "properties": {"hits": {"type": "array", "items": {
            "type": "object", "properties": {"title": {"type": "string"}}, "required": ["title"]}}},
        "required": ["hits"],
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("(await search_docs(query='a'))['hits'][0]['title'].upper()", []),
        ("await search_docs(query='a', filter={'tag': 'x'}, mode='deep')", []),
        ("await search_docs(query=3)", [(1, "arg-type")]),
        ("await search_docs(query='a', mode='slow')", [(1, "arg-type")]),
        ("await search_docs()", [(1, "call-arg")]),
        ("(await search_docs(query='a'))['hits'][0]['titel']", [(1, "typeddict-item")]),
        ("await search_docs(query='a', filter={'tag': 3})", [(1, "typeddict-item")]),
    ],
)
def test_stubs_of_a_tool(find, code, found):
    assert rules(find, code, [TOOL]) == found


class Address(pydantic.BaseModel):
    street: str
    city: str = "Rome"


class Customer(pydantic.BaseModel):
    id: int
    name: str = pydantic.Field(alias="fullName")
    addresses: list[Address] = []
    manager: "Customer | None" = None


def get_customer(id: int) -> Customer:
    raise NotImplementedError


def save_customer(customer: Customer) -> bool:
    raise NotImplementedError


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("get_customer(1).addresses[0].street.upper()", []),
        ("get_customer(1).name.upper()", []),
        ("save_customer(Customer(id=1, fullName='x', addresses=[Address(street='a')]))", []),
        ("get_customer(1).fullname", [(1, "attr-defined")]),
        ("get_customer(1)['name']", [(1, "index")]),
        ("get_customer(1).addresses.street", [(1, "attr-defined")]),
        ("Customer(id=1)", [(1, "call-arg")]),
        ("Customer(id='1', fullName='x')", [(1, "arg-type")]),
        ("save_customer({'id': 1})", [(1, "arg-type")]),
        ("get_customer(1).id + 'x'", [(1, "operator")]),
    ],
)
def test_stubs_of_pydantic_models(find, code, found):
    assert rules(find, code, [get_customer, save_customer, Customer, Address]) == found


ORDER_TOOL = {  # as a server of tools sends it: unions, constants, maps, formats
    "name": "create_order",
    "inputSchema": {
        "type": "object",
        "properties": {
            "sku": {"type": "string", "minLength": 1},
            "quantity": {"anyOf": [{"type": "integer"}, {"type": "null"}], "default": None},
            "price": {"type": "number"},
            "tags": {"type": "array", "items": {"type": "string"}},
            "options": {"type": "object", "additionalProperties": {"type": "boolean"}},
            "kind": {"const": "order"},
            "when": {"type": ["string", "null"], "format": "date-time"},
        },
        "required": ["sku", "price"],
        "additionalProperties": False,
    },
    "outputSchema": {"type": "object", "properties": {
        "id": {"type": "string"}, "total": {"type": "number"}}, "required": ["id"]},
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("(await create_order(sku='a', price=1))['id'].upper()", []),
        ("await create_order(sku='a', price=1.5, tags=['x'], options={'gift': True}, when=None)", []),
        ("await create_order(sku='a', price=1, quantity=None, kind='order')", []),
        ("await create_order(sku='a', price='1')", [(1, "arg-type")]),
        ("await create_order(sku='a', price=1, tags='x')", [(1, "arg-type")]),
        ("await create_order(sku='a', price=1, options={'gift': 'no'})", [(1, "dict-item")]),
        ("await create_order(sku='a', price=1, kind='offer')", [(1, "arg-type")]),
        ("await create_order(price=1)", [(1, "call-arg")]),
        ("await create_order(sku='a', price=1, colour='red')", [(1, "call-arg")]),
        ("(await create_order(sku='a', price=1))['total']", [(1, "possibly-missing-key")]),
        ("create_order(sku='a', price=1)['id']", [(1, "missing-await")]),
    ],
)
def test_stubs_of_a_tool_with_every_kind_of_schema(find, code, found):
    assert rules(find, code, [ORDER_TOOL]) == found


def test_a_schema_that_refers_to_itself_ends():
    schema = {"type": "object", "properties": {"next": {"$ref": "#/$defs/N"}}, "$defs": {
        "N": {"type": "object", "properties": {"next": {"$ref": "#/$defs/N"}}}}}
    assert "class N(TypedDict)" in stubs_from({"name": "f", "inputSchema": schema})


def test_stubs_in_a_file_and_in_a_package(find, tmp_path):
    file = tmp_path / "host.pyi"
    file.write_text("def go(n: int) -> str: ...\n")
    assert rules(find, "go('a')", file) == [(1, "arg-type")]
    assert rules(find, "go('a')", str(file)) == [(1, "arg-type")]
    package = tmp_path / "stubs"
    package.mkdir()
    (package / "__init__.pyi").write_text("import tools\ndef top() -> tools.Tool: ...\n")
    (package / "tools.pyi").write_text("class Tool:\n    size: int\ndef go(n: int) -> Tool: ...\n")
    code = "import tools\ntools.go(1).size + 1\ntools.go('a')\ntop().nope"
    assert rules(find, code, package) == [(3, "arg-type"), (4, "attr-defined")]


def test_a_stub_that_does_not_parse_is_refused(checker):
    with pytest.raises(CheckerError, match="line 1"):
        checker.set_stubs("def f(: ...\n")


def test_a_stub_may_use_typing_without_importing_it(find):
    assert rules(find, "f().upper()", "def f() -> Optional[str]: ...") == [(1, "union-attr")]


def test_inputs_are_names_of_any_or_a_given_type(find):
    assert find("x.anything", inputs=["x"]) == []
    assert [d.rule for d in find("x.anything", inputs={"x": "list[int]"})] == ["attr-defined"]
    assert [d.rule for d in find("x.anything", inputs={"x": int})] == ["attr-defined"]


def test_a_prompt_names_functions_and_modules():
    text = prompt_from([later, TOOL])
    assert "async def later(url: str) -> Row" in text
    assert "async def search_docs(" in text
    assert "json" in text

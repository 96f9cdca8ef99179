from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from secondsource.publish import publish
from secondsource.publish.schema import SHIPPED, generated_schema, schema_text
from tests.publish.invented import bridge_story


def test_the_shipped_schema_is_the_generated_one() -> None:
    assert SHIPPED.read_text(encoding="utf-8") == schema_text(), "run python -m secondsource.publish.schema"


def test_the_schema_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(generated_schema())


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["version"], "2"),
        (["stories", 0, "quotations", 0, "kind"], "verbatim"),
        (["stories", 0, "quotations", 0, "parts", 0], [3]),
        (["stories", 0, "facts", 0, "lead", "span", 0], -1),
        (["articles", 0, "outlet"], None),
    ],
)
def test_the_schema_refuses(path: list[str | int], value: object) -> None:
    changed: Any = json.loads(publish([bridge_story()], "json"))
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    with pytest.raises(ValidationError):
        Draft202012Validator(generated_schema()).validate(changed)

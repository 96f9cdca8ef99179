"""The JSON Schema of the collation format, generated from its types; a copy is shipped beside this file.

``python -m secondsource.publish.schema`` rewrites the copy.
"""

from __future__ import annotations

import json
from inspect import cleandoc
from pathlib import Path
from typing import Any

SHIPPED = Path(__file__).with_name("collation.schema.json")


def generated_schema() -> dict[str, Any]:
    """The schema (JSON Schema 2020-12) of what ``publish(collations, "json")`` returns."""
    import msgspec

    from secondsource.publish.collation_format import CollationDocument

    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Second Source collation, version 1",
        **msgspec.json.schema(CollationDocument),
    }
    cleaned: dict[str, Any] = _clean(schema)
    return cleaned


def _clean(part: Any) -> Any:
    """`part` with its descriptions dedented: Python 3.13 strips the indentation of docstrings, earlier ones keep it."""
    if isinstance(part, dict):
        return {k: cleandoc(v) if k == "description" and isinstance(v, str) else _clean(v) for k, v in part.items()}
    return [_clean(item) for item in part] if isinstance(part, list) else part


def schema_text() -> str:
    """The schema as the file that is shipped."""
    return json.dumps(generated_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SHIPPED.write_text(schema_text(), encoding="utf-8")

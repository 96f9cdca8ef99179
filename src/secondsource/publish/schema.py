"""The JSON Schema of the collation format, generated from its types; a copy is shipped beside this file.

``python -m secondsource.publish.schema`` rewrites the copy.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SHIPPED = Path(__file__).with_name("collation.schema.json")


def generated_schema() -> dict[str, Any]:
    """The schema (JSON Schema 2020-12) of what ``publish(collations, "json")`` returns."""
    import msgspec

    from secondsource.publish.collation_format import CollationDocument

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Second Source collation, version 1",
        **msgspec.json.schema(CollationDocument),
    }


def schema_text() -> str:
    """The schema as the file that is shipped."""
    return json.dumps(generated_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SHIPPED.write_text(schema_text(), encoding="utf-8")

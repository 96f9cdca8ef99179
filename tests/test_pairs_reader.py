from __future__ import annotations

import pytest

from tests.pairs_reader import parse_pairs

ONE = """# dates

Words about the rule.

## a title
published: 2024-03-08
outlet: The Ferry
```text
One line: here.

Another.
```
```expect
Friday -> x
```

## must not fire: nothing
```text
Text.
```
```expect
```
"""


def test_title_keys_text_and_expectation_are_read() -> None:
    first, second = parse_pairs(ONE, "dates.md")
    assert (first.title, dict(first.keys)) == ("a title", {"published": "2024-03-08", "outlet": "The Ferry"})
    assert first.text == "One line: here.\n\nAnother."
    assert first.expect == ("Friday -> x",)
    assert (second.text, second.expect, second.must_not_fire) == ("Text.", (), True)


def test_a_section_in_another_shape_is_named_with_its_line() -> None:
    with pytest.raises(ValueError, match=r"dates\.md:24: not a pair"):
        parse_pairs(ONE + "\n## broken\n```text\nno expectation\n```\n", "dates.md")

"""What holds for every trained reader that the package has."""

from __future__ import annotations

import subprocess
import sys

import pytest

from secondsource.annotate import annotate
from secondsource.model import READERS, Reader, is_installed, load_reader
from secondsource.types import Article
from tests.model.plain_report import TEXT, read


@pytest.fixture(scope="module", params=[name for name in READERS if name != "rules"])
def name(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    if not is_installed(chosen):
        pytest.skip(f"the model of the reader {chosen} is not in this checkout")
    return chosen


@pytest.fixture(scope="module")
def reader(name: str) -> Reader:
    loaded = load_reader(name)
    assert loaded is not None
    return loaded


def test_contents_reach_from_the_cue_to_the_end_of_the_clause(reader: Reader) -> None:
    contents = [" … ".join(span.of(TEXT) for span in a.content) for a in read(reader, TEXT).attributions]
    assert any("the Mill bridge would stay closed until May" in content for content in contents)
    assert any("nobody had told them of the closure" in content for content in contents)


@pytest.mark.parametrize(
    "text", [TEXT, "", "\n", "a", "\u200b\u00ad \ufffd", "😀 said 😀.", "x" * 5000, "said " * 3000]
)
def test_spans_lie_in_the_text_however_odd(reader: Reader, text: str) -> None:
    for attribution in read(reader, text).attributions:
        for span in (attribution.cue, *attribution.content, *([attribution.source] if attribution.source else [])):
            assert 0 <= span.start < span.end <= len(text)


def test_one_after_another_reads_as_alone(reader: Reader) -> None:
    alone = read(reader, TEXT)
    read(reader, TEXT.replace("county", "harbour board") * 3)
    again = read(reader, TEXT)
    assert alone.attributions == again.attributions
    assert alone.names == again.names
    assert alone.opinions == again.opinions


def test_another_process_finds_the_same(name: str, reader: Reader) -> None:
    program = (
        "import sys; from secondsource.annotate import annotate; from secondsource.model import load_reader;"
        "from secondsource.types import Article; text = sys.stdin.read();"
        f"print(annotate(Article(id='a', outlet='Gazette', text=text), load_reader({name!r})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=TEXT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == str(annotate(Article(id="a", outlet="Gazette", text=TEXT), reader))

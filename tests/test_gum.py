"""GUM's documents, and the scores of names and coreference on them."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Hashable
from itertools import combinations
from pathlib import Path

import pytest

from evals.coreference import Tally, b_cubed, best_assignment, ceaf_e, conll, lea, muc, without_singletons
from evals.gum import Counts, Named, conll_f1, coreference_tallies, gold_names, name_counts, read_documents
from training.reader.gum import GumDocument, read_gum


def _entities(*words: str) -> list[frozenset[Hashable]]:
    """Entities, each a word of one-letter mentions."""
    return [frozenset(word) for word in words]


# Worked out by hand; the pair of partitions is the example of Moosavi and Strube (2016).
GOLD, PREDICTED = _entities("abc", "defg"), _entities("ab", "cd", "fghi")


def test_muc_counts_the_links_that_hold() -> None:
    tally = muc(GOLD, PREDICTED)
    assert (tally.recalled, tally.gold) == (1 + 1, 2 + 3)
    assert (tally.precise, tally.predicted) == (1 + 0 + 1, 1 + 1 + 3)


def test_b_cubed_weighs_each_mention() -> None:
    tally = b_cubed(GOLD, PREDICTED)
    assert tally.recalled == pytest.approx(5 / 3 + 5 / 4)
    assert tally.precise == pytest.approx(2 + 1 + 1)
    assert (tally.gold, tally.predicted) == (7, 8)


def test_lea_weighs_each_entity_by_its_size() -> None:
    tally = lea(GOLD, PREDICTED)
    assert tally.recall == pytest.approx((3 * 1 / 3 + 4 * 1 / 6) / 7)
    assert tally.precision == pytest.approx((2 * 1 + 2 * 0 + 4 * 1 / 6) / 8)


def test_lea_links_a_mention_that_stands_alone_with_itself() -> None:
    assert lea(_entities("a", "bc"), _entities("a", "bd")).recall == pytest.approx(1 / 3)
    assert lea(_entities("a"), _entities("ab")).recall == 0


def test_ceaf_pairs_each_entity_once() -> None:
    tally = ceaf_e(GOLD, PREDICTED)
    assert tally.recalled == pytest.approx(2 * 2 / 5 + 2 * 2 / 8)
    assert (tally.gold, tally.predicted) == (2, 3)


@pytest.mark.parametrize("score", [muc, b_cubed, ceaf_e, lea])
def test_what_is_the_same_scores_1_and_what_is_apart_0(score: object) -> None:
    assert callable(score)
    assert score(GOLD, GOLD[::-1]).f1 == 1
    assert score(GOLD, _entities("xy", "z")).f1 == 0
    assert score(GOLD, []).f1 == score([], GOLD).f1 == score([], []).f1 == 0


def test_the_best_assignment_is_the_best_of_all() -> None:
    cells = [(row, column) for row in range(4) for column in range(3)]
    for seed in range(60):
        weights = {
            cell: ((seed + 7) * (i + 3) ** 3 % 17) / 17 for i, cell in enumerate(cells) if (seed * (i + 1)) % 5 < 3
        }
        fitting = [
            chosen
            for size in range(4)
            for chosen in combinations(sorted(weights), size)
            if len({row for row, _ in chosen}) == len({column for _, column in chosen}) == size
        ]
        best = max(sum(weights[cell] for cell in chosen) for chosen in fitting)
        assert best_assignment(weights) == pytest.approx(best)


def test_what_is_mentioned_once_can_be_left_out() -> None:
    assert without_singletons(_entities("a", "bc")) == _entities("bc")


def test_the_conll_score_is_the_mean_of_three() -> None:
    scores = conll(GOLD, PREDICTED)
    assert conll_f1((*scores, Tally())) == pytest.approx(sum(s.f1 for s in scores) / 3)


SENTENCES = """\
# newdoc id = GUM_news_ferry
# newpar
# sent_id = GUM_news_ferry-1
1	Mayor	Mayor	PROPN	NNP	_	2	nmod:desc	_	Entity=(1-person-new-nnnnn-cf1-2-coref
2	Ann	Ann	PROPN	NNP	_	4	nsubj	_	_
3	Reed	Reed	PROPN	NNP	_	2	flat	_	Entity=1)
4	praised	praise	VERB	VBD	_	0	root	_	_
5	the	the	DET	DT	_	6	det	_	Entity=(2-organization-new-nnnnn-cf2-2-coref
6	Port	Port	PROPN	NNP	_	4	obj	_	_
7	of	of	ADP	IN	_	8	case	_	_
8	Elmwood	Elmwood	PROPN	NNP	_	6	nmod	_	Entity=(3-place-new-nnnnn-cf3-1-sgl)2)|SpaceAfter=No
9	.	.	PUNCT	.	_	4	punct	_	_

# newpar
# sent_id = GUM_news_ferry-2
1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv-nnnnn-cf1-1-ana)
2	met	meet	VERB	VBD	_	0	root	_	_
3	the	the	DET	DT	_	4	det	_	Entity=(4-person-new-nnnnn-cf2-2-sgl
4	painter	painter	NOUN	NN	_	2	obj	_	_
5	Bob	Bob	PROPN	NNP	_	4	flat	_	_
6	Hale	Hale	PROPN	NNP	_	4	flat	_	_
7	of	of	ADP	IN	_	8	case	_	_
8	Elmwood	Elmwood	PROPN	NNP	_	4	nmod	_	Entity=(3-place-giv-nnnnn-cf3-1-coref)4)
9-10	cannot	_	_	_	_	_	_	_	SpaceAfter=No
9	can	can	AUX	MD	_	2	dep	_	_
10	not	not	PART	RB	_	2	dep	_	_
11	.	.	PUNCT	.	_	2	punct	_	_
"""


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder with two documents of one text, one of them of another genre."""
    (tmp_path / "data").mkdir()
    with tarfile.open(tmp_path / "data/gum_dev.tar.gz", "w:gz") as archive:
        for genre in ("news", "vlog"):
            content = SENTENCES.encode()
            entry = tarfile.TarInfo(f"gum/GUM_{genre}_ferry.conllu")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return tmp_path


@pytest.fixture
def document(shared: Path) -> GumDocument:
    return next(read_gum(shared, "dev"))


def test_the_text_is_put_together_with_its_paragraphs(document: GumDocument) -> None:
    assert (
        document.text
        == "Mayor Ann Reed praised the Port of Elmwood.\n\nShe met the painter Bob Hale of Elmwood cannot.\n"
    )


def test_names_stand_without_titles_and_the_longest_is_taken(document: GumDocument) -> None:
    found = [(document.text[start:end], kind) for start, end, kind in document.names]
    assert found == [
        ("Ann Reed", "PERSON"),
        ("Port of Elmwood", "ORGANIZATION"),
        ("Bob Hale", "PERSON"),
        ("Elmwood", "LOCATION"),
    ]
    assert {name.kind for name in gold_names(document)} == {"person", "organization", "place"}


def test_mentions_have_heads_and_chains(document: GumDocument) -> None:
    found = [(document.text[m.start : m.end], document.text[slice(*m.head)], m.chain) for m in document.mentions]
    assert ("Mayor Ann Reed", "Ann", "1") in found
    assert ("She", "She", "1") in found
    assert ("the painter Bob Hale of Elmwood", "painter", "4") in found


def test_documents_of_other_genres_are_left_out(shared: Path) -> None:
    (read,) = read_documents(shared, None, ("news",), ("dev",))
    assert read.document.id == "GUM_news_ferry"


def test_the_program_is_scored_by_names_and_by_who_is_who(shared: Path) -> None:
    read = read_documents(shared, None, ("news",), ("dev",))
    assert name_counts(read, ("person",)) == Counts(right=2, predicted=2, gold=2)
    tallies = coreference_tallies(read)
    assert tallies[0].gold == 2  # Ann Reed and she; Elmwood twice
    assert tallies[0].recalled >= 1
    assert 0 < conll_f1(tallies) <= 1


def test_a_span_alone_may_be_right_where_the_kind_is_wrong(shared: Path) -> None:
    (read,) = read_documents(shared, None, ("news",), ("dev",))
    gold = gold_names(read.document)
    wrong = type(read)(read.document, tuple(Named(n.start, n.end, "other") for n in gold), ())
    assert name_counts([wrong]).right == 0
    assert name_counts([wrong], span_only=True).f1 == 1

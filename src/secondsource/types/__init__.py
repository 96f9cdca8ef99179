"""The core values: frozen, made once by one stage and read by the next."""

from secondsource.types.annotations import (
    Annotations,
    DateBasis,
    DateMention,
    Entity,
    EntityKind,
    Figure,
    Gender,
    Mention,
    MentionForm,
    Precision,
    Quotation,
    QuotationForm,
    Sentence,
    Voice,
)
from secondsource.types.article import Anchor, Article, Block, BlockKind, Span
from secondsource.types.collation import (
    Alone,
    Collation,
    Conflict,
    ConflictKind,
    Coverage,
    Credit,
    Fact,
    Statement,
    TimelineEntry,
    Variant,
    VariantKind,
)
from secondsource.types.story import CopyEvidence, CopyReason, Origin, Person, Story

__all__ = [
    "Alone", "Anchor", "Annotations", "Article", "Block", "BlockKind", "Collation", "Conflict", "ConflictKind",
    "CopyEvidence", "CopyReason", "Coverage", "Credit", "DateBasis", "DateMention", "Entity", "EntityKind", "Fact",
    "Figure", "Gender", "Mention", "MentionForm", "Origin", "Person", "Precision", "Quotation", "QuotationForm",
    "Sentence", "Span", "Statement", "Story", "TimelineEntry", "Variant", "VariantKind", "Voice",
]  # fmt: skip

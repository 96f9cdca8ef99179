"""Phrases that give a sentence to somebody else even where no quotation was found in it."""

from __future__ import annotations

import re

_SAYING = "|".join(
    """accus(?:e[sd]?|ing) admit(?:s|ted|ting)? alleg(?:e[sd]?|ing) announc(?:e[sd]?|ing) argu(?:e[sd]?|ing)
    assert(?:s|ed|ing)? believ(?:e[sd]?|ing) claim(?:s|ed|ing)? confirm(?:s|ed|ing)? contend(?:s|ed|ing)?
    declar(?:e[sd]?|ing) den(?:y|ies|ied|ying) estimat(?:e[sd]?|ing) explain(?:s|ed|ing)? insist(?:s|ed|ing)?
    not(?:es|ed|ing) promis(?:e[sd]?|ing) recall(?:s|ed|ing)? sa(?:y|ys|id|ying) stat(?:es|ed|ing)
    suggest(?:s|ed|ing)? t(?:ell|ells|old|elling) testif(?:y|ies|ied) tweet(?:s|ed|ing)? vow(?:s|ed|ing)?
    warn(?:s|ed|ing)? wr(?:ite|ites|ote|iting)""".split()
)
_REPORTING = re.compile(
    r"\baccording to\b|\bin the (?:words|view|opinion) of\b|\bin (?:his|her|their) (?:view|opinion|words)\b"
    r"|\bas \w+ put it\b|\bas (?:first )?(?:reported|told|described|recounted) by\b|\bciting\b"
    r"|\breportedly\b|\ballegedly\b"
    r"|\b(?:is|are|was|were|been) (?:said|alleged|reported|believed|thought|understood|accused of|quoted)\b"
    rf"|\b(?:{_SAYING})\b(?: \w+){{0,3}} (?:that|how|whether)\b"
    r"|\b(?:said|says|say) (?:it|he|she|they|we|the|an?|his|her|their|there|this|these|it[’']s|(?-i:[A-Z]))"
    r"|(?<![“\w])[\"”“](?!”)"  # a mark that belongs to a quotation begun or ended elsewhere
    rf"|, \w[^,.;]{{0,60}} (?:{_SAYING})\b[^,.;]{{0,40}}[,.]$",
    re.IGNORECASE,
)


def has_reporting_phrase(own_words: str) -> bool:
    """Whether a sentence, less the words of others, says that somebody said what it says."""
    return _REPORTING.search(own_words) is not None


# Verbs and nouns whose object is somebody's opinion: "critics denounced the bill as a farce".
_JUDGING = re.compile(
    r"""\b(?:accus(?:e[sd]?|ing)|blast(?:ed|ing)|call(?:ed|ing)|charg(?:ed|ing)|condemn(?:s|ed|ing)?
    |critici[sz](?:e[sd]?|ing)|decr(?:y|ies|ied|ying)|denounc(?:e[sd]?|ing)|derid(?:e[sd]?|ing)|describ(?:e[sd]?|ing)
    |dismiss(?:es|ed|ing)|label(?:l?ed|l?ing)|brand(?:ed|ing)|lambast\w*|liken(?:s|ed|ing)?|mock(?:s|ed|ing)
    |portray(?:s|ed|ing)|prais(?:e[sd]|ing)|slam(?:s|med|ming)|ridicul(?:ed|ing)|regard(?:s|ed)?|view(?:ed|s)
    |s(?:een|ees|aw)|th(?:ink|inks|ought|inking)|f(?:eels?|elt|ear(?:s|ed)?)|hop(?:e[sd]?|ing)
    |critics|opponents|supporters|detractors)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def has_judging_word(own_words: str) -> bool:
    """Whether a judgement in the sentence may be somebody else's."""
    return _JUDGING.search(own_words) is not None

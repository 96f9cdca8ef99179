"""Units of measure, as written and as normalised."""

from __future__ import annotations

import re

# Unit, and the ways to write it: words first, then what may also be glued to the number.
_WRITTEN: dict[str, str] = {
    "%": r"%|per\s?cent(?!age)|pct\.?",
    "percentage point": r"percentage\s+points?|points?(?=\s+(?:lead|ahead|behind|advantage|margin))",
    "$": r"(?:U\.?S\.?\s+)?dollars?|bucks",
    "€": r"euros?",
    "¥": r"yen",
    "cent": r"cents?",
    "year old": r"years?\s?[-‑–]?\s?olds?|years?\s+of\s+age|yo\b",
    "month old": r"months?\s?[-‑–]?\s?olds?",
    "mile per hour": r"miles?\s+(?:per|an)\s+hour|mph",
    "kilometer per hour": r"kilomet(?:er|re)s?\s+(?:per|an)\s+hour|km/h|kph|kmh",
    "square mile": r"square[-\s]miles?|sq\.?\s+mi\.?",
    "square foot": r"square[-\s](?:feet|foot)|sq\.?\s?ft\.?",
    "square kilometer": r"square[-\s]kilomet(?:er|re)s?|sq\.?\s?km|km²",
    "square meter": r"square[-\s]met(?:er|re)s?|m²",
    "mile": r"miles?",
    "kilometer": r"kilomet(?:er|re)s?|km",
    "meter": r"met(?:er|re)s?",
    "centimeter": r"centimet(?:er|re)s?|cm",
    "millimeter": r"millimet(?:er|re)s?|mm",
    "foot": r"feet|foot|ft\.?",
    "inch": r"inch(?:es)?",
    "yard": r"yards?",
    "acre": r"acres?",
    "hectare": r"hectares?",
    "pound": r"pounds?|lbs?\.?",
    "ounce": r"ounces?|oz\.?",
    "tonne": r"tonnes?|metric\s+tons?",
    "ton": r"tons?",
    "kilogram": r"kilogram(?:me)?s?|kilos?|kg",
    "gram": r"gram(?:me)?s?",
    "liter": r"lit(?:er|re)s?",
    "gallon": r"gallons?",
    "barrel": r"barrels?",
    "degree": r"degrees?|°\s?[CF]?",
    "megawatt": r"megawatts?|MW",
    "hour": r"hours?|hrs?\.?",
    "minute": r"minutes?|mins?\.?",
    "second": r"seconds?|secs?\.?",
    "day": r"days?",
    "week": r"weeks?",
    "month": r"months?",
    "year": r"years?|yrs?\.?",
    "decade": r"decades?",
    "magnitude": r"magnitude",
}
_ALTERNATIVES = "|".join(f"(?P<u{number}>{written})" for number, written in enumerate(_WRITTEN.values()))
# A unit follows after a space, a hyphen ("25-year") or nothing ("40%", "5km").
_UNIT = re.compile(rf"(?P<joint>\s?[-‑–]\s?|\s+)?(?:{_ALTERNATIVES})(?![\w²])", re.IGNORECASE)
_NAMES = tuple(_WRITTEN)
_ATTRIBUTIVE = frozenset("mile foot yard acre pound ton hour minute second day week month year gallon dollar".split())
_INCHES = re.compile(
    r"(?:,?\s+|\s?-\s?)(?P<inches>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)(?:\s?[-\s]?inch(?:es)?|(?![\w%$.,-]*\w))"
)


def unit_at(text: str, position: int, limit: int) -> tuple[str, int, bool]:
    """The unit that follows a number which ends at `position`: its name ("" if none), where it ends, and whether a
    hyphen or its singular joins it to a noun.
    """
    match = _UNIT.match(text, position, limit)
    if match is None or match.lastgroup is None:
        return "", position, False
    joint = match["joint"] or ""
    name = next(name for number, name in enumerate(_NAMES) if match[f"u{number}"] is not None)
    glued = not joint and text[match.end() - 1].isalpha() and match.end() - position > 4
    if glued:
        return "", position, False
    # "A 25-year sentence" and "a ten year veteran" count sentences and veterans.
    attributive = bool(joint.strip()) or name.endswith(" old") or match[0].strip().lower() in _ATTRIBUTIVE
    return name, match.end(), attributive


def inches_at(text: str, position: int, limit: int) -> re.Match[str] | None:
    """The inches that follow feet: the 10 of "5 feet 10" and of "5-foot-10"; group ``inches``."""
    return _INCHES.match(text, position, limit)

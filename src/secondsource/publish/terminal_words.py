"""Words for a terminal: places, and readings with their marks, legible without colour."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from secondsource.publish import wording as say
from secondsource.publish.dossier import Excerpt, Reading, Role, Run
from secondsource.publish.place import Place, flowed
from secondsource.types import VariantKind

GREY = "bright_black"
_STYLES = {VariantKind.MEANING: "bold red underline", VariantKind.WORDING: "underline", VariantKind.SPELLING: "dim"}


def cited(place: Place, *, short: bool = False, others: Sequence[Place] = (), clause: Excerpt | None = None) -> Text:
    """The words at a place, or a `clause` of them, and after them where they stand and where else."""
    where = place.paragraph if short else place.label
    if others:
        where += f" (also {say.place_list(others)})"
    words = Text(place.text)
    if clause:
        words = Text(clause.before).append(clause.words, style="bold").append(clause.after)
    return words.append(f"  {where}", style=GREY)


def marked(reading: Reading) -> Text:
    """The words of a reading with their marks: {other words}, {-words missing-}, with ! where the meaning changes."""
    words = Text()
    for space, run in reading.spaced_runs:
        words.append(" " if space else "").append_text(_mark(run))
    return words


def legend(kinds: Sequence[VariantKind]) -> Text | None:
    """How the marks inside the words are to be read; None where nothing is marked."""
    if not kinds:
        return None
    parts = [_mark(Run("other words", Role.DIFFERS, VariantKind.WORDING)), Text(" this outlet's; ")]
    parts += [_mark(Run("words", Role.MISSING, VariantKind.OMISSION)), Text(" only in the fullest reading; ")]
    if VariantKind.MEANING in kinds:
        parts += [Text("!", style=_STYLES[VariantKind.MEANING]), Text(" changes the meaning; ")]
    legend = Text(style=GREY).append("Marks: ")
    for part in parts:
        legend.append_text(part)
    return legend.append("readings alike but for typography are shown as one")


def _mark(run: Run) -> Text:
    words = flowed(run.text)
    if run.role is Role.SAME:
        return Text(words)
    if run.role is Role.ASIDE:
        return Text(f"({words})" if words else "", style=GREY)
    if run.role is Role.ELIDED:
        return Text(f"(… {run.left_out} words …)", style=GREY)
    if run.role is Role.CUT:
        return Text(f"{{-{run.left_out} words-}}", style=GREY)
    sign = "!" if run.kind is VariantKind.MEANING else ""
    style = _STYLES.get(run.kind, "") if run.kind else ""
    if run.role is Role.MISSING:
        left = f" +{run.left_out} words" if run.left_out else ""
        return Text(f"{{{sign}-{words}{left}-}}", style=f"{style or GREY} strike")
    return Text(words, style=style) if run.kind is VariantKind.SPELLING else Text(f"{{{sign}{words}}}", style=style)

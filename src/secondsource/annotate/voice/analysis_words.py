"""The words of analysis: an outlet weighs what it reports with them. The form is that of `lexicon`.

None is a sign of opinion alone, as all stand in plain reports too: `analysis` weighs them together.
"""

from __future__ import annotations

MODALS = """
    could, may, might, would, will, likely to, sure to, bound to, certain to, potential to, threatens to, threaten to,
    promises to, promise to
"""

EFFECTS = """
    help, hurt, boost, complicat*, undermin*, strengthen*, weaken*, prove, pose, poses, posed, posing, implications,
    implication, consequence, consequences, risk*, asset, liability, damag*, benefit*, advantage, setback, challeng*,
    fuel*, embolden*, jeopardiz*, jeopardis*, shape, reshape, reverberat*, hamper*, threaten*, spell, cost, doom,
    backfire, haunt, alienat*, energiz*, energis*, deepen*, ease, worsen*, make it
"""

STAKES = """
    remains to be seen, remain to be seen, remains unclear, remains uncertain, remains an open question, implications,
    poses a risk, poses a threat, poses a challenge, poses a problem, poses a test, too late, uphill, at best, at worst,
    at stake, bad news for, good news for, turning point, low point, high stakes, high-stakes
"""

GREAT = "major, heavy, serious, severe, significant, stinging, devastating, big, fresh, political"

BLOWS = """
    blow, jolt, setback, victory, defeat, embarrassment, liability, risk, headache, problem, gamble, test, cost
"""

SIGNIFICANCE = """
    underscor*, underlin*, highlights, highlighted, illustrat*, epitomiz*, epitomis*, exemplif*, symboliz*, symbolis*,
    reveals, reveal, signals, signal, reflects, reflected, testament, lesson, lessons, reminder, a sign, another sign,
    latest sign, clear sign, sure sign, hallmark, emblem, emblematic, telling, a measure of, something of a,
    something of an, sort of, a kind of, it is worth, it's worth, it is important, it's important, it is hard,
    it's hard, it is easy, it's easy, it is difficult, it's difficult, it is clear, it's clear, it is no, it's no,
    the question is, the question for
"""

APPEARANCE = """
    seem, seems, seemed, seeming, seemingly, appear, appears, appeared, appearing, apparently, evidently, as if,
    as though, tend, tends, tended
"""

DEGREE = """
    far more, far less, far from, much more, much less, so much, increasingly, highly, deeply, sharply, widely, wildly,
    utterly, completely, entirely, overwhelmingly, particularly, especially, rather, quite, too, overly, extremely,
    exceedingly, heavily, openly, barely, hardly, decidedly
"""

THEATRE = """
    veiled, swipe, jab, rant, rants, tirade, broadside, salvo, frenzy, spectacle, drama, theatrics, blistering,
    scathing, stinging, withering, combative, bombastic, brash, spat, meltdown, debacle, fiasco, gaffe, gaffes, blunder,
    blunders, scramble, scrambling, circus
"""

FALSEHOOD = """
    false, falsely, inaccurate*, incorrect*, erroneous*, misleading*, falsehood, falsehoods, misinformation, untrue,
    debunked, baseless, unfounded, mischaracteriz*, mischaracteris*
"""

WHEN = """
    Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday, today, yesterday, tonight, last week, last month,
    last year, this week, this month, this year, next week, next month, next year, earlier, later
"""

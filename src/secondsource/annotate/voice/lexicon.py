"""The words of the signs of commentary, by kind. Commas separate phrases; ``*`` stands for any ending."""

from __future__ import annotations

INTERJECTIONS = """
    ugh, ughh, hm, hmm, hmmm, yikes, wow, whoa, oof, phew, gasp, sigh, meh, welp, yup, nope, duh, lol, omg, smh,
    eek, yay, bravo, alas, gee, gosh, oh boy, oh dear, oh well, oh no, oh my, oh really, good grief, well well, just
    saying, just sayin', go figure, no kidding, surprise surprise, you don't say, shame on, enough said, let that
    sink in, so much for, here we go again, spoiler alert, newsflash, news flash, talk about a, good luck with,
    thank goodness, thank god, god forbid, heaven forbid, give me a break, big mistake, not so fast, you can't make
    this up, not a good look, awkward, ouch, case closed, point taken, fair enough, make of that what you will, big
    yikes, what a joke, what a mess, what a shame, what a disgrace, what could possibly go wrong
"""

CALLS = """
    imagine, make no mistake, think about it, think about that, ask yourself, never mind, brace yourself, look no
    further, remember when, mark my words, let's, let us, don't be fooled, don't expect, don't forget, don't hold
    your breath, don't count on, don't kid yourself, don't worry, don't let, don't believe, don't bet on, don't look
    now, consider this, consider the, forget about, forget the
"""

RHETORICAL_STARTS = """
    isn't, aren't, doesn't, don't, didn't, wasn't, weren't, won't, wouldn't, shouldn't, couldn't, can't, haven't,
    hasn't, since when, who knew, who else, who needs, who cares, why on earth, why bother, how dare, how could, how
    can, how is it, how many more, how much more, what better, what if, what else, really
"""

FALSE_WORD = """
    erroneously, falsely, wrongly, mistakenly, incorrectly, absurdly, laughably, ludicrously, hilariously,
    ridiculously, bizarrely, inexplicably, hypocritically, disingenuously, dishonestly, misleadingly, shamelessly,
    cynically, preposterously, nonsensically, implausibly, incredibly, baselessly
"""

JUDGED_SPEAKER = """
    thinly veiled, thinly-veiled, barely veiled, not-so-subtle, not so subtle, thinly disguised, barely disguised,
    with a straight face, had the gall, had the nerve, had the audacity, the gall to, the audacity to, conveniently
    forgot*, conveniently ignor*, conveniently omit*, conveniently left, conveniently leav*, conveniently neglect*,
    doth protest
"""

SENTENCE_ADVERBS = """
    unfortunately, sadly, thankfully, ironically, curiously, unsurprisingly, not surprisingly, of course, obviously,
    frankly, honestly, tellingly, predictably, fortunately, luckily, oddly, oddly enough, bizarrely, incredibly,
    hilariously, shockingly, laughably, regrettably, mercifully, astonishingly, amazingly, surely, true to form, as
    if, as usual, as always, to be fair, to be sure, to be clear, to be honest, needless to say, suffice to say,
    suffice it to say, funnily enough, strangely enough, worse still, worse yet, even worse, better still, better
    yet, but of course, and of course, no doubt
"""

FEELS_LIKE = """
    this feels like, it feels like, that feels like, it all feels like, this looks like, this sounds like, that
    sounds like, it sounds like, this smacks of, this is what happens when
"""

TURNS_OF_PHRASE = """
    no wonder, little wonder, small wonder, it is no surprise, it's no surprise, it is no accident, it's no
    accident, it is no secret, it's no secret, it is no coincidence, it's no coincidence, comes as no surprise,
    comes as little surprise, is nothing new, nothing more than, nothing less than, nothing short of, is nothing
    but, to say the least, to put it mildly, to put it bluntly, speaks volumes, say what you will, truth be told, of
    all people, of all things, for crying out loud, for god's sake, there is no doubt, there's no doubt, there is no
    question, there's no question, there is no denying, there's no denying, there is no excuse, there's no excuse,
    there can be no doubt, the truth is, the sad truth, the reality is, the simple fact, the fact remains, the fact
    of the matter, the irony is, the bottom line is, the trouble is, it is time to, it's time to, it is time for,
    it's time for, it is time that, about time, high time, long past time, hard to believe, hard to imagine, hard to
    overstate, hard to see how, hard not to, hard to take seriously, hard to escape, it is tempting to, one wonders,
    one has to wonder, one can only hope, one might think, you'd think, beggars belief, defies belief, defies logic,
    beyond belief, beyond parody, never cease to, never ceases to, never fail to, never fails to, seems unable, seem
    unable, seems incapable, seem incapable, seems determined, seem determined, hell-bent, seem to think, seems to
    think, seem to believe, seems to believe, seem to forget, seems to forget, seem to have forgotten, seems to have
    forgotten, feels like, feel like a, feels a lot like, looks a lot like, sounds a lot like, smacks of, reeks of,
    flies in the face, fly in the face, a new low, an all-time low, only himself to blame, only herself to blame,
    only themselves to blame, should know better, should have known better, had it coming, laughing stock,
    laughingstock, a mockery of, a slap in the face
"""

HARSH_WORDS = """
    absurd*, ridiculous*, outrageous*, shameful*, disgraceful*, laughable, laughably, pathetic*, hilarious*,
    ludicrous*, idiotic*, idiot, idiots, stupid*, moron*, cowardly, despicable, disgusting*, appalling*,
    preposterous*, asinine, delusion*, deranged, unhinged, nonsens*, bogus, phony, phonies, hypocrisy, hypocrite,
    hypocrites, hypocritical*, smug*, spineless, gutless, craven*, farce, farcical, charade, boneheaded, tone-deaf,
    tone deaf, cringe*, shameless*, insufferable, loathsome, odious, mindless*, fear-mongering, fearmongering,
    scaremongering, virtue signal*, virtue-signal*, pandering, brainwash*, gaslight*, drivel, claptrap, cesspool,
    dumpster fire, train wreck, clown, clowns, lunacy, lunatic, lunatics, buffoon*, travesty, blatant*, egregious*,
    unconscionable, unconscionably, reprehensible, horrendous*, abysmal*, dreadful*, atrocious*, hateful, bigotry,
    bigots, demoniz*, demonis*, hysteria, hysterical*, propagandist*, cultish, sycophan*, cronies, cronyism,
    tyrannical, tyranny, thugs, thuggish, grotesque*, obscene*, sanctimon*, self-serving, self-righteous*
"""

GUSHING_WORDS = """
    jaw-dropping, mind-boggling, mind-blowing, mind-numbing, fabulous*, gorgeous*, adorable, masterful*, must-see,
    must-read, must-watch, unmissable, epic, breathtaking*, delightful*, magnificent*, heartwarming*, heart-warming,
    exquisite*
"""

SEEMS = "seem, seems, appears to be, as though"

MUST = "should, must, ought to, need to, needs to, deserve, deserves, cannot afford"

LOADED_WORDS = """
    leftist, leftists, lefty, far-left, hard-left, radical*, elite, elites, elitist*, mob, mobs, woke*, regime,
    agenda, swamp, establishment media, corporate media, mainstream media, liberal media, extremists, extremism,
    propaganda, corrupt*, disastrous*, failed, racist, racism, sexist, sexism, toxic, evil, dangerous*, crazy,
    insane*, horrible, horribly, terrible, terribly, awful*, brilliant*, amazing*, incredible, incredibly,
    shocking*, alarming*, rampant, draconian, so-called, scheme, weak, lie, lies, lying, liar, cruel*, bizarre*,
    troubling, disturbing*, massive*
"""

INTENSIFIERS = """
    utterly, totally, literally, simply, merely, hardly, truly, really, obviously, clearly, of course, certainly,
    surely, undoubtedly, essentially, basically, actually, completely, absolutely, purely, downright, profoundly,
    perhaps, maybe, apparently, seemingly, unfortunately, frankly, after all, in fact, indeed, at best, at worst, at
    all, even
"""

ALWAYS = """
    always, never, ever, nobody, everyone, everybody, nothing, everything, anyone, no one, any more, anymore, all of
    this, all of that
"""

TURNS = "but, and, so, yet, or, nor, because, then again"

IT_IS = """
    it is, it's, this is, that is, that's, there is, there's, here's, these are, they are, they're, but it is, but
    it's, but this is, and it is, and it's, and this is
"""

VERDICTS = """
    shabby, sorry, sordid, squalid, dismal, dire, lamentable, deplorable, foolish, unwise, wise, reckless, careless,
    callous, heartless, petty, mean-spirited, cynical, dishonest, disingenuous, botched, bungled, half-baked, muddled,
    feeble, timid, cowardly, brave, courageous, admirable, commendable, splendid, superb, dreary, dull, ugly, needless,
    senseless, pointless, hollow, empty, cheap, tawdry, rotten, lousy, wretched, miserable, pitiful, poor, sad,
    sensible, welcome, missed, wasted, fitting, worthy, unworthy, fair, unfair, unjust, low, strange, odd, curious,
    terrible, dreadful, wonderful, marvellous, marvelous, great, grave, glaring, classic, textbook, costly
"""

VERDICT_NOUNS = """
    decision, choice, mistake, error, blunder, failure, day, end, ending, start, way to, piece of, answer, argument,
    excuse, idea, plan, compromise, bargain, thing to, gesture, performance, spectacle, sight, affair, business,
    episode, bar, outcome, result, example, reminder, admission, apology, response, policy, rule, law
"""

ANSWERABLE = """
    firm, company, business, bank, airline, operator, utility, supplier, maker, shop, chain, club, team, league, board,
    committee, council, county, city, town, state, country, nation, government, administration, ministry, minister,
    president, mayor, governor, senator, congress, parliament, party, politician, leader, boss, chairman, chief,
    general, union, industry, market, system, society, democracy, court, judge, jury, police force, force, army, school,
    college, university, hospital, church, charity, newspaper, paper, broadcaster, network, regulator, agency,
    department, law
"""

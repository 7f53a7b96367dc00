"""Derives body-parts-, symptoms- and procedures-derived.tsv.gz from WordNet. See README.md."""

import sys

import nouns
from terms import write
from wordnet import WordNet

TABLES = {
    "body-parts": [("body part", 1)],
    "symptoms": [("symptom", 1)],
    "procedures": [("medical procedure", 1), ("surgery", 4), ("therapy", 1), ("diagnostic procedure", 1)],
}


def main(wordnet_folder):
    wordnet = WordNet(wordnet_folder)
    for kind, roots in TABLES.items():
        below = wordnet.below(*(wordnet.synset(*root) for root in roots))
        groups = [
            [w.lower() for w in wordnet.words[s] if is_usual(wordnet, w, below)] for s in sorted(below)
        ]
        write(
            kind + "-derived.tsv.gz",
            "Derived by src/vocabulary/anatomy.py from WordNet 3.0 (Princeton University); see NOTICE.",
            nouns.rows(wordnet, groups, kind + ".tsv", kind + ".stop"),
        )


def is_usual(wordnet, word, below):
    """A word of several meanings is taken only when this is its most usual one."""
    senses = wordnet.senses.get(word.lower(), [])
    return bool(senses) and senses[0] in below


if __name__ == "__main__":
    main(*sys.argv[1:])

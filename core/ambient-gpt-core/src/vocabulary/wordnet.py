"""Reads the files of WordNet 3.0 (Debian package wordnet-base)."""

import collections
import pathlib


class WordNet:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.words = {}  # noun synset -> its words
        self.parts = collections.defaultdict(list)  # noun synset -> hyponyms and instances
        self.senses = collections.defaultdict(list)  # lower-case noun -> synsets, most usual first
        for line in self._lines("data.noun"):
            fields = line.split(" | ")[0].split()
            synset = fields[0]
            count = int(fields[3], 16)
            self.words[synset] = [w.replace("_", " ") for w in fields[4 : 4 + 2 * count : 2]]
            pointers = fields[5 + 2 * count :]
            for kind, target in zip(pointers[0::4], pointers[1::4]):
                if kind in ("~", "~i"):
                    self.parts[synset].append(target)
        for line in self._lines("index.noun"):
            fields = line.split()
            self.senses[fields[0].replace("_", " ")] = fields[-int(fields[2]) :]
        self.counts = collections.Counter()  # (lemma, part of speech) -> tagged uses
        for line in (self.folder / "cntlist.rev").read_text().splitlines():
            sense, _, count = line.split()
            lemma, rest = sense.split("%")
            self.counts[lemma.replace("_", " "), "nvars"[int(rest[0]) - 1]] += int(count)

    def _lines(self, name):
        text = (self.folder / name).read_text(encoding="latin-1")
        return (line for line in text.splitlines() if not line.startswith(" "))

    def lemmas(self, part):
        """All lemmas of noun, verb, adj or adv."""
        return [line.split()[0].replace("_", " ") for line in self._lines("index." + part)]

    def exceptions(self, part):
        return [line.split() for line in self._lines(part + ".exc")]

    def synset(self, word, sense):
        return self.senses[word][sense - 1]

    def below(self, *roots):
        """The synsets under some roots, the roots included."""
        found, todo = set(), list(roots)
        while todo:
            synset = todo.pop()
            if synset not in found:
                found.add(synset)
                todo += self.parts[synset]
        return found

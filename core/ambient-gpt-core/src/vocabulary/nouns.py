"""Groups of synonymous nouns as rows of a table."""

from terms import LONGEST, hand_written, normal, stop_words

BY_HAND = (
    "symptoms.tsv",
    "findings.tsv",
    "conditions.tsv",
    "drug-classes.tsv",
    "drugs.tsv",
    "substances.tsv",
    "tests.tsv",
    "procedures.tsv",
    "body-parts.tsv",
)


def rows(wordnet, groups, table, stop_list):
    """
    What the tables written by hand have is left out; a group one of whose words stands in the table named is added to
    that row.
    """
    stop = stop_words(stop_list)
    by_hand, here = {}, {}
    for name in BY_HAND:
        for preferred, others in hand_written(name):
            for term in [normal(preferred), *others]:
                by_hand.setdefault(term, preferred)
                if name == table:
                    here.setdefault(term, preferred)
    found, taken = {}, {}
    for group in groups:
        terms = [t for t in map(normal, group) if good(t, wordnet, stop)]
        if not terms:
            continue
        preferred = next((here[t] for t in terms if t in here), None)
        if preferred is None:
            preferred = next((taken[t] for t in terms if t in taken), terms[0])
        new = [t for t in terms if t not in by_hand and t not in taken]
        if not new or (preferred not in new and preferred not in found and preferred not in here):
            if not new:
                continue
            preferred = here.get(preferred, new[0])
        for term in new:
            taken[term] = preferred
        found.setdefault(preferred, set()).update(t for t in new if t != preferred)
    return found


def good(term, wordnet, stop):
    words = term.split()
    if len(words) > LONGEST or len(term) < 3 or term in stop or any(c.isdigit() for c in term):
        return False
    if len(words) > 1:
        return True
    return wordnet.counts[term, "v"] + wordnet.counts[term, "a"] + wordnet.counts[
        term, "r"
    ] + wordnet.counts[term, "s"] <= max(1, wordnet.counts[term, "n"])

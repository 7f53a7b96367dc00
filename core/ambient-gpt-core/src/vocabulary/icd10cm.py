"""Derives suggestion/icd-10-cm.tsv.gz and icd-10-cm-seventh.tsv from the official tabular list. See README.md."""

import gzip
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

from terms import TABLES

FOLDER = TABLES.parent / "suggestion"
SOURCE = (
    "Derived by src/vocabulary/icd10cm.py from the ICD-10-CM tabular list of April 2026 (CDC/NCHS and CMS; US public"
    " domain), Python package simple-icd-10-cm 1.5.0; see NOTICE."
)
COLUMNS = (
    "Columns: code, as how many characters it shares with the row above and the others; '+' if it is valid as it is, '-'"
    " if a longer one is needed, else its set of 7th characters; title, '~' for that of the code it is a part of;"
    " inclusion terms."
)


def main(data):
    data = pathlib.Path(data)
    root = ElementTree.parse(data / "icd10c-tabular-April-1-2026.xml").getroot()
    lines = (data / "code-list-April-2026.txt").read_text(encoding="utf-8").splitlines()
    official = {line.split()[0].replace(".", "") for line in lines}
    rows, seventh = [], {}

    def walk(diag, extensions):
        code = diag.findtext("name")
        definition = diag.find("sevenChrDef")
        if definition is not None:
            extensions = [(e.get("char"), e.text) for e in definition.findall("extension")]
        below = diag.findall("diag")
        stem = code.replace(".", "").ljust(6, "X")
        key = ""
        if extensions and not below and len(code.replace(".", "")) < 7:
            # a few codes, of injuries that were survived by nobody, have a first encounter only
            valid = tuple(e for e in extensions if stem + e[0] in official)
            key = seventh.setdefault(valid, chr(ord("a") + len(seventh)))
        flag = "-" if below else key or "+"
        rows.append((code, flag, text(diag.findtext("desc")), "|".join(terms(diag))))
        for child in below:
            walk(child, extensions)

    for section in root.iter("section"):
        for diag in section.findall("diag"):
            walk(diag, None)
    sets_by_key = {key: [char for char, _ in extensions] for extensions, key in seventh.items()}
    listed = {whole for code, flag, *_ in rows for whole in billable(code, flag, sets_by_key)}
    missing = listed - official
    if missing:
        sys.exit(f"not in the official list: {sorted(missing)[:10]}")
    content = f"# {SOURCE} {COLUMNS}\n" + "".join("\t".join(row) + "\n" for row in short(sorted(rows)))
    packed = FOLDER / "icd-10-cm.tsv.gz"
    packed.write_bytes(gzip.compress(content.encode("utf-8"), 9, mtime=0))
    sets = f"# {SOURCE} Columns: set, 7th character, its meaning.\n"
    for extensions, key in seventh.items():
        sets += "".join(f"{key}\t{char}\t{text(meaning)}\n" for char, meaning in extensions)
    (FOLDER / "icd-10-cm-seventh.tsv").write_text(sets, encoding="utf-8", newline="\n")
    print(f"{len(rows)} codes, {len(listed)} valid for billing, {packed.stat().st_size} bytes")


def short(rows):
    """What a row shares with the one above, and a title with that of its parent, is not repeated: 20 % less."""
    titles, above = {}, ""
    for code, flag, title, terms in rows:
        shared = next((n for n in range(len(above)) if code[n : n + 1] != above[n]), len(above))
        whole = titles.get(parent(code, titles), "")
        titles[code] = title
        title = "~" + title[len(whole) :] if whole and title.startswith(whole) else title
        yield (str(shared) + code[shared:], flag, title, *([terms] if terms else []))
        above = code


def parent(code, codes):
    while code:
        code = code[:-1].rstrip(".")
        if code in codes:
            return code
    return None


def billable(code, flag, seventh):
    plain = code.replace(".", "")
    if flag in "+-":
        return [plain] if flag == "+" else []
    return [plain.ljust(6, "X") + char for char in seventh[flag]]


def terms(diag):
    """Inclusion terms; what only repeats the title finds nothing more."""
    title = text(diag.findtext("desc")).lower()
    found = [text(note.text) for note in diag.findall("inclusionTerm/note")]
    return [term.replace("|", "/") for term in found if term.lower() != title]


def text(raw):
    return " ".join(raw.split())


if __name__ == "__main__":
    main(*sys.argv[1:])

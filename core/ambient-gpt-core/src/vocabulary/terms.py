"""What the deriving scripts share: where things are, and how a term is written in a table."""

import gzip
import pathlib
import re

TABLES = (
    pathlib.Path(__file__).parents[1] / "main/resources/io/github/ambientgpt/core/vocabulary"
)
LONGEST = 6  # words of a term


def normal(term):
    """As the Java class Words has it: runs of letters and runs of digits, in lower case."""
    term = re.sub(r"['\u2019]s\b", "s", term.lower())
    return " ".join(re.findall(r"[a-z']+|[0-9]+|[%\u00b0]", term))


def hand_written(name):
    """The rows of a table: preferred name and other names, normalised."""
    for line in (TABLES / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            columns = line.split("\t")
            others = columns[1].split("|") if len(columns) > 1 and columns[1] else []
            yield columns[0], [normal(other) for other in others]


def stop_words(name):
    lines = (pathlib.Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return {normal(line) for line in lines if line and not line.startswith("#")}


def write(name, header, rows):
    """Rows of preferred name and other names; packed the same way on every run."""
    text = "# " + header + "\n"
    for preferred, others in sorted(rows.items()):
        text += preferred + "\t" + "|".join(sorted(others)) + "\n"
    (TABLES / name).write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    terms = sum(1 + len(others) for others in rows.values())
    print(f"{name}: {len(rows)} concepts, {terms} terms, {(TABLES / name).stat().st_size} bytes")

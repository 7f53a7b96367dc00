package io.github.ambientgpt.core.vocabulary;

/**
 * Puts the tables of concepts together. Each row is a preferred name and its other names. Tables
 * written by hand go first, because a term stays with the first concept that claims it; a row of a
 * derived table whose preferred name is known adds its other names to that concept.
 */
final class Concepts {
  private final Lexicon.Builder<Concept> lexicon = new Lexicon.Builder<>(40_000);

  private Concepts() {}

  static Lexicon<Concept> load() {
    return new Concepts()
        .add("symptoms.tsv", Kind.SYMPTOM)
        .add("findings.tsv", Kind.FINDING)
        .add("conditions.tsv", Kind.CONDITION)
        .add("drug-classes.tsv", Kind.DRUG_CLASS)
        .add("drugs.tsv", Kind.DRUG)
        .add("tests.tsv", Kind.TEST)
        .add("procedures.tsv", Kind.PROCEDURE)
        .add("body-parts.tsv", Kind.BODY_PART)
        .add("drugs-derived.tsv.gz", Kind.DRUG)
        .add("conditions-derived.tsv.gz", Kind.CONDITION)
        .add("symptoms-derived.tsv.gz", Kind.SYMPTOM)
        .add("procedures-derived.tsv.gz", Kind.PROCEDURE)
        .add("body-parts-derived.tsv.gz", Kind.BODY_PART)
        .lexicon
        .build();
  }

  private Concepts add(String table, Kind kind) {
    Table.read(
        table,
        row -> {
          String name = row.get(0);
          Concept known = lexicon.get(name);
          Concept concept = known != null && known.kind() == kind ? known : new Concept(kind, name);
          lexicon.add(name, concept);
          if (row.size() > 1) {
            Table.alternatives(row.get(1)).forEach(term -> lexicon.add(term, concept));
          }
        });
    return this;
  }
}

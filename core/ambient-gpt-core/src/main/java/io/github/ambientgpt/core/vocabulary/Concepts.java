package io.github.ambientgpt.core.vocabulary;

import io.github.ambientgpt.core.english.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of concepts put together. Each row is a preferred name and its other names. Tables
 * written by hand go first, because a term stays with the first concept that claims it; a row of a
 * derived table whose preferred name is known adds its other names to that concept.
 */
final class Concepts {
  private final Lexicon<Optional<Concept>> lexicon;
  private final Map<Concept, Set<Concept>> broader = new HashMap<>();

  private Concepts(Lexicon<Optional<Concept>> lexicon) {
    this.lexicon = lexicon;
    Table.read(Concepts.class, "broader.tsv", this::addNarrower);
  }

  static Concepts load() {
    return new Concepts(
        new Reader()
            .readPhrases("not-clinical.tsv")
            .read("symptoms.tsv", ConceptKind.SYMPTOM)
            .read("findings.tsv", ConceptKind.FINDING)
            .read("conditions.tsv", ConceptKind.CONDITION)
            .read("drug-classes.tsv", ConceptKind.DRUG_CLASS)
            .read("drugs.tsv", ConceptKind.DRUG)
            .read("substances.tsv", ConceptKind.SUBSTANCE)
            .read("tests.tsv", ConceptKind.TEST)
            .read("procedures.tsv", ConceptKind.PROCEDURE)
            .read("body-parts.tsv", ConceptKind.BODY_PART)
            .read("drugs-derived.tsv.gz", ConceptKind.DRUG)
            .read("conditions-derived.tsv.gz", ConceptKind.CONDITION)
            .read("symptoms-derived.tsv.gz", ConceptKind.SYMPTOM)
            .read("procedures-derived.tsv.gz", ConceptKind.PROCEDURE)
            .read("body-parts-derived.tsv.gz", ConceptKind.BODY_PART)
            .lexicon
            .build());
  }

  List<Mention> find(String text) {
    return lexicon.find(text).stream()
        .filter(match -> match.value().isPresent())
        .map(match -> new Mention(match.value().orElseThrow(), match.beginChar(), match.endChar()))
        .toList();
  }

  Optional<Concept> get(String term) {
    return lexicon.get(term).flatMap(concept -> concept);
  }

  boolean isA(Concept narrow, Concept broad) {
    return narrow.equals(broad)
        || broader.getOrDefault(narrow, Set.of()).stream().anyMatch(next -> isA(next, broad));
  }

  private void addNarrower(List<String> row) {
    Concept broad = known(row.get(0));
    for (String narrow : Table.alternatives(row.get(1))) {
      broader.computeIfAbsent(known(narrow), concept -> new HashSet<>(2)).add(broad);
    }
  }

  private Concept known(String name) {
    return get(name)
        .orElseThrow(() -> new IllegalStateException("broader.tsv: no table has " + name));
  }

  private static final class Reader {
    private static final List<String> WHOSE = List.of("my", "your", "his", "her", "their", "the");

    final Lexicon.Builder<Optional<Concept>> lexicon = new Lexicon.Builder<>(32_000);

    /** A phrase such as "come back" is longer than the "back" in it, and is nothing. */
    Reader readPhrases(String table) {
      Table.read(Concepts.class, table, row -> lexicon.add(row.get(0), Optional.empty()));
      return this;
    }

    Reader read(String table, ConceptKind kind) {
      Table.read(
          Concepts.class,
          table,
          row -> {
            Optional<Concept> concept = concept(row.get(0), kind);
            lexicon.add(row.get(0), concept);
            Table.alternatives(row.get(1)).forEach(term -> add(term, concept));
          });
      return this;
    }

    /** "Pain in {my} chest" stands for everybody's. */
    private void add(String term, Optional<Concept> concept) {
      if (term.indexOf('{') < 0) {
        lexicon.add(term, concept);
      } else {
        WHOSE.forEach(whose -> lexicon.add(term.replace("{my}", whose), concept));
      }
    }

    private Optional<Concept> concept(String name, ConceptKind kind) {
      Optional<Concept> known = lexicon.get(name);
      return known != null && known.isPresent() && known.get().kind() == kind
          ? known
          : Optional.of(new Concept(kind, name));
    }
  }
}

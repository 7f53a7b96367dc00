package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What no note should have, found by its form alone. */
final class Lint {
  /**
   * One breach.
   *
   * @param section the title of the section that it stands in
   * @param text the statement
   */
  record Hit(Rule rule, String section, String text) {}

  /** What is looked for. */
  enum Rule {
    FIRST_PERSON,
    SAID_TWICE,
    QUESTION
  }

  private Lint() {}

  static List<Hit> hits(Note note) {
    List<Hit> hits = new ArrayList<>();
    for (Section section : note.sections()) {
      List<Written> before = new ArrayList<>();
      for (Statement statement : section.statements()) {
        Written written = Written.of(section, statement);
        for (Rule rule : Rule.values()) {
          if (breaks(rule, written, before)) {
            hits.add(new Hit(rule, section.title(), statement.text()));
          }
        }
        before.add(written);
      }
    }
    return hits;
  }

  /** How often each rule is broken; every rule has an entry. */
  static Map<Rule, Integer> counts(List<Hit> hits) {
    Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
    for (Rule rule : Rule.values()) {
      counts.put(rule, (int) hits.stream().filter(hit -> hit.rule() == rule).count());
    }
    return counts;
  }

  private static boolean breaks(Rule rule, Written written, List<Written> before) {
    return switch (rule) {
      case FIRST_PERSON -> written.isFirstPerson();
      case SAID_TWICE -> before.stream().anyMatch(written::repeats);
      case QUESTION -> written.asks();
    };
  }
}

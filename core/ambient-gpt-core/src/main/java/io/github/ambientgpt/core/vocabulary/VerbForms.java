package io.github.ambientgpt.core.vocabulary;

import io.github.ambientgpt.core.english.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The usual English verbs by their forms. Immutable, for any thread.
 *
 * @since 0.1.0
 */
public final class VerbForms {
  private final Map<String, Verb> byBase = new HashMap<>();
  private final Map<String, Verb> byForm = new HashMap<>();

  private VerbForms() {}

  static VerbForms load() {
    VerbForms verbs = new VerbForms();
    Table.read(VerbForms.class, "verbs.tsv.gz", verbs::add);
    verbs.byBase.values().forEach(verbs::addForms);
    return verbs;
  }

  /** The verb that has this word as its base form, whatever its case. */
  public Optional<Verb> byBase(String word) {
    return Optional.ofNullable(byBase.get(word.toLowerCase(Locale.ROOT)));
  }

  /** The verb that has this word as any of its forms; a base form goes before others. */
  public Optional<Verb> byForm(String word) {
    String key = word.toLowerCase(Locale.ROOT);
    Verb verb = byBase.get(key);
    return Optional.ofNullable(verb == null ? byForm.get(key) : verb);
  }

  private void add(List<String> row) {
    byBase.put(
        row.get(0),
        new Verb(
            row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5).equals("noun")));
  }

  private void addForms(Verb verb) {
    byForm.putIfAbsent(verb.thirdPerson(), verb);
    byForm.putIfAbsent(verb.past(), verb);
    byForm.putIfAbsent(verb.participle(), verb);
    byForm.putIfAbsent(verb.progressive(), verb);
  }
}

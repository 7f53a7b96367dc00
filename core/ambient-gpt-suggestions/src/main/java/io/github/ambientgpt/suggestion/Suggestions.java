package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.suggestion.Suggestion.Kind;
import java.util.List;
import java.util.Objects;

/**
 * What a visit suggests.
 *
 * @param all those of one kind stand together, the likeliest first
 * @param remarks what the reader has to know of them: what needs a model, what was dropped
 * @param generation the model that was asked, and whether it answered
 * @since 0.1.0
 */
public record Suggestions(List<Suggestion> all, List<String> remarks, Generation generation) {
  /** Stands above every list of suggestions. */
  public static final String NOTICE =
      "SUGGESTIONS, not decided by anybody and no coding advice: a person checks each one.";

  public Suggestions {
    all = List.copyOf(all);
    remarks = List.copyOf(remarks);
    Objects.requireNonNull(generation, "generation");
  }

  public List<Suggestion> of(Kind kind) {
    return all.stream().filter(suggestion -> suggestion.kind() == kind).toList();
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Suggestions[" + all.size() + ", " + generation.model() + "]";
  }
}
